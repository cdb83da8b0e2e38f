package org.conductregister.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class RollbackAutoConfigurationTest {

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    RollbackAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class))
            .withBean(DataSource.class, () -> new DriverManagerDataSource("jdbc:sqlite::memory:"));

    @Test
    void aTransactionWhoseConnectionIsLostEndsWithThatAndNotWithItsRollback() {
        service.run(context -> {
            var transactions = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
            var database = context.getBean(DataSource.class);
            var lost = new CannotGetJdbcConnectionException("lost", new SQLException("terminated", "57P01"));

            var failure = catchThrowable(() -> transactions.executeWithoutResult(transaction -> {
                try {
                    DataSourceUtils.getConnection(database).close();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
                throw lost;
            }));

            assertThat(failure).isSameAs(lost);
        });
    }
}
