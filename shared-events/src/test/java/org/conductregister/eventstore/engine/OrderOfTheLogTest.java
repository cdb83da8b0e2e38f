package org.conductregister.eventstore.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.EventMessage;
import org.conductregister.eventstore.LogHead;
import org.conductregister.eventstore.Store;
import org.conductregister.eventstore.TestFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class OrderOfTheLogTest {

    private static final int WRITERS = 8;
    private static final int APPENDS = 100;
    private static final int EVENTS = WRITERS * APPENDS * 2;

    @TempDir
    Path directory;

    @ParameterizedTest
    @EnumSource
    void positions_and_instants_rise_for_every_reader_while_eight_write(Store store) throws Exception {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());

            writeAndWatch(List.of(engine), engine);
        }
    }

    @ParameterizedTest
    @EnumSource
    void they_rise_also_when_the_clock_is_set_back(Store store) throws Exception {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = restless(database);

            writeAndWatch(List.of(engine), engine);
        }
    }

    @Test
    void they_rise_also_when_two_nodes_write_whose_clocks_disagree() throws Exception {
        String url = Store.POSTGRESQL.newUrl(directory);
        try (HikariDataSource one = Store.pool(url);
                HikariDataSource other = Store.pool(url);
                HikariDataSource third = Store.pool(url)) {
            writeAndWatch(
                    List.of(
                            restless(one),
                            Store.engine(other, Clock.systemUTC(), AppendLimits.USUAL.withAnyClock(), 1_000)),
                    Store.engine(third, Clock.systemUTC()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void they_go_on_where_they_stood_when_the_log_is_opened_again(Store store) {
        String url = store.newUrl(directory);
        Instant late = Instant.parse("2030-01-01T00:00:00.123456Z");
        try (HikariDataSource database = Store.pool(url)) {
            Store.engine(database, Clock.fixed(late, ZoneOffset.UTC))
                    .appendEvents(List.of(TestFact.seen("Percy", 0), TestFact.seen("Percy", 1)));
        }

        try (HikariDataSource database = Store.pool(url)) {
            OrderedEventStorageEngine engine =
                    Store.engine(database, Clock.fixed(late.minusSeconds(60), ZoneOffset.UTC));
            engine.appendEvents(List.of(TestFact.seen("Percy", 2)));

            assertThat(engine.log().head()).isEqualTo(new LogHead(3, late.plusNanos(1_000)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void an_instant_is_kept_to_the_microsecond(Store store) {
        Clock clock = Clock.fixed(Instant.parse("2012-03-04T05:06:07.123456789Z"), ZoneOffset.UTC);
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = Store.engine(database, clock);

            engine.appendEvents(TestFact.seen("Percy", 0), TestFact.seen("Percy", 1));
            engine.appendEvents(TestFact.seen("Percy", 2));

            assertThat(engine.readEvents("pigeon/Percy").asStream().<Instant>map(EventMessage::getTimestamp))
                    .containsExactly(
                            Instant.parse("2012-03-04T05:06:07.123456Z"),
                            Instant.parse("2012-03-04T05:06:07.123456Z"),
                            Instant.parse("2012-03-04T05:06:07.123457Z"));
        }
    }

    private static OrderedEventStorageEngine restless(HikariDataSource database) {
        return Store.engine(database, new JumpingClock(), AppendLimits.USUAL.withAnyClock(), 1_000);
    }

    /** Two events an append, on a pigeon of each writer's own. */
    private void writeAndWatch(List<OrderedEventStorageEngine> writers, OrderedEventStorageEngine reader)
            throws Exception {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            Future<Long> watch = threads.submit(new TailReader(reader, EVENTS));
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String pigeon = "of-writer-" + writer;
                OrderedEventStorageEngine engine = writers.get(writer % writers.size());
                writing.add(threads.submit(() -> IntStream.range(0, APPENDS)
                        .forEach(append -> engine.appendEvents(
                                TestFact.seen(pigeon, append * 2L).andMetaData(Map.of("append", pigeon + append)),
                                TestFact.seen(pigeon, append * 2 + 1)
                                        .andMetaData(Map.of("append", pigeon + append))))));
            }
            for (Future<?> done : writing) {
                done.get();
            }
            assertThat(watch.get()).isGreaterThan(10);
        }
        assertThat(reader.log().lastPosition()).isEqualTo(EVENTS);
    }
}
