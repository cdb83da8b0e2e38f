package org.conductregister.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that the files at any moment are a log that holds all that was acknowledged until then. That it was synced
 * before is asked of the system, in {@code .ci/run}.
 */
@Timeout(120)
class PowerCutTest {

    private static final int WRITERS = 4;
    private static final int COPIES = 20;

    @TempDir
    Path directory;

    private volatile boolean stopped;

    /** The write-ahead log is put into the file between copies alone: a copy is not made in an instant, as a power cut is. */
    @Test
    void a_copy_made_at_any_moment_holds_all_that_was_acknowledged_before() throws Exception {
        Path file = directory.resolve("events.db");
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        Random random = new Random(7);
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file) + "?wal_autocheckpoint=0");
                ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            OrderedEventStorageEngine engine = Store.engine(database, Clock.systemUTC());
            List<Future<?>> writing = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String pigeon = "of-writer-" + writer;
                writing.add(threads.submit(() -> write(engine, pigeon, acknowledged)));
            }
            try {
                for (int copy = 0; copy < COPIES; copy++) {
                    int more = acknowledged.size() + random.nextInt(1, 300);
                    while (acknowledged.size() < more && writing.stream().noneMatch(Future::isDone)) {
                        Thread.onSpinWait();
                    }
                    Set<String> before = new HashSet<>(acknowledged);
                    Path copied = copy(file, directory.resolve("copy-" + copy + ".db"));
                    checkpoint(database);
                    before.removeAll(recorded(copied));
                    assertThat(before).isEmpty();
                }
            } finally {
                stopped = true;
            }
            for (Future<?> done : writing) {
                done.get();
            }
        }
    }

    private void write(OrderedEventStorageEngine engine, String pigeon, Set<String> acknowledged) {
        for (long sequence = 0; !stopped; sequence += 3) {
            List<DomainEventMessage<?>> append = LongStream.range(sequence, sequence + 3)
                    .<DomainEventMessage<?>>mapToObj(next -> TestFact.seen(pigeon, next))
                    .toList();
            engine.appendEvents(append);
            append.forEach(event -> acknowledged.add(event.getIdentifier()));
        }
    }

    private static Path copy(Path file, Path to) throws IOException {
        Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(Path.of(file + "-wal"), Path.of(to + "-wal"), StandardCopyOption.REPLACE_EXISTING);
        return to;
    }

    private static void checkpoint(HikariDataSource database) throws Exception {
        try (Connection connection = database.getConnection()) {
            Database.only(connection, "PRAGMA wal_checkpoint(PASSIVE)");
        }
    }

    /** All of the copy, which must be without gaps and whole. */
    private static Set<String> recorded(Path file) {
        try (HikariDataSource database = Store.pool(Store.sqliteUrl(file))) {
            Set<String> recorded = new HashSet<>();
            Store.engine(database, Clock.systemUTC())
                    .log()
                    .from(1, Long.MAX_VALUE)
                    .forEach(event -> recorded.add(event.entryId()));
            return recorded;
        }
    }
}
