package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.conductregister.eventstore.LogHead;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogTrouble;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A clock that is far behind what was recorded last would give all that follows almost the same instant. */
class ClockBehindTest {

    private static final Instant NOON = Instant.parse("2012-03-04T12:00:00Z");

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void entries_are_refused_while_the_clock_is_more_than_a_minute_behind(Store store) {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON).appendEvents(TestFact.seen("Percy", 0));
            OrderedEventStorageEngine behind = at(database, NOON.minusSeconds(61));

            assertThatExceptionOfType(EntriesNotTakenException.class)
                    .isThrownBy(() -> behind.appendEvents(TestFact.seen("Percy", 1)))
                    .withMessageContaining("2012-03-04T11:58:59Z")
                    .withMessageContaining("2012-03-04T12:00:00Z");
            assertThat(behind.log().condition().trouble())
                    .get()
                    .extracting(LogTrouble::kind)
                    .isEqualTo(LogTrouble.Kind.CLOCK_BEHIND);
            assertThat(behind.log().lastPosition()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void up_to_a_minute_they_are_taken(Store store) {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON).appendEvents(TestFact.seen("Percy", 0));

            at(database, NOON.minusSeconds(60)).appendEvents(TestFact.seen("Percy", 1));

            assertThat(at(database, NOON).log().head()).isEqualTo(new LogHead(2, NOON.plusNanos(1_000)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void they_are_taken_where_an_administrator_has_said_so(Store store) {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            at(database, NOON).appendEvents(TestFact.seen("Percy", 0));
            Clock behind = Clock.fixed(NOON.minusSeconds(86_400), ZoneOffset.UTC);

            Store.engine(database, behind, AppendLimits.USUAL.withAnyClock(), 1_000)
                    .appendEvents(TestFact.seen("Percy", 1));

            assertThat(at(database, NOON).log().head()).isEqualTo(new LogHead(2, NOON.plusNanos(1_000)));
        }
    }

    private static OrderedEventStorageEngine at(HikariDataSource database, Instant now) {
        return Store.engine(database, Clock.fixed(now, ZoneOffset.UTC));
    }
}
