package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class DurabilityTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"jdbc:h2:,WRITE_DELAY=0", "jdbc:h2:async:,WRITE_DELAY=500"})
    void an_H2_file_that_could_lose_what_it_acknowledged_is_not_opened(String prefix, String option) {
        DataSource database = h2(prefix + directory.resolve("register") + ";" + option);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Store.engine(database, Clock.systemUTC()))
                .withMessageContaining("WRITE_DELAY=0")
                .withMessageContaining("async:");
    }

    @Test
    void PostgreSQL_that_could_lose_what_it_acknowledged_is_not_opened() {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(Store.POSTGRESQL.newUrl(directory) + "&options=-c%20synchronous_commit=off");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Store.engine(database, Clock.systemUTC()))
                .withMessageContaining("synchronous_commit");
    }

    @Test
    void a_log_in_memory_promises_nothing_and_is_opened() {
        DataSource database = h2("jdbc:h2:mem:promises-nothing;DB_CLOSE_DELAY=-1");

        assertThatCode(() -> Store.engine(database, Clock.systemUTC()).appendEvents(TestFact.seen("Percy", 0)))
                .doesNotThrowAnyException();
    }

    private static DataSource h2(String url) {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        return database;
    }
}
