package org.conductregister.eventstore;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;

/**
 * Measures what the order of the log costs: appends against plain JDBC batches of the same rows into the same table, in
 * turns, and how fast the log is read.
 */
final class AppendBenchmark {

    private static final int ROUNDS = 5;

    private AppendBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Store store = Store.valueOf(arguments.length == 0 ? "H2" : arguments[0]);
        for (int batch : new int[] {1000, 1, 10, 1000}) {
            int events = batch == 1 ? 2_000 : batch == 10 ? 20_000 : 100_000;
            Path directory = Files.createTempDirectory("append-benchmark");
            try (HikariDataSource plain = Store.pool(store.newUrl(directory));
                    HikariDataSource ordered = Store.pool(store.newUrl(directory))) {
                EventTable.createIn(plain);
                OrderedEventStorageEngine engine = Store.engine(ordered, Clock.systemUTC());
                long plainNanos = 0;
                long orderedNanos = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    List<List<DomainEventMessage<?>>> batches = batches(round, events / ROUNDS, batch);
                    long start = System.nanoTime();
                    insertPlainly(plain, batches, (long) round * (events / ROUNDS));
                    long middle = System.nanoTime();
                    for (List<? extends EventMessage<?>> append : batches) {
                        engine.appendEvents(append);
                    }
                    plainNanos += middle - start;
                    orderedNanos += System.nanoTime() - middle;
                }
                System.out.printf(
                        Locale.ROOT,
                        "%s, batches of %4d: plain JDBC %,9.0f events/s, ordered log %,9.0f events/s, cost %.2f%n",
                        store,
                        batch,
                        events * 1e9 / plainNanos,
                        events * 1e9 / orderedNanos,
                        (double) orderedNanos / plainNanos);
                if (batch == 1000) {
                    for (int i = 0; i < 3; i++) {
                        long start = System.nanoTime();
                        long read = engine.readEvents(null, false)
                                .filter(event -> event.getPayload() != null
                                        && !event.getMetaData().isEmpty())
                                .count();
                        System.out.printf(
                                Locale.ROOT,
                                "%s, tail in batches of 1000: %,.0f events/s%n",
                                store,
                                read * 1e9 / (System.nanoTime() - start));
                    }
                }
            }
        }
    }

    private static List<List<DomainEventMessage<?>>> batches(int round, int events, int batch) {
        List<List<DomainEventMessage<?>>> batches = new ArrayList<>();
        for (int first = 0; first < events; first += batch) {
            List<DomainEventMessage<?>> one = new ArrayList<>(batch);
            for (int i = first; i < first + batch; i++) {
                one.add(TestFact.seen(
                        round + "-" + i / 4, i % 4, UUID.randomUUID().toString()));
            }
            batches.add(one);
        }
        return batches;
    }

    /** The rows as the engine writes them, serialisation included, but for the order. */
    private static void insertPlainly(
            HikariDataSource dataSource, List<List<DomainEventMessage<?>>> batches, long lastPosition)
            throws Exception {
        FactSerializer serializer = TestFact.serializer();
        long position = lastPosition;
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(Appender.INSERT)) {
                for (List<DomainEventMessage<?>> batch : batches) {
                    for (DomainEventMessage<?> event : batch) {
                        position++;
                        Appender.add(insert, position, position, NewEvent.from(event, serializer));
                    }
                    insert.executeBatch();
                    connection.commit();
                }
            }
        }
    }
}
