package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.database.LogUnreadableException;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that an entry that is no longer what was recorded is never shown, nor left out. */
class DamageTest {

    private static final int PAGE = 4096;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeStamp = timeStamp + 1",
                "eventIdentifier = randomblob(16)",
                "type = 'Dove'",
                "aggregateIdentifier = 'pigeon/Penny'",
                "payloadType = 'pigeon.gone'",
                "payloadRevision = '2'",
                "payload = replace(payload, 'grey', 'gray')",
                "payload = payload || ' '",
                "metaData = ''",
                "checksum = 0"
            })
    void a_changed_row_is_noticed_on_every_way_to_it(String change) throws Exception {
        Path file = directory.resolve("events.db");
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            DomainEventMessage<?> last = TestFact.seen("Polly", 1);
            engine.appendEvents(TestFact.seen("Polly", 0), TestFact.seen("Percy", 0), last);
            execute(database, "UPDATE DomainEventEntry SET " + change + " WHERE globalIndex = 3");
            StoredEvent damaged = raw(database);
            EventLog log = engine.log();

            List<Callable<?>> ways = List.of(
                    () -> log.from(1, 10).toList(),
                    () -> log.upTo(3, 1),
                    log::head,
                    () -> log.positionAt(Instant.now()),
                    () -> log.ofAggregate(damaged.aggregateIdentifier(), damaged.sequence(), 10),
                    () -> log.ofAggregates(List.of(damaged.aggregateIdentifier())),
                    () -> log.recorded(List.of(damaged.entryId())));
            for (Callable<?> way : ways) {
                assertThatExceptionOfType(LogUnreadableException.class).isThrownBy(way::call);
            }
            assertThat(log.condition().trouble())
                    .get()
                    .extracting(LogTrouble::kind)
                    .isEqualTo(LogTrouble.Kind.DAMAGED);
            assertThatExceptionOfType(EntriesNotTakenException.class)
                    .isThrownBy(() -> engine.appendEvents(TestFact.seen("Percy", 1)));
        }
    }

    @Test
    void what_is_missing_is_noticed_in_the_log_and_in_a_stream() throws Exception {
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(directory.resolve("events.db")))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            for (int i = 0; i < 4; i++) {
                engine.appendEvents(TestFact.seen("Percy", i));
            }
            execute(database, "DELETE FROM DomainEventEntry WHERE globalIndex = 2");

            assertThatExceptionOfType(LogUnreadableException.class)
                    .isThrownBy(() -> engine.log().from(1, 10).toList())
                    .withMessageContaining("position 2");
            assertThatExceptionOfType(LogUnreadableException.class)
                    .isThrownBy(() -> engine.log().upTo(4, 10));
            assertThatExceptionOfType(LogUnreadableException.class)
                    .isThrownBy(() -> engine.log().ofAggregate("pigeon/Percy", 0, 10))
                    .withMessageContaining("sequence 1 of pigeon/Percy");
        }
    }

    /** Whole pages, and stretches that begin within one: of texts, of the ways to them, of the file's head. */
    @Test
    void wherever_four_kilobytes_are_zeroed_no_answer_is_wrong_or_short() throws Exception {
        Path whole = directory.resolve("whole.db");
        Random random = new Random(42);
        List<StoredEvent> recorded = recordLargeAndSmall(whole, random);
        Path damaged = directory.resolve("damaged.db");
        int noticed = 0;
        for (int round = 0; round < 200; round++) {
            Files.copy(whole, damaged, StandardCopyOption.REPLACE_EXISTING);
            long page = random.nextLong(Files.size(whole) / PAGE) * PAGE;
            zero(damaged, round % 2 == 0 ? page : Math.max(0, page - random.nextInt(PAGE)));
            try {
                assertThat(readAll(damaged)).isEqualTo(recorded);
            } catch (EventStoreException | com.zaxxer.hikari.pool.HikariPool.PoolInitializationException expected) {
                noticed++;
            }
        }
        assertThat(noticed).isGreaterThan(150);
    }

    private static List<StoredEvent> recordLargeAndSmall(Path file, Random random) {
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                String colour = "grey".repeat(random.nextInt(10) == 0 ? random.nextInt(25_000) : 3);
                events.add(new GenericDomainEventMessage<>(
                        "Pigeon",
                        "pigeon/" + i % 20,
                        i / 20,
                        new TestFact.PigeonSeen(TestFact.DAY, colour),
                        MetaData.emptyInstance()));
            }
            engine.appendEvents(events);
            return engine.log().from(1, Long.MAX_VALUE).toList();
        }
    }

    private static void zero(Path file, long offset) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(offset);
            bytes.write(new byte[(int) Math.min(PAGE, bytes.length() - offset)]);
        }
    }

    /** Reads alone: to look at the tables first may write, and two hundred files would be synced. */
    private static List<StoredEvent> readAll(Path file) {
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file))) {
            EventLog log = Store.engine(database, Clock.systemUTC(), AppendLimits.USUAL, 1_000)
                    .log();
            long last = log.lastPosition();
            List<StoredEvent> events = log.from(1, Long.MAX_VALUE).toList();
            if (events.size() != last) {
                throw new EventStoreException("ends early");
            }
            return events;
        }
    }

    private static StoredEvent raw(HikariDataSource database) throws SQLException {
        try (Connection connection = database.getConnection()) {
            return new StoredEvent(
                    3,
                    Instant.EPOCH,
                    Database.only(connection, """
                        SELECT lower(substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-' || substr(h, 13, 4) || '-'
                            || substr(h, 17, 4) || '-' || substr(h, 21))
                        FROM (SELECT hex(eventIdentifier) AS h FROM DomainEventEntry WHERE globalIndex = 3)\
                        """),
                    "",
                    Database.only(connection, "SELECT aggregateIdentifier FROM DomainEventEntry WHERE globalIndex = 3"),
                    1,
                    new StoredType("none", "1"),
                    "",
                    "");
        }
    }

    private static void execute(HikariDataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection()) {
            Database.execute(connection, sql);
        }
    }
}
