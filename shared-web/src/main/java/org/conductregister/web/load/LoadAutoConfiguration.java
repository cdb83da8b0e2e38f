package org.conductregister.web.load;

import org.conductregister.web.ProblemWriter;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration
@EnableConfigurationProperties({UploadProperties.class, ReadProperties.class})
class LoadAutoConfiguration {

    @Bean
    UploadPlaces uploadPlaces(UploadProperties limits) {
        return new UploadPlaces(limits);
    }

    @Bean
    WebMvcConfigurer uploadsByPrograms(UploadPlaces places, ProblemWriter problems) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors
                        .addInterceptor(new UploadsByPrograms(places, problems))
                        .addPathPatterns(UploadsByPrograms.PATH);
            }
        };
    }

    @Bean
    SuspendedRequests suspendedRequests() {
        return new SuspendedRequests();
    }

    @Bean
    ReadPlacesFilter readPlaces(ReadProperties reads, ProblemWriter problems) {
        return new ReadPlacesFilter(new ReadPlaces(reads.places()), new ReadPlaces(reads.resumed()), problems);
    }

    /** The filters of security have it among them, and the server not once more. */
    @Bean
    FilterRegistrationBean<ReadPlacesFilter> readPlacesInSecurityAlone(ReadPlacesFilter filter) {
        var registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowRequests(SuspendedRequests suspended) {
        return factory -> {
            factory.setProtocol(DeadlineProtocol.class.getName());
            factory.addContextValves(new SlowBodyValve());
            factory.addContextCustomizers(context -> suspended.offerTo(context.getServletContext()));
        };
    }
}
