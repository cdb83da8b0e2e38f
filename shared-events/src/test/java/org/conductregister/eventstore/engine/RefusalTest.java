package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.TestFact.PigeonGone;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests the appends that the log refuses; each time nothing of the append is recorded. */
class RefusalTest {

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
    void an_entry_identifier_that_is_taken(Store store) {
        DomainEventMessage<?> first = open(store);

        assertThatExceptionOfType(EntryIdTakenException.class)
                .isThrownBy(() -> engine.appendEvents(
                        TestFact.seen("Polly", 0), TestFact.seen("Polly", 1, first.getIdentifier())))
                .satisfies(e -> assertThat(e.entryIds()).containsExactly(first.getIdentifier()));
        nothingIsRecordedBut(first);
    }

    @ParameterizedTest
    @EnumSource
    void the_same_entry_again(Store store) {
        DomainEventMessage<?> first = open(store);

        assertThatExceptionOfType(EntryIdTakenException.class).isThrownBy(() -> engine.appendEvents(first));
        nothingIsRecordedBut(first);
    }

    @ParameterizedTest
    @EnumSource
    void an_entry_identifier_used_twice_in_one_append(Store store) {
        DomainEventMessage<?> first = open(store);
        String twice = UUID.randomUUID().toString();

        assertThatExceptionOfType(EntryIdTakenException.class)
                .isThrownBy(
                        () -> engine.appendEvents(TestFact.seen("Polly", 0, twice), TestFact.seen("Polly", 1, twice)))
                .satisfies(e -> assertThat(e.entryIds()).containsExactly(twice));
        nothingIsRecordedBut(first);
    }

    @ParameterizedTest
    @EnumSource
    void a_history_begun_twice(Store store) {
        DomainEventMessage<?> first = open(store);

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(TestFact.seen("Percy", 0)))
                .withMessageContaining("pigeon/Percy");
        nothingIsRecordedBut(first);
    }

    @ParameterizedTest
    @EnumSource
    void a_history_that_someone_else_has_meanwhile_continued(Store store) {
        DomainEventMessage<?> first = open(store);
        DomainEventMessage<?> second = TestFact.seen("Percy", 1);
        engine.appendEvents(second);

        assertThatExceptionOfType(ConcurrencyException.class)
                .isThrownBy(() -> engine.appendEvents(TestFact.seen("Polly", 0), TestFact.seen("Percy", 1)))
                .withMessageContaining("pigeon/Percy");
        nothingIsRecordedBut(first, second);
    }

    @ParameterizedTest
    @EnumSource
    void an_event_that_the_database_cannot_hold(Store store) {
        DomainEventMessage<?> first = open(store);

        assertThatExceptionOfType(EventStoreException.class)
                .isThrownBy(() -> engine.appendEvents(TestFact.seen("x".repeat(256), 0)));
        nothingIsRecordedBut(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "42", "1-1-1-1-1", "0E984725-C51C-4BF4-9960-E1C80E27ABA0"})
    void an_entry_identifier_that_is_no_UUID_or_would_not_be_read_back_as_it_was_given(String entryId) {
        DomainEventMessage<?> first = open(Store.SQLITE);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> engine.appendEvents(TestFact.seen("Polly", 0, entryId)));
        nothingIsRecordedBut(first);
    }

    @Test
    void an_event_of_no_record() {
        DomainEventMessage<?> first = open(Store.SQLITE);

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(
                        () -> engine.appendEvents(GenericEventMessage.asEventMessage(new PigeonGone(TestFact.DAY))));
        nothingIsRecordedBut(first);
    }

    private DomainEventMessage<?> open(Store store) {
        database = Store.pool(store.newUrl(directory));
        engine = Store.engine(database, Clock.systemUTC());
        DomainEventMessage<?> first = TestFact.seen("Percy", 0);
        engine.appendEvents(first);
        return first;
    }

    private void nothingIsRecordedBut(DomainEventMessage<?>... events) {
        assertThat(engine.log().from(1, 100).map(StoredEvent::entryId))
                .containsExactly(java.util.Arrays.stream(events)
                        .map(DomainEventMessage::getIdentifier)
                        .toArray(String[]::new));
        engine.appendEvents(TestFact.seen("afterwards", 0));
        assertThat(engine.log().lastPosition()).isEqualTo(events.length + 1);
    }
}
