package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.StoredRows;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.TestFact.PigeonSeen;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.integrity.StoredRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Appends of many events at once, which a database may take in otherwise than few: what is recorded and refused is the same. */
class ManyAtOnceTest {

    /** Texts with what the forms of rows have escapes, ends or lengths for. */
    private static final List<String> TEXTS = List.of(
            "",
            "grey",
            "\t\n\r\\N \\.",
            "\\",
            "'\"",
            "{\"a\": null}",
            "Zo\u00eb \u20ac",
            "\ud83d\udc26",
            "x".repeat(5_000));

    @TempDir
    Path directory;

    private HikariDataSource database;
    private OrderedEventStorageEngine engine;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void areReadBackAsFewAre(Store store) {
        open(store);
        var expected = new ArrayList<String>();
        for (int size : List.of(1, 2, 49, 50, 51, 2_000)) {
            List<DomainEventMessage<?>> events = IntStream.range(0, size)
                    .<DomainEventMessage<?>>mapToObj(i -> seen(size + "-" + i, TEXTS.get(i % TEXTS.size())))
                    .toList();
            engine.appendEvents(events);
            events.forEach(event -> expected.add(written(event)));
        }

        assertThat(engine.log().from(1, 3_000).map(ManyAtOnceTest::written)).containsExactlyElementsOf(expected);
        assertThat(engine.log().lastPosition()).isEqualTo(expected.size());
        var rows = new StoredRows(database).from(1, expected.size());
        assertThat(rows).allMatch(StoredRow::checksumFits);
        assertThat(rows.stream().map(row -> UUID.nameUUIDFromBytes(row.salt()))).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> assertThat(row.salt()).hasSize(16));
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedForOneWhoseIdentifierIsTaken(Store store) {
        open(store);
        var first = seen("Percy", "grey");
        engine.appendEvents(first);

        assertThatExceptionOfType(EntryIdTakenException.class)
                .isThrownBy(() -> engine.appendEvents(among(TestFact.seen("Polly", 0, first.getIdentifier()))))
                .satisfies(e -> assertThat(e.entryIds()).containsExactly(first.getIdentifier()));
        assertThat(engine.log().lastPosition()).isEqualTo(1);
        engine.appendEvents(among(seen("Polly", "grey")));
        assertThat(engine.log().lastPosition()).isEqualTo(202);
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedForOneThatComesTooLate(Store store) {
        open(store);
        engine.appendEvents(seen("Percy", "grey"));

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(among(seen("Percy", "white"))))
                .withMessageContaining("pigeon/Percy");
        assertThat(engine.log().lastPosition()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void areRefusedForOneThatTheDatabaseCannotHold(Store store) {
        open(store);

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(among(seen("x".repeat(256), "grey"))));
        assertThat(engine.log().lastPosition()).isZero();
    }

    private void open(Store store) {
        database = Store.pool(store.newUrl(directory));
        engine = Store.engine(database, Clock.systemUTC());
    }

    /** An event in the middle of 200 others. */
    private static List<DomainEventMessage<?>> among(DomainEventMessage<?> event) {
        var all = new ArrayList<DomainEventMessage<?>>();
        for (int i = 0; i < 200; i++) {
            all.add(TestFact.seen("other-" + i, 0));
        }
        all.add(100, event);
        return all;
    }

    private static DomainEventMessage<?> seen(String pigeon, String colour) {
        return new GenericDomainEventMessage<>(
                "Pigeon",
                "pigeon/" + pigeon,
                0,
                new PigeonSeen(TestFact.DAY, colour),
                MetaData.with("recordedBy", colour),
                UUID.randomUUID().toString(),
                Instant.EPOCH);
    }

    private static String written(DomainEventMessage<?> event) {
        var serializer = TestFact.serializer();
        return String.join(
                " ",
                event.getIdentifier(),
                event.getType(),
                event.getAggregateIdentifier(),
                "0",
                event.serializePayload(serializer, String.class).getType().getName(),
                event.serializePayload(serializer, String.class).getData(),
                event.serializeMetaData(serializer, String.class).getData());
    }

    private static String written(StoredEvent event) {
        return String.join(
                " ",
                event.entryId(),
                event.aggregateType(),
                event.aggregateIdentifier(),
                String.valueOf(event.sequence()),
                event.type().name(),
                event.payload(),
                event.metadata());
    }
}
