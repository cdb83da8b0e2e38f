package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LogCheckTest {

    @TempDir
    Path directory;

    private HikariDataSource database;
    private EventLog log;

    /** Five entries. */
    private void open(Store store) {
        database = Store.pool(store.newUrl(directory));
        OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
        for (int sequence = 0; sequence < 5; sequence++) {
            engine.appendEvents(TestFact.seen("Percy", sequence));
        }
        log = engine.log();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_whole_log_is_said_to_be_whole(Store store) {
        open(store);

        assertThat(log.checkOrder()).isEmpty();
        assertThat(log.checkAll()).isEmpty();
        assertThat(log.condition().trouble()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_one_too(Store store) {
        database = Store.pool(store.newUrl(directory));
        log = Store.engine(database, Clock.systemUTC()).log();

        assertThat(log.checkOrder()).isEmpty();
        assertThat(log.checkAll()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_gap_is_found(Store store) throws Exception {
        open(store);
        execute("DELETE FROM DomainEventEntry WHERE globalIndex IN (2, 3)");

        assertThat(log.checkAll()).hasValue("The log has a gap: no entries from position 2 to 3.");
        assertThat(log.checkOrder()).get().extracting(LogTrouble::kind).isEqualTo(LogTrouble.Kind.DAMAGED);
        assertThat(log.condition().trouble()).isPresent();
    }

    @ParameterizedTest
    @EnumSource
    void time_that_runs_back_is_found(Store store) throws Exception {
        open(store);
        execute("UPDATE DomainEventEntry SET timeStamp = 1000000 WHERE globalIndex = 3");

        assertThat(log.checkOrder())
                .get()
                .extracting(LogTrouble::sentence)
                .asString()
                .startsWith("Time runs back in the log: position 3 was recorded at 1970-01-01T00:00:01Z");
    }

    @Test
    void an_entry_that_is_not_what_was_recorded_is_found() throws Exception {
        open(Store.SQLITE);
        execute("UPDATE DomainEventEntry SET payload = '{}' WHERE globalIndex = 4");

        assertThat(log.checkOrder()).isEmpty();
        assertThat(log.checkAll()).get().asString().contains("position 4", "checksum");
    }

    @Test
    void an_index_that_does_not_find_what_there_is_is_found() throws Exception {
        open(Store.SQLITE);
        try (Connection connection = database.getConnection()) {
            Database.execute(connection, "PRAGMA writable_schema = ON");
            Database.execute(
                    connection,
                    "UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (aggregateIdentifier, sequenceNumber)',"
                            + " 'UNIQUE (aggregateIdentifier, timeStamp)') WHERE name = 'DomainEventEntry'");
        }
        database.getHikariPoolMXBean().softEvictConnections();

        assertThat(log.checkAll()).get().asString().contains("damaged");
    }

    @ParameterizedTest
    @EnumSource
    void what_has_come_further_than_the_log_means_lost_entries(Store store) {
        open(store);

        log.reportKept("The view of pigeons", 5);
        assertThat(log.condition().trouble()).isEmpty();

        log.reportKept("The view of pigeons", 12);
        assertThat(log.condition().trouble())
                .hasValue(new LogTrouble(
                        LogTrouble.Kind.ENTRIES_LOST,
                        "The view of pigeons had come to position 12, but the log ends at 5: 7 entries are lost."));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Database.execute(connection, sql);
        }
    }
}
