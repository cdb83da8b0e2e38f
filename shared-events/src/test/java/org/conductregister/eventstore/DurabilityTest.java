package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.database.Sqlite;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

class DurabilityTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"OFF", "NORMAL"})
    void a_file_of_SQLite_whose_commits_are_not_synced_is_not_opened(String synchronous) {
        DataSource database = sqlite(directory.resolve("events.db") + "?synchronous=" + synchronous);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Store.engine(database, Clock.systemUTC()))
                .withMessageContaining("synchronous=FULL");
    }

    @Test
    void a_file_of_SQLite_that_shows_commits_before_they_are_durable_is_refused_and_put_right_where_it_is_opened()
            throws SQLException {
        DataSource database = sqlite(directory.resolve("events.db").toString());
        EventTable.createIn(database);
        try (Connection connection = database.getConnection()) {
            Database.only(connection, "PRAGMA journal_mode = DELETE"); // as in a backup by VACUUM INTO
            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> new Sqlite().requireDurability(connection))
                    .withMessageContaining("WAL");
        }

        Store.engine(database, Clock.systemUTC());

        try (Connection connection = database.getConnection()) {
            assertThat(Database.only(connection, "PRAGMA journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void each_append_asks_whether_its_connection_syncs() throws SQLException {
        DataSource database = sqlite(directory.resolve("events.db").toString());
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(database);
            pool.setMaximumPoolSize(1);
            OrderedEventStorageEngine engine = Store.engine(pool, Clock.systemUTC());
            try (Connection connection = pool.getConnection()) {
                Database.execute(connection, "PRAGMA synchronous = OFF");
            }

            assertThatExceptionOfType(IllegalArgumentException.class)
                    .isThrownBy(() -> engine.appendEvents(TestFact.seen("Percy", 0)));
            assertThat(engine.log().lastPosition()).isZero();
        }
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
        try (HikariDataSource pool = new HikariDataSource()) {
            pool.setDataSource(sqlite(":memory:"));
            pool.setMaximumPoolSize(1);

            assertThatCode(() -> Store.engine(pool, Clock.systemUTC()).appendEvents(TestFact.seen("Percy", 0)))
                    .doesNotThrowAnyException();
        }
    }

    private static DataSource sqlite(String file) {
        SQLiteDataSource database = new SQLiteDataSource();
        database.setUrl("jdbc:sqlite:" + file);
        return database;
    }
}
