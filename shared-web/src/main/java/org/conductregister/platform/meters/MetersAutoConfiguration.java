package org.conductregister.platform.meters;

import io.micrometer.core.instrument.MeterRegistry;
import org.conductregister.eventstore.EventLog;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;

/** The meters that both services have. */
@AutoConfiguration(afterName = "org.conductregister.platform.EventLogAutoConfiguration")
class MetersAutoConfiguration {

    @Bean
    MeterSampler meterSampler() {
        return new MeterSampler();
    }

    @Bean
    @ConditionalOnBean(EventLog.class)
    LogMeters logMeters(EventLog log, MeterRegistry registry, MeterSampler sampler) {
        var meters = new LogMeters(log, registry);
        sampler.add(meters::sample);
        return meters;
    }

    @Bean
    ApplicationListener<ApplicationReadyEvent> beginsToSample(MeterSampler sampler) {
        return ready -> sampler.begin();
    }
}
