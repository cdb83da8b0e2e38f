package org.conductregister.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.NewEvent;

/**
 * Measures the cost of the order of the log: appends against plain JDBC batches of the same events into the same
 * table, round by round in turn, serialisation included on both sides; and how fast the log is read.
 */
final class AppendBenchmark {

    private static final byte[] SALT = new byte[16];
    private static final int ROUNDS = 5;

    private final Path directory;

    private AppendBenchmark(Path directory) {
        this.directory = directory;
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new AppendBenchmark(Files.createTempDirectory("append-benchmark"));
        for (var store : Store.values()) {
            benchmark.appendsAgainstPlainBatches(store);
            benchmark.eightCallersAtOnce(store);
            benchmark.readingTheLog(store);
        }
    }

    private void appendsAgainstPlainBatches(Store store) throws Exception {
        measureAppends(store, 1_000, 20_000); // warms up
        for (int batch : new int[] {1, 10, 1_000}) {
            System.out.println(measureAppends(store, batch, Math.min(20_000, batch * 1_000)));
        }
    }

    private void eightCallersAtOnce(Store store) throws Exception {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            eventsPerSecond(engine, 8); // warms up
            for (int callers : new int[] {1, 8}) {
                System.out.printf(
                        Locale.ROOT,
                        "%s, %d callers of single events: %,.0f events/s%n",
                        store,
                        callers,
                        eventsPerSecond(engine, callers));
            }
        }
    }

    private static double eventsPerSecond(OrderedEventStorageEngine engine, int callers) throws Exception {
        int appends = 500;
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Future<?>> writing = new ArrayList<>();
            for (int caller = 0; caller < callers; caller++) {
                String pigeon = start + "-" + caller;
                writing.add(threads.submit(() -> {
                    for (int append = 0; append < appends; append++) {
                        engine.appendEvents(TestFact.seen(pigeon, append));
                    }
                }));
            }
            for (Future<?> done : writing) {
                done.get();
            }
        }
        return perSecond((long) callers * appends, System.nanoTime() - start);
    }

    private void readingTheLog(Store store) throws Exception {
        try (HikariDataSource database = Store.pool(store.newUrl(directory))) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            batches("r", 100_000, 1_000).forEach(engine::appendEvents);
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                long facts = engine.readEvents(null, false)
                        .filter(event -> !event.getMetaData().isEmpty())
                        .map(Message::getPayload)
                        .filter(TestFact.PigeonSeen.class::isInstance)
                        .count();
                System.out.printf(
                        Locale.ROOT,
                        "%s, log read in batches of 1,000 and deserialised: %,.0f events/s%n",
                        store,
                        perSecond(facts, System.nanoTime() - start));
            }
        }
    }

    private String measureAppends(Store store, int batch, int eventsARound) throws SQLException {
        long plainNanos = 0;
        long orderedNanos = 0;
        try (HikariDataSource plain = Store.pool(store.newUrl(directory));
                HikariDataSource ordered = Store.pool(store.newUrl(directory))) {
            EventTable.createIn(plain);
            OrderedEventStorageEngine engine = Store.engine(ordered, Clock.systemUTC());
            for (int round = 0; round < ROUNDS; round++) {
                List<List<DomainEventMessage<?>>> batches = batches(round + "-", eventsARound, batch);
                List<List<DomainEventMessage<?>>> same = batches(round + "-", eventsARound, batch);
                long start = System.nanoTime();
                insertPlainly(plain, batches, (long) round * eventsARound);
                long middle = System.nanoTime();
                same.forEach(engine::appendEvents);
                plainNanos += middle - start;
                orderedNanos += System.nanoTime() - middle;
            }
        }
        int events = ROUNDS * eventsARound;
        return String.format(
                Locale.ROOT,
                "%s, batches of %,5d: plain JDBC %,7.0f events/s, ordered log %,7.0f events/s, cost %.2f",
                store,
                batch,
                perSecond(events, plainNanos),
                perSecond(events, orderedNanos),
                (double) orderedNanos / plainNanos);
    }

    private static double perSecond(long events, long nanos) {
        return events * 1e9 / nanos;
    }

    private static List<List<DomainEventMessage<?>>> batches(String prefix, int events, int batch) {
        List<List<DomainEventMessage<?>>> batches = new ArrayList<>();
        for (int first = 0; first < events; first += batch) {
            List<DomainEventMessage<?>> one = new ArrayList<>(batch);
            for (int i = first; i < first + batch; i++) {
                one.add(TestFact.seen(prefix + i / 4, i % 4));
            }
            batches.add(one);
        }
        return batches;
    }

    private static void insertPlainly(
            HikariDataSource database, List<List<DomainEventMessage<?>>> batches, long lastPosition)
            throws SQLException {
        FactSerializer serializer = TestFact.serializer();
        long position = lastPosition;
        try (Connection connection = database.getConnection()) {
            Database kind = Database.of(connection);
            connection.setAutoCommit(false);
            for (List<DomainEventMessage<?>> batch : batches) {
                try (PreparedStatement insert = connection.prepareStatement(kind.insert())) {
                    for (DomainEventMessage<?> event : batch) {
                        position++;
                        kind.bind(insert, position, position, NewEvent.from(event, serializer), SALT);
                        insert.addBatch();
                    }
                    insert.executeBatch();
                }
                connection.commit();
            }
        }
    }
}
