package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The log as Axon's event store uses it. */
@Timeout(60)
class AxonEventStoreTest {

    @TempDir
    Path directory;

    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private HikariDataSource database;
    private OrderedEventStorageEngine engine;
    private EmbeddedEventStore store;

    private void open(Store kind) {
        database = Store.pool(kind.newUrl(directory));
        engine = Store.engine(database, Clock.systemUTC());
        store = EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(10)
                .threadFactory(this::thread)
                .build();
    }

    private Thread thread(Runnable work) {
        Thread thread = Thread.ofPlatform().unstarted(work);
        threads.add(thread);
        return thread;
    }

    @AfterEach
    void close() throws InterruptedException {
        store.shutDown();
        for (Thread thread : threads) {
            thread.join();
        }
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void all_that_a_unit_of_work_publishes_is_one_append(Store kind) {
        open(kind);

        publishTogether(TestFact.seen("Percy", 0), TestFact.seen("Polly", 0), TestFact.seen("Percy", 1));

        assertThat(engine.log().from(1, 10).map(StoredEvent::recordedAt).distinct())
                .hasSize(1);
        assertThat(store.readEvents("pigeon/Percy").asStream()).hasSize(2);
        assertThat(store.lastSequenceNumberFor("pigeon/Percy")).contains(1L);
    }

    @ParameterizedTest
    @EnumSource
    void a_reader_at_the_tail_gets_each_event_in_order_as_it_is_recorded(Store kind) throws Exception {
        open(kind);
        publishTogether(TestFact.seen("Percy", 0));

        try (BlockingStream<TrackedEventMessage<?>> tail = store.openStream(store.createTailToken())) {
            assertThat(next(tail)).isEqualTo(1);
            assertThat(tail.hasNextAvailable(1, TimeUnit.MILLISECONDS)).isFalse();

            publishTogether(TestFact.seen("Percy", 1), TestFact.seen("Percy", 2));

            assertThat(next(tail)).isEqualTo(2);
            assertThat(next(tail)).isEqualTo(3);
        }
    }

    private static long next(BlockingStream<TrackedEventMessage<?>> tail) throws InterruptedException {
        return ((GlobalSequenceTrackingToken) tail.nextAvailable().trackingToken()).getGlobalIndex();
    }

    private void publishTogether(DomainEventMessage<?>... events) {
        UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(null);
        List.of(events).forEach(store::publish);
        work.commit();
    }
}
