package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogInstants;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.Database;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose clock is wrong records at the time that the database has, and keeps no other from recording. */
class SharedClockTest {

    private static final Duration WRONG_BY = Duration.ofMinutes(5);

    @TempDir
    Path directory;

    private String url;

    @BeforeEach
    void makeDatabase() {
        url = Store.POSTGRESQL.newUrl(directory);
    }

    @Test
    void entriesOfNodesWithWrongClocksAreStampedByTheDatabase() throws SQLException {
        try (HikariDataSource database = Store.pool(url)) {
            var ahead = Store.node(database, Clock.offset(Clock.systemUTC(), WRONG_BY));
            var behind = Store.node(database, Clock.offset(Clock.systemUTC(), WRONG_BY.negated()));
            var before = now(database);

            ahead.appendEvents(TestFact.seen("Percy", 0));
            var first = ahead.log().head().recordedAt();
            behind.appendEvents(TestFact.seen("Percy", 1));
            var second = ahead.log().head().recordedAt();

            assertThat(first).isBetween(before, now(database));
            assertThat(second).isBetween(first.plusNanos(1_000), now(database));
            assertThat(behind.trouble()).isEmpty();
        }
    }

    @Test
    void soIsWhatIsRecordedBesideTheLog() throws SQLException {
        try (HikariDataSource database = Store.pool(url);
                Connection connection = database.getConnection()) {
            Store.node(database, Clock.systemUTC());
            var before = now(database);
            connection.setAutoCommit(false);

            var instant = LogInstants.next(connection, LogClock.shared(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC)));
            connection.commit();

            assertThat(instant).isBetween(before, now(database));
        }
    }

    @Test
    void aFileHasTheClockOfItsProcess() {
        var noon = Instant.parse("2012-03-04T12:00:00Z");
        try (HikariDataSource file = Store.pool(Store.SQLITE.newUrl(directory))) {
            var engine = Store.node(file, Clock.fixed(noon, ZoneOffset.UTC));

            engine.appendEvents(TestFact.seen("Percy", 0));

            assertThat(engine.log().head().recordedAt()).isEqualTo(noon);
        }
    }

    private static Instant now(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return Database.of(connection).now(connection).orElseThrow();
        }
    }
}
