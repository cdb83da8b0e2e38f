package org.conductregister.query.statistics.http;

import org.conductregister.query.statistics.index.StatisticsView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StatisticsConfiguration {

    /** Both the view that follows the log and the engine that answers. */
    @Bean
    StatisticsView statistics() {
        return new StatisticsView();
    }
}
