package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventLogTest {

    private static final Instant NOON = Instant.parse("2012-03-04T12:00:00Z");

    @TempDir
    Path directory;

    private HikariDataSource database;
    private OrderedEventStorageEngine engine;
    private EventLog log;

    @AfterEach
    void close() {
        database.close();
    }

    /** The clock stands still, so the appends are recorded a microsecond apart, from noon on. */
    private void open(Store store) {
        database = Store.pool(store.newUrl(directory));
        engine = Store.engine(database, Clock.fixed(NOON, ZoneOffset.UTC), AppendLimits.USUAL, 3);
        log = engine.log();
    }

    private void open(Store store, int events) {
        open(store);
        for (int i = 0; i < events; i++) {
            engine.appendEvents(TestFact.seen("Percy", i));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_empty_log_has_a_head_too(Store store) {
        open(store);

        assertThat(log.head()).isEqualTo(new LogHead(0, Instant.EPOCH));
        assertThat(log.lastPosition()).isZero();
        assertThat(log.positionAt(NOON)).isZero();
        assertThat(log.from(1, 10)).isEmpty();
        assertThat(engine.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.readEvents(engine.createTailToken(), false)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void events_are_read_as_they_lie_there(Store store) {
        open(store);
        DomainEventMessage<?> event = TestFact.seen("Percy", 0);
        engine.appendEvents(event);

        assertThat(log.from(1, 10))
                .containsExactly(new StoredEvent(
                        1,
                        NOON,
                        event.getIdentifier(),
                        "Pigeon",
                        "pigeon/Percy",
                        0,
                        new StoredType("pigeon.seen", "1"),
                        "{\"occurredOn\":\"2012-03-04\",\"colour\":\"grey\"}",
                        "{\"recordedBy\":\"handler\"}"));
    }

    @ParameterizedTest
    @EnumSource
    void they_are_read_from_any_position_up_to_any_limit_over_the_pages(Store store) {
        open(store, 8);

        assertThat(positions(1, 100)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(positions(0, 100)).hasSize(8);
        assertThat(positions(4, 4)).containsExactly(4L, 5L, 6L, 7L);
        assertThat(positions(8, 1)).containsExactly(8L);
        assertThat(positions(9, 100)).isEmpty();
        assertThat(positions(1, 0)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void they_are_read_backwards_from_any_position_latest_first(Store store) {
        open(store, 8);

        assertThat(log.upTo(8, 3)).extracting(StoredEvent::position).containsExactly(8L, 7L, 6L);
        assertThat(log.upTo(2, 100)).extracting(StoredEvent::position).containsExactly(2L, 1L);
        assertThat(log.upTo(Long.MAX_VALUE, 1))
                .extracting(StoredEvent::position)
                .containsExactly(8L);
        assertThat(log.upTo(0, 100)).isEmpty();
    }

    private List<Long> positions(long from, long limit) {
        return log.from(from, limit).map(StoredEvent::position).toList();
    }

    @ParameterizedTest
    @EnumSource
    void a_stream_longer_than_a_batch_is_read_whole(Store store) {
        open(store, 8);

        assertThat(engine.readEvents("pigeon/Percy").asStream().map(DomainEventMessage::getSequenceNumber))
                .containsExactlyElementsOf(LongStream.range(0, 8).boxed().toList());
        assertThat(engine.readEvents("pigeon/Percy", 6).asStream()).hasSize(2);
        assertThat(engine.lastSequenceNumberFor("pigeon/Percy")).contains(7L);
        assertThat(engine.lastSequenceNumberFor("pigeon/Polly")).isEmpty();
        assertThat(engine.readEvents(null, false)).hasSize(8);
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_stands_for_the_last_position_known_at_it(Store store) {
        open(store, 8);

        assertThat(log.positionAt(NOON.minusNanos(1))).isZero();
        assertThat(log.positionAt(NOON)).isEqualTo(1);
        assertThat(log.positionAt(NOON.plusNanos(999))).isEqualTo(1);
        assertThat(log.positionAt(NOON.plusNanos(4_000))).isEqualTo(5);
        assertThat(log.positionAt(NOON.plusSeconds(1))).isEqualTo(8);
    }

    @ParameterizedTest
    @EnumSource
    void a_token_at_an_instant_comes_before_what_was_recorded_at_it(Store store) {
        open(store, 8);

        assertThat(engine.createTokenAt(NOON)).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(engine.createTokenAt(NOON.plusNanos(1))).isEqualTo(new GlobalSequenceTrackingToken(1));
        assertThat(engine.createTokenAt(NOON.plusNanos(4_000))).isEqualTo(new GlobalSequenceTrackingToken(4));
        assertThat(engine.createTokenAt(NOON.plusSeconds(1))).isEqualTo(engine.createHeadToken());
    }

    @ParameterizedTest
    @EnumSource
    void of_many_entries_those_recorded_are_found(Store store) {
        open(store, 2);
        DomainEventMessage<?> polly = TestFact.seen("Polly", 0);
        DomainEventMessage<?> pollyAgain = TestFact.seen("Polly", 1);
        engine.appendEvents(polly, pollyAgain);
        Instant recordedAt = NOON.plusNanos(2_000);

        assertThat(log.recorded(
                        List.of(pollyAgain.getIdentifier(), UUID.randomUUID().toString(), polly.getIdentifier())))
                .containsExactly(
                        new Recorded(polly.getIdentifier(), 3, recordedAt, "pigeon/Polly", 0),
                        new Recorded(pollyAgain.getIdentifier(), 4, recordedAt, "pigeon/Polly", 1));
        assertThat(log.recorded(List.of())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void the_places_of_what_this_process_appended_are_those_in_the_database(Store store) {
        open(store, 3);
        var ids = new ArrayList<String>();
        for (int of = 0; of < 40; of++) {
            var append = new ArrayList<DomainEventMessage<?>>();
            for (int i = 0; i <= of; i++) {
                append.add(TestFact.seen("Polly" + of, i));
            }
            engine.appendEvents(append);
            append.forEach(event -> ids.add(event.getIdentifier()));
        }
        var asKept = EventLog.in(database, 3);

        for (var id : ids) {
            assertThat(log.justRecorded(List.of(id))).hasSize(1).isEqualTo(asKept.recorded(List.of(id)));
        }
        assertThat(log.justRecorded(ids.reversed())).isEqualTo(asKept.recorded(ids));
        assertThat(log.justRecorded(List.of(ids.getFirst(), ids.getFirst()))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_was_refused_has_no_place(Store store) {
        open(store, 1);
        DomainEventMessage<?> outOfOrder = TestFact.seen("Percy", 0);

        assertThatExceptionOfType(ConcurrencyException.class).isThrownBy(() -> engine.appendEvents(outOfOrder));

        assertThat(log.justRecorded(List.of(outOfOrder.getIdentifier()))).isEmpty();
    }
}
