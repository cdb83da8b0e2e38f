package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrefetchTest {

    private static final String PERCY = "pigeon/Percy";
    private static final String POLLY = "pigeon/Polly";
    private static final String UNKNOWN = "pigeon/unknown";

    @TempDir
    Path directory;

    private HikariDataSource database;
    private OrderedEventStorageEngine engine;

    /** Percy has three events, Polly one. */
    private void open(Store store) {
        database = Store.pool(store.newUrl(directory));
        engine = Store.engine(database, Clock.systemUTC(), AppendLimits.USUAL, 2);
        engine.appendEvents(TestFact.seen("Percy", 0), TestFact.seen("Polly", 0), TestFact.seen("Percy", 1));
        engine.appendEvents(TestFact.seen("Percy", 2));
    }

    @AfterEach
    void close() {
        database.close();
    }

    @ParameterizedTest
    @EnumSource
    void prefetched_streams_are_those_that_would_be_read_singly(Store store) {
        open(store);
        List<String> percySingly = ids(engine.readEvents(PERCY).asStream().toList());

        prefetching(List.of(PERCY, POLLY, UNKNOWN), () -> {
            assertThat(ids(engine.readEvents(PERCY).asStream().toList())).isEqualTo(percySingly);
            assertThat(ids(engine.readEvents(PERCY, 1).asStream().toList())).isEqualTo(percySingly.subList(1, 3));
            assertThat(engine.readEvents(POLLY).asStream()).hasSize(1);
            assertThat(engine.readEvents(UNKNOWN).asStream()).isEmpty();
        });
    }

    @ParameterizedTest
    @EnumSource
    void until_they_are_closed_their_thread_reads_them_as_they_were(Store store) {
        open(store);

        prefetching(List.of(PERCY, UNKNOWN), () -> {
            elsewhere(() -> engine.appendEvents(TestFact.seen("Percy", 3), TestFact.seen("unknown", 0)));

            assertThat(engine.readEvents(PERCY).asStream()).hasSize(3);
            assertThat(engine.readEvents(UNKNOWN).asStream()).isEmpty();
            elsewhere(() -> assertThat(engine.readEvents(PERCY).asStream()).hasSize(4));
        });
        assertThat(engine.readEvents(PERCY).asStream()).hasSize(4);
        assertThat(engine.readEvents(UNKNOWN).asStream()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void what_their_thread_appends_it_also_reads(Store store) {
        open(store);

        prefetching(List.of(PERCY, POLLY), () -> {
            engine.appendEvents(TestFact.seen("Percy", 3));

            assertThat(engine.readEvents(PERCY).asStream()).hasSize(4);
        });
    }

    @ParameterizedTest
    @EnumSource
    void a_thread_has_one_prefetch_at_a_time(Store store) {
        open(store);

        prefetching(List.of(PERCY), () -> {
            assertThatIllegalStateException().isThrownBy(() -> engine.prefetch(List.of(POLLY)));
        });
        prefetching(List.of(POLLY), () -> {});
    }

    private void prefetching(List<String> aggregateIdentifiers, Runnable work) {
        PrefetchedStreams streams = engine.prefetch(aggregateIdentifiers);
        try {
            work.run();
        } finally {
            streams.close();
        }
    }

    private static List<String> ids(List<? extends DomainEventMessage<?>> events) {
        return events.stream().map(event -> event.getIdentifier()).toList();
    }

    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).join();
    }
}
