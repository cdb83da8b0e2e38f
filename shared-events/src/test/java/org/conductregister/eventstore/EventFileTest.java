package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EventFileRefusedException;
import org.conductregister.eventstore.database.Sqlite;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files of SQLite the register takes for its own. */
class EventFileTest {

    private static final String FIRST = Database.script("schema-sqlite-1.sql");
    private static final String SECOND = "ALTER TABLE DomainEventEntry ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey'";

    @TempDir
    Path directory;

    private Connection open() throws SQLException {
        return DriverManager.getConnection(Store.sqliteUrl(directory.resolve("events.db")));
    }

    @Test
    void a_new_file_is_marked_as_the_registers_and_with_its_version() throws Exception {
        try (Connection connection = open()) {
            new Sqlite().createTable(connection);

            assertThat(Database.only(connection, "PRAGMA application_id")).isEqualTo(Integer.toString(0x43524547));
            assertThat(Database.only(connection, "PRAGMA user_version")).isEqualTo("4");
            assertThat(Database.only(connection, "PRAGMA journal_mode")).isEqualTo("wal");
        }
    }

    @Test
    void a_file_of_an_earlier_version_is_brought_forward_and_keeps_its_events() throws Exception {
        try (Connection connection = open()) {
            new Sqlite(List.of(FIRST)).createTable(connection);
            Database.execute(
                    connection,
                    "INSERT INTO DomainEventEntry VALUES (1, 1, x'00', 'Pigeon', 'pigeon/Percy', 0, 'a', '1', '', '',"
                            + " 0)");

            new Sqlite(List.of(FIRST, SECOND)).createTable(connection);

            assertThat(Database.only(connection, "PRAGMA user_version")).isEqualTo("2");
            assertThat(Database.only(connection, "SELECT colour FROM DomainEventEntry"))
                    .isEqualTo("grey");
        }
    }

    @Test
    void the_entries_of_a_file_without_salts_are_given_each_its_own() throws Exception {
        try (Connection connection = open()) {
            new Sqlite(List.of(Database.script("schema-sqlite-1.sql"), Database.script("schema-sqlite-2.sql")))
                    .createTable(connection);
            for (int position = 1; position <= 2; position++) {
                Database.execute(
                        connection,
                        "INSERT INTO DomainEventEntry VALUES (%1$d, 1, x'0%1$d', 'Pigeon', 'pigeon/Percy', %1$d, 'a', '1', '', '', 0)"
                                .formatted(position));
            }

            new Sqlite().createTable(connection);

            assertThat(Database.only(
                            connection,
                            "SELECT count(DISTINCT salt) || ' of ' || sum(length(salt)) FROM DomainEventEntry"))
                    .isEqualTo("2 of 32");
        }
    }

    @Test
    void a_step_that_fails_leaves_the_file_as_it_was() throws Exception {
        try (Connection connection = open()) {
            new Sqlite(List.of(FIRST)).createTable(connection);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> new Sqlite(List.of(FIRST, SECOND, "ALTER TABLE Nothing ADD COLUMN x"))
                            .createTable(connection));

            assertThat(Database.only(connection, "PRAGMA user_version")).isEqualTo("1");
            assertThat(Database.only(
                            connection,
                            "SELECT count(*) FROM pragma_table_info('DomainEventEntry') WHERE name = 'colour'"))
                    .isEqualTo("0");
        }
    }

    @Test
    void a_file_of_a_later_version_is_refused_in_words() throws Exception {
        try (Connection connection = open()) {
            new Sqlite(List.of(FIRST, SECOND)).createTable(connection);

            assertThatExceptionOfType(EventFileRefusedException.class)
                    .isThrownBy(() -> new Sqlite(List.of(FIRST)).createTable(connection))
                    .withMessageContaining("events.db")
                    .withMessageContaining("later version")
                    .withMessageContaining("its format is 2");
        }
    }

    @Test
    void a_file_that_somebody_else_keeps_something_in_is_refused() throws Exception {
        try (Connection connection = open()) {
            Database.execute(connection, "PRAGMA application_id = 7");

            assertThatExceptionOfType(EventFileRefusedException.class)
                    .isThrownBy(() -> new Sqlite().createTable(connection))
                    .withMessageContaining("not one that the register keeps its events in");
        }
    }
}
