package org.conductregister.web.codelists;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** The labels of the code lists, as both services show them. */
@AutoConfiguration(after = JdbcTemplateAutoConfiguration.class)
class CodeListsAutoConfiguration {

    @Bean
    StoredCodes storedCodes(JdbcTemplate jdbc) {
        return new StoredCodes(jdbc);
    }

    @Bean
    RememberedLabels codeLabels(StoredCodes stored, Clock clock) {
        return new RememberedLabels(stored, clock);
    }
}
