package org.conductregister.platform;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The one {@link ReadPriority} of a process: reads take note in it, and imports ask it. */
@AutoConfiguration
class ReadPriorityAutoConfiguration {

    @Bean
    ReadPriority readPriority() {
        return new ReadPriority();
    }
}
