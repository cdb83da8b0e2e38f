package org.conductregister.platform;

import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Transactions that end with what went wrong within them. Spring's own end with the failure of the rollback where that fails too, as
 * it does whenever the connection is lost; nothing then tells any more that it was the database that did not answer, so that
 * nobody is told to try again.
 */
@AutoConfiguration(
        after = DataSourceAutoConfiguration.class,
        before = DataSourceTransactionManagerAutoConfiguration.class)
@ConditionalOnSingleCandidate(DataSource.class)
class RollbackAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(RollbackAutoConfiguration.class);

    @Bean
    JdbcTransactionManager transactionManager(DataSource dataSource) {
        return new KeepingTheCause(dataSource);
    }

    /** A connection that cannot roll back is of no more use, and the database undoes what it began once it is gone. */
    private static final class KeepingTheCause extends JdbcTransactionManager {

        KeepingTheCause(DataSource dataSource) {
            super(dataSource);
        }

        @Override
        protected void doRollback(DefaultTransactionStatus status) {
            try {
                super.doRollback(status);
            } catch (TransactionException e) {
                log.info("A transaction could not be rolled back: {}", e.getMessage());
            }
        }
    }
}
