package org.conductregister.web.load;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;

@AutoConfiguration
class LoadAutoConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowRequests() {
        return factory -> {
            factory.setProtocol(DeadlineProtocol.class.getName());
            factory.addContextValves(new SlowBodyValve());
        };
    }
}
