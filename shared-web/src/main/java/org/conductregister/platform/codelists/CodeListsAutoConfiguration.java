package org.conductregister.platform.codelists;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One set of code lists for all that runs in a process; both services find them in the database of the event log. */
@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
class CodeListsAutoConfiguration {

    @Bean
    KnownCodes knownCodes(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new KnownCodes(new CodeTable(jdbc), new TransactionTemplate(transactions), clock);
    }
}
