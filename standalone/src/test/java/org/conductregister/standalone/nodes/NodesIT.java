package org.conductregister.standalone.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two of each service, while nodes are killed, ended, stopped and cut off, and the MongoDB goes away: all that was acknowledged
 * is recorded once, nothing that was refused is, and each answer is of the log as it was at its position. The faults are the
 * same ones for the same seed, though not to the millisecond: {@code -Dregister.chaos.seed=…}, {@code -Dregister.chaos.seconds=…}.
 */
class NodesIT {

    private static final String PASSWORD = "several of each";
    private static final long SEED = Long.getLong("register.chaos.seed", 2026);
    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("register.chaos.seconds", 45));
    private static final Duration TO_START = Duration.ofMinutes(2);
    private static final int WRITERS = 3;
    private static final int READERS = 2;

    @TempDir
    Path directory;

    private final List<AutoCloseable> running = new ArrayList<>();
    private final List<Node> commands = new ArrayList<>();
    private final List<Node> queries = new ArrayList<>();
    private EmbeddedPostgres postgres;
    private Relay views;

    @BeforeEach
    void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start();
        running.add(postgres);
        var mongo = new MongoServer(new MemoryBackend());
        running.add(mongo::shutdownNow);
        views = new Relay(mongo.bind().getPort());
        running.add(views);
        commands.add(start("command-service", "command-1"));
        awaitReady(); // which makes the master key that all share
        commands.add(start("command-service", "command-2"));
        for (var name : List.of("query-1", "query-2")) {
            queries.add(start("query-service", name));
        }
        awaitReady();
    }

    private Node start(String service, String name) throws IOException {
        var events = new Relay(postgres.getPort());
        var node = Node.start(
                service,
                name,
                directory,
                events,
                PASSWORD,
                List.of(
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&socketTimeout=60"
                                .formatted(events.port()),
                        "--spring.mongodb.uri=mongodb://127.0.0.1:%d/register?serverSelectionTimeoutMS=3000&socketTimeoutMS=5000"
                                .formatted(views.port()),
                        "--register.master-key=" + directory.resolve("master-key.json"),
                        "--register.search=" + directory.resolve(name).resolve("search"),
                        "--register.checkpoints=" + directory.resolve(name).resolve("checkpoints")));
        running.add(node::remove);
        return node;
    }

    /** One that came up while its stores were away has ended, and is started again, as a service manager does. */
    private void awaitReady() {
        Stream.concat(commands.stream(), queries.stream())
                .forEach(node -> await(node.name())
                        .atMost(TO_START)
                        .pollInterval(Duration.ofMillis(200))
                        .until(() -> {
                            node.startAgain();
                            return node.isReady();
                        }));
    }

    @AfterEach
    void stop() throws Exception {
        for (var each : running.reversed()) {
            each.close();
        }
    }

    @Test
    void whateverBefallsThemTheyTellWhatTheLogSays() throws Exception {
        long end = System.nanoTime() + LENGTH.toNanos();
        long lastTry = end + TO_START.toNanos();
        var told = new Told();
        var faults = new Faults(commands, queries, views, SEED, () -> System.nanoTime() < end);
        var callers =
                new Callers(commands, queries, told, () -> System.nanoTime() < end, () -> System.nanoTime() < lastTry);

        try (var threads = Executors.newCachedThreadPool()) {
            var all = new ArrayList<Future<?>>();
            all.add(threads.submit(task(faults::befall)));
            all.add(threads.submit(task(() -> callers.importFiles(new Random(SEED)))));
            for (int i = 0; i < WRITERS; i++) {
                var name = "W" + i;
                long seed = SEED + 1 + i;
                all.add(threads.submit(task(() -> callers.write(name, new Random(seed)))));
            }
            for (int i = 0; i < READERS; i++) {
                long seed = SEED - 1 - i;
                all.add(threads.submit(task(() -> callers.read(new Random(seed)))));
            }
            for (var each : all) {
                each.get();
            }
        }
        System.out.printf("seed %d: %s%n%s%n", SEED, told, faults.happened());

        awaitReady();
        var verdict = new Verdict(EventLog.in(postgres.getPostgresDatabase(), 1_000));
        verdict.requireOrder();
        verdict.requireWhatWasTold(told);
        assertThat(told.allAcknowledged()).isNotEmpty();
        for (var node : queries) {
            await(node.name())
                    .atMost(TO_START)
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(
                                    node.get("analyst", "/api/v1/statistics?unit=cases&atLeast=" + verdict.length())
                                            .statusCode())
                            .isEqualTo(200));
            verdict.requireAnswersOf(node);
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
