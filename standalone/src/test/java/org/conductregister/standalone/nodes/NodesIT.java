package org.conductregister.standalone.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of each service on a PostgreSQL with a standby and a MongoDB, while people and programs write, import and read, and
 * {@linkplain Faults.Kind faults} befall them. All that was acknowledged is recorded once where it was said to be, nothing that was refused is,
 * and each answer is of the log as it was at its position. The faults are the same ones for the same seed, though not to the
 * millisecond: {@code -Dregister.chaos.seed=…}, {@code -Dregister.chaos.seconds=…}; {@code -Dregister.chaos.before=…} names a checkout of an
 * earlier version, as packaged, from which and to which the nodes then change, {@code -Dregister.chaos.mongodb=…} the port of another
 * server that speaks MongoDB's protocol. {@code .ci/chaos} runs it for minutes.
 */
class NodesIT {

    private static final long SEED = Long.getLong("register.chaos.seed", 2026);
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("register.chaos.seconds", 45));
    private static final Optional<Path> BEFORE =
            Optional.ofNullable(System.getProperty("register.chaos.before")).map(Path::of);
    private static final int WRITERS = 3;
    private static final int READERS = 2;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    void whateverBefallsThemTheyTellWhatTheLogSays() throws Exception {
        try (var cluster = Cluster.start(directory, BEFORE)) {
            long end = System.nanoTime() + LENGTH.toNanos();
            long lastTry = end + Cluster.TO_START.toNanos();
            var told = new Told();
            var faults = new Faults(cluster, SEED, LENGTH, () -> System.nanoTime() < end);

            callWhileFaultsBefall(cluster, told, faults, end, lastTry);

            System.out.printf("seed %d: %s%n%s%nleft out: %s%n", SEED, told, faults.happened(), faults.leftOut());
            cluster.awaitReady();
            requireAllIsAsTold(cluster, told);
        }
    }

    private static void callWhileFaultsBefall(Cluster cluster, Told told, Faults faults, long end, long lastTry)
            throws Exception {
        var commands = new Gateway(cluster.commands(), told, faults::rollingRestart);
        var queries = new Gateway(cluster.queries(), told, faults::rollingRestart);
        try (var threads = Executors.newCachedThreadPool()) {
            var all = new ArrayList<Future<?>>();
            all.add(threads.submit(task(faults::befall)));
            var importer = new Importer(commands, told, new Random(SEED), () -> System.nanoTime() < lastTry);
            all.add(threads.submit(task(() -> importer.importFiles(() -> System.nanoTime() < end))));
            for (int i = 0; i < WRITERS; i++) {
                var writer = new Writer(
                        "W" + i, commands, told, new Random(SEED + 1 + i), () -> System.nanoTime() < lastTry);
                all.add(threads.submit(task(() -> writer.write(() -> System.nanoTime() < end))));
            }
            for (int i = 0; i < READERS; i++) {
                var reader = new Reader(queries, told, new Random(SEED - 1 - i));
                all.add(threads.submit(task(() -> reader.read(() -> System.nanoTime() < end))));
            }
            for (var each : all) {
                each.get();
            }
        }
    }

    private static void requireAllIsAsTold(Cluster cluster, Told told) throws Exception {
        var verdict = new Verdict(EventLog.in(cluster.postgres().database(), 1_000));
        verdict.requireOrder();
        verdict.requireRecordedUpTo(Instant.now());
        verdict.requireWhatWasTold(told);
        assertThat(told.allAcknowledged()).isNotEmpty();
        verdict.requireThatPositionsExplain(told.allAnswers());
        for (var node : cluster.queries()) {
            await(node.name())
                    .atMost(Cluster.TO_START)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(
                                    node.get("analyst", "/api/v1/statistics?unit=cases&atLeast=" + verdict.length())
                                            .statusCode())
                            .isEqualTo(200));
            verdict.requireAnswersOf(node);
            verdict.requireKnownAsBefore(node, told, new Random(SEED));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private static Callable<Void> task(Work work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
