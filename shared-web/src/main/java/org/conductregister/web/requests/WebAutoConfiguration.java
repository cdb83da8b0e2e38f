package org.conductregister.web.requests;

import org.apache.catalina.core.StandardHost;
import org.conductregister.web.ProblemPage;
import org.conductregister.web.ProblemWriter;
import org.conductregister.web.load.UploadProperties;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

@AutoConfiguration(before = ErrorMvcAutoConfiguration.class)
@EnableConfigurationProperties(HostProperties.class)
@Import({ProblemAnswers.class, ProblemsAsPages.class, UncaughtErrors.class, ApiCalls.class})
class WebAutoConfiguration {

    @Bean
    ProblemWriter problemWriter(JsonMapper json, ObjectProvider<ProblemPage> page) {
        return new ProblemWriter(json, page);
    }

    @Bean
    BodyLimit bodyLimit(UploadProperties uploads, ProblemWriter problems) {
        return new BodyLimit(uploads.largest(), problems);
    }

    @Bean
    HostNameFilter hostNames(HostProperties hosts, Environment environment, ProblemWriter problems) {
        var names = hosts.taken(
                environment.getProperty("server.address"),
                environment.containsProperty("server.forward-headers-strategy"));
        return new HostNameFilter(names, problems);
    }

    /** The filters of security have it among them, and the server not once more. */
    @Bean
    FilterRegistrationBean<HostNameFilter> hostNamesInSecurityAlone(HostNameFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebMvcRegistrations prefixedMappings() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new PrefixedMappings();
            }
        };
    }

    @Bean
    HttpFirewall firewall() {
        return PlainHeaders.firewall();
    }

    @Bean
    EncodedBodies encodedBodies(ProblemWriter problems) {
        return new EncodedBodies(problems);
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> malformedRequests() {
        return factory -> factory.addContextCustomizers(context ->
                ((StandardHost) context.getParent()).setErrorReportValveClass(MalformedRequestValve.class.getName()));
    }
}
