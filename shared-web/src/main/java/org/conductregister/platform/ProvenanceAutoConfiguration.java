package org.conductregister.platform;

import java.util.List;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.conductregister.platform.people.Sights;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@AutoConfiguration(before = AxonAutoConfiguration.class)
class ProvenanceAutoConfiguration {

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Provenance.class);
    }

    /** First of all filters: a refusal has a correlation id too. */
    @Bean
    FilterRegistrationBean<CorrelationFilter> correlationFilter() {
        FilterRegistrationBean<CorrelationFilter> registration = new FilterRegistrationBean<>(new CorrelationFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer provenanceArguments(ObjectProvider<Sights> sights) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ProvenanceArgument(sights));
            }
        };
    }

    /** In place of Axon's own, which would write its message identifiers over our correlation id. */
    @Bean
    CorrelationDataProvider provenanceOfCommands() {
        return new SimpleCorrelationDataProvider(Provenance.RECORDED_BY, Provenance.CORRELATION_ID);
    }
}
