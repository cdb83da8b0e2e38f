package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.database.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the register does not run on a database whose locks do not keep one node's append from another's. */
class ExclusionTest {

    @TempDir
    Path directory;

    @Test
    void a_database_that_ignores_advisory_locks_is_refused() throws SQLException {
        assertThatThrownBy(() -> openWhere("pg_try_advisory_xact_lock", "boolean", "SELECT true"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lets two sessions have the same advisory lock");
    }

    @Test
    void a_database_that_never_lets_go_of_them_is_refused() {
        assertThatThrownBy(() -> openWhere("pg_try_advisory_xact_lock", "boolean", "SELECT false"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not let go");
    }

    @Test
    void one_that_keeps_them_is_taken() {
        try (HikariDataSource database = Store.pool(Store.POSTGRESQL.newUrl(directory))) {
            assertThat(Store.engine(database, Clock.systemUTC()).log().lastPosition())
                    .isZero();
        }
    }

    /** Opens the log where a function of PostgreSQL does something else, by a schema that comes before the system's. */
    private void openWhere(String function, String result, String body) throws SQLException {
        String url = Store.POSTGRESQL.newUrl(directory);
        String schema = url.substring(url.lastIndexOf('=') + 1);
        try (HikariDataSource database = Store.pool(url + ",pg_catalog")) {
            try (Connection connection = database.getConnection()) {
                Database.execute(
                        connection,
                        "CREATE FUNCTION %s.%s(bigint) RETURNS %s LANGUAGE sql AS '%s'"
                                .formatted(schema, function, result, body));
            }
            Store.engine(database, Clock.systemUTC());
        }
    }
}
