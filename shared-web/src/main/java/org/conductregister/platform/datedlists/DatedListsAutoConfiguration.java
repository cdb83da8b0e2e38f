package org.conductregister.platform.datedlists;

import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The dated lists, which both services find in the database of the event log. */
@AutoConfiguration(after = {JdbcTemplateAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class})
class DatedListsAutoConfiguration {

    @Bean
    Headcounts headcounts(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new Headcounts(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    BankHolidays bankHolidays(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new BankHolidays(jdbc, new TransactionTemplate(transactions), clock);
    }

    @Bean
    RetentionSchedule retentionSchedule(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new RetentionSchedule(jdbc, new TransactionTemplate(transactions), clock);
    }
}
