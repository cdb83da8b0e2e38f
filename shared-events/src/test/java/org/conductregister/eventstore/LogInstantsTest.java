package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests that changes recorded beside the log are of one order with its entries, whatever the clocks say. */
class LogInstantsTest {

    private static final Instant NOON = Instant.parse("2012-03-04T12:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void the_instant_is_the_clocks_in_whole_microseconds(Store store) throws SQLException {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = at(database, NOON);
            assertThat(engine.log().latestBeside()).isEqualTo(Instant.EPOCH);

            assertThat(recordBeside(database, NOON.plusNanos(1_999))).isEqualTo(NOON.plusNanos(1_000));

            assertThat(engine.log().latestBeside()).isEqualTo(NOON.plusNanos(1_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void it_is_later_than_every_entry_though_the_clock_is_behind(Store store) throws SQLException {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON).appendEvents(TestFact.seen("Percy", 0));

            assertThat(recordBeside(database, NOON.minusSeconds(5))).isEqualTo(NOON.plusNanos(1_000));
            assertThat(recordBeside(database, NOON.minusSeconds(5))).isEqualTo(NOON.plusNanos(2_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void later_entries_are_later_than_it_though_their_clock_is_behind(Store store) throws SQLException {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON.minusSeconds(5)).appendEvents(TestFact.seen("Percy", 0));
            recordBeside(database, NOON);

            at(database, NOON.minusSeconds(4)).appendEvents(TestFact.seen("Percy", 1));

            assertThat(at(database, NOON).log().head()).isEqualTo(new LogHead(2, NOON.plusNanos(1_000)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void one_that_is_taken_back_is_given_again(Store store) throws SQLException {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON);
            try (Connection connection = database.getConnection()) {
                connection.setAutoCommit(false);
                LogInstants.next(connection, LogClock.own(Clock.fixed(NOON, ZoneOffset.UTC)));
                connection.rollback();
            }

            assertThat(recordBeside(database, NOON)).isEqualTo(NOON);
        }
    }

    private static Instant recordBeside(DataSource database, Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            Instant instant = LogInstants.next(connection, LogClock.own(Clock.fixed(now, ZoneOffset.UTC)));
            connection.commit();
            return instant;
        }
    }

    private static OrderedEventStorageEngine at(HikariDataSource database, Instant now) {
        return Store.engine(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
