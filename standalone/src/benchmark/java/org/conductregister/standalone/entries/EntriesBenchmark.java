package org.conductregister.standalone.entries;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * How many entries a second the API acknowledges, by the number of clients that log them one by one, beside plain inserts of rows as
 * long into the same kind of store: one by one with a commit each, and a hundred to a commit. By turns in one run; the
 * processors are shared by the clients, the service and the store. Beside the rate stands the processor time that the service takes for
 * an entry, which other things that go on disturb less.
 */
final class EntriesBenchmark {

    private static final int[] CLIENTS = {1, 4, 16, 64};
    private static final int ROUNDS = 3;
    private static final int SECONDS = 6;
    private static final int WARM_UP_SECONDS = 60;

    private EntriesBenchmark() {}

    /**
     * Measures one kind of store.
     *
     * @param arguments {@code sqlite} (the standalone edition) or {@code postgresql} (the command-service on its own)
     */
    public static void main(String[] arguments) throws Exception {
        var directory = Files.createTempDirectory("entries-benchmark");
        if (arguments.length == 1 && "postgresql".equals(arguments[0])) {
            try (var postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .start()) {
                var url = "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres".formatted(postgres.getPort());
                try (var service = StartedService.commandService(directory, url)) {
                    measure(service, new PlainInserts(url));
                }
            }
        } else {
            try (var service = StartedService.standalone(directory)) {
                measure(service, new PlainInserts("jdbc:sqlite:" + directory.resolve("plain.db")));
            }
        }
    }

    private static void measure(StartedService service, PlainInserts plain) throws Exception {
        var warmUp = log(service, 16, WARM_UP_SECONDS);
        System.out.printf(Locale.ROOT, "warm-up: %,.0f entries a second%n", warmUp.perSecond());
        for (int round = 1; round <= ROUNDS; round++) {
            double single = plain.rowsPerSecond(1, SECONDS);
            double grouped = plain.rowsPerSecond(100, SECONDS);
            System.out.printf(
                    Locale.ROOT,
                    "round %d: plain rows a second, a commit each %,.0f, a hundred to a commit %,.0f%n",
                    round,
                    single,
                    grouped);
            for (int clients : CLIENTS) {
                var logged = log(service, clients, SECONDS);
                System.out.printf(
                        Locale.ROOT,
                        "round %d: %2d clients %,.0f entries a second, %.2f of single rows, %.3f of grouped;"
                                + " %,.0f µs of the service's processor time an entry%n",
                        round,
                        clients,
                        logged.perSecond(),
                        logged.perSecond() / single,
                        logged.perSecond() / grouped,
                        logged.processorMicros());
            }
        }
    }

    /** @param processorMicros of the service, an entry */
    private record Logged(double perSecond, double processorMicros) {}

    private static Logged log(StartedService service, int clients, int seconds) throws Exception {
        var before = service.processorTime();
        long began = System.nanoTime();
        long until = began + seconds * 1_000_000_000L;
        long entries = 0;
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var all = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(logging(service, until)))
                    .toList();
            for (Future<Long> each : all) {
                entries += each.get();
            }
        }
        double perSecond = entries * 1e9 / (System.nanoTime() - began);
        var taken = service.processorTime().minus(before);
        return new Logged(perSecond, taken.toNanos() / 1e3 / entries);
    }

    private static Callable<Long> logging(StartedService service, long until) {
        return () -> {
            long entries = 0;
            try (var client = service.client()) {
                while (System.nanoTime() < until) {
                    client.logAnEntry();
                    entries++;
                }
            }
            return entries;
        };
    }
}
