package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.Upcasters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class CommitTest {

    @TempDir
    Path directory;

    private final CommitCountingDataSource watched = new CommitCountingDataSource();
    private HikariDataSource database;
    private OrderedEventStorageEngine engine;

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void callers_that_come_during_a_commit_share_the_next(Store store) throws Exception {
        open(store);
        List<Appending> all = appendDuringCommit(IntStream.range(0, 8)
                .mapToObj(i -> TestFact.seen("pigeon-" + i, 0))
                .toList());

        all.forEach(Appending::succeeds);

        assertThat(watched.commits).hasValue(2);
        assertThat(engine.log().from(1, 100).map(StoredEvent::recordedAt).distinct())
                .hasSize(9)
                .isSorted();
    }

    @ParameterizedTest
    @EnumSource
    void one_entry_that_was_recorded_already_does_not_stop_the_seven_beside_it(Store store) throws Exception {
        open(store);
        DomainEventMessage<?> recorded = TestFact.seen("Percy", 0);
        engine.appendEvents(recorded);
        List<DomainEventMessage<?>> events = new ArrayList<>();
        IntStream.range(0, 7).forEach(i -> events.add(TestFact.seen("pigeon-" + i, 0)));
        events.add(3, TestFact.seen("Percy", 1, recorded.getIdentifier()));

        List<Appending> all = appendDuringCommit(events);

        Appending repeated = all.remove(3);
        all.forEach(Appending::succeeds);
        assertThatThrownBy(repeated.outcome()::join).hasCauseInstanceOf(EntryIdTakenException.class);
        assertThat(engine.log().from(1, 100).map(StoredEvent::position))
                .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    }

    @Test
    void an_interrupted_caller_neither_loses_its_events_nor_closes_the_file() {
        open(Store.SQLITE);
        Thread.currentThread().interrupt();

        engine.appendEvents(TestFact.seen("Percy", 0));

        assertThat(Thread.interrupted()).isTrue();
        engine.appendEvents(TestFact.seen("Percy", 1));
        assertThat(engine.log().lastPosition()).isEqualTo(2);
    }

    private void open(Store store) {
        database = Store.pool(store.newUrl(directory));
        EventTable.createIn(database);
        engine = new OrderedEventStorageEngine(
                watched.watch(database),
                TestFact.serializer(),
                Upcasters.chain(),
                PayloadSeal.NONE,
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }

    private record Appending(Thread thread, CompletableFuture<Void> outcome) {
        void succeeds() {
            outcome.join();
        }
    }

    /** Holds one commit until a caller for each of these events waits behind it; theirs are the outcomes. */
    private List<Appending> appendDuringCommit(List<? extends DomainEventMessage<?>> events) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        watched.commits.set(0);
        watched.beforeCommit = () -> {
            begun.countDown();
            awaitQuietly(released);
        };
        Appending first = start(TestFact.seen("first", 0, UUID.randomUUID().toString()));
        begun.await();
        List<Appending> others = new ArrayList<>();
        for (DomainEventMessage<?> event : events) {
            Appending waiting = start(event);
            await().until(() -> waiting.thread().getState() == Thread.State.TIMED_WAITING);
            others.add(waiting);
        }
        released.countDown();
        first.succeeds();
        return others;
    }

    private Appending start(DomainEventMessage<?> event) {
        CompletableFuture<Void> outcome = new CompletableFuture<>();
        Thread thread = Thread.ofPlatform().start(() -> {
            try {
                engine.appendEvents(event);
                outcome.complete(null);
            } catch (Throwable e) {
                outcome.completeExceptionally(e);
            }
        });
        return new Appending(thread, outcome);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
