package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.database.ThrowsAwayBroken;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteDataSource;

/** A disk that has no room for more, as {@code PRAGMA max_page_count} has it: each new connection finds what room there is then. */
class FullDiskTest {

    private static final int FULL_AT_PAGES = 100;

    @TempDir
    Path directory;

    private volatile int pages = FULL_AT_PAGES;
    private HikariDataSource database;
    private OrderedEventStorageEngine engine;

    @BeforeEach
    void open() {
        SQLiteDataSource file = new SQLiteDataSource() {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                Database.only(connection, "PRAGMA max_page_count = " + pages);
                return connection;
            }
        };
        file.setUrl(Store.sqliteUrl(directory.resolve("events.db")));
        database = new HikariDataSource();
        database.setDataSource(file);
        database.setMaximumPoolSize(1);
        database.setMinimumIdle(0); // opens a connection when one is asked for, and not before
        database.setExceptionOverride(new ThrowsAwayBroken());
        engine = Store.engine(database, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void entries_are_refused_until_there_is_room_while_reads_go_on() {
        List<String> acknowledged = fill();

        for (int again = 0; again < 3; again++) {
            assertThatExceptionOfType(EntriesNotTakenException.class)
                    .isThrownBy(() -> engine.appendEvents(append("refused", 1_000)))
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(LogTrouble.Kind.NO_ROOM));
        }
        assertThat(engine.log().from(1, Long.MAX_VALUE).map(StoredEvent::entryId))
                .containsExactlyElementsOf(acknowledged);
        assertThat(engine.log().condition().trouble())
                .get()
                .extracting(LogTrouble::kind)
                .isEqualTo(LogTrouble.Kind.NO_ROOM);

        pages = 10 * FULL_AT_PAGES;
        database.getHikariPoolMXBean().softEvictConnections(); // that of the reads, which knows of the old limit
        engine.appendEvents(append("taken", 50));

        assertThat(engine.log().lastPosition()).isEqualTo(acknowledged.size() + 50);
        assertThat(engine.log().condition().trouble()).isEmpty();
    }

    @Test
    void the_connection_on_which_it_happened_is_thrown_away() {
        fill();
        pages = 10 * FULL_AT_PAGES;

        assertThat(engine.trouble()).isEmpty();
        engine.appendEvents(append("taken", 50));

        assertThat(engine.log().condition().trouble()).isEmpty();
    }

    /** Returns the identifiers of what was acknowledged. */
    private List<String> fill() {
        List<String> acknowledged = new ArrayList<>();
        try {
            for (int next = 0; next < 1_000; next++) {
                List<DomainEventMessage<?>> append = append("pigeon-" + next, 50);
                engine.appendEvents(append);
                append.forEach(event -> acknowledged.add(event.getIdentifier()));
            }
        } catch (EntriesNotTakenException e) {
            assertThat(e.kind()).isEqualTo(LogTrouble.Kind.NO_ROOM);
            assertThat(acknowledged).isNotEmpty();
            return acknowledged;
        }
        throw new AssertionError("the disk was never full");
    }

    private static List<DomainEventMessage<?>> append(String pigeon, int events) {
        return IntStream.range(0, events)
                .<DomainEventMessage<?>>mapToObj(sequence -> TestFact.seen(pigeon, sequence))
                .toList();
    }
}
