package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * How soon each query node shows what was acknowledged, while cases are opened at a rate at both command nodes: the time from the
 * answer 201 to that of a read of the same case by its position, which is a call more than the time that is wanted. There are two of each service
 * on a PostgreSQL with a synchronous standby, where its programs are, and a MongoDB of the tests; all of it on one machine.
 */
final class VisibleBenchmark {

    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final int WRITERS = 4;
    private static final String[] USUAL = {"40", "20", "200"};

    /** A kind of read that shows one case, and what its answer has. */
    private enum View {
        COUNT("analyst", "/api/v1/statistics?unit=cases&atLeast=%2$d", "\"total\":"),
        CASE_FILE("auditor", "/api/v1/cases/%s?atLeast=%d", "\"caseId\":\"%s\""),
        SEARCH("auditor", "/api/v1/cases?q=%s&atLeast=%d", "\"caseId\":\"%s\"");

        private final String user;
        private final String path;
        private final String shown;

        View(String user, String path, String shown) {
            this.user = user;
            this.path = path;
            this.shown = shown;
        }
    }

    private record Acknowledged(String caseId, long position, long at) {}

    /** Reads what was acknowledged last at one node, again and again; what comes while it reads is left out. */
    private static final class Probe {

        private final Node node;
        private final View view;
        private final BlockingQueue<Acknowledged> next = new SynchronousQueue<>();
        private final List<Long> times = new ArrayList<>();

        Probe(Node node, View view) {
            this.node = node;
            this.view = view;
        }

        Void read(AtomicBoolean goOn) throws IOException, InterruptedException {
            while (goOn.get()) {
                var entry = next.poll(100, TimeUnit.MILLISECONDS);
                if (entry != null) {
                    var answer = node.get(view.user, view.path.formatted(entry.caseId, entry.position));
                    times.add(System.nanoTime() - entry.at);
                    if (!answer.body().contains(view.shown.formatted(entry.caseId))) {
                        throw new IllegalStateException("%s: %s".formatted(entry, answer.body()));
                    }
                }
            }
            return null;
        }

        @Override
        public String toString() {
            var sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
            return String.format(
                    Locale.ROOT,
                    "%s %-9s %,6d reads: p50 %5.1f ms, p95 %5.1f, p99 %5.1f, longest %5.1f",
                    node.name(),
                    view,
                    sorted.length,
                    millis(sorted, 0.5),
                    millis(sorted, 0.95),
                    millis(sorted, 0.99),
                    millis(sorted, 1));
        }

        private static double millis(long[] sorted, double share) {
            return sorted.length == 0
                    ? Double.NaN
                    : sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
        }
    }

    private VisibleBenchmark() {}

    /**
     * Measures at several rates, one after another.
     *
     * @param arguments in one: how many seconds each takes, and the rates, in cases a second
     */
    public static void main(String[] arguments) throws Exception {
        var words = arguments.length == 0 || arguments[0].isBlank() ? USUAL : arguments[0].split(" ");
        System.setProperty("register.nodes.jvm", "-Xmx600m -XX:+UseG1GC"); // as images have it
        var directory = Files.createTempDirectory("visible-benchmark");
        try (var cluster = Cluster.start(directory, Optional.empty())) {
            measure(cluster, 50, WARM_UP);
            for (var rate : Arrays.copyOfRange(words, 1, words.length)) {
                var measured = measure(cluster, Integer.parseInt(rate), Duration.ofSeconds(Long.parseLong(words[0])));
                System.out.printf(Locale.ROOT, "%s cases a second wanted, %,.0f logged%n", rate, measured.perSecond);
                measured.probes.forEach(System.out::println);
            }
        }
        FileSystemUtils.deleteRecursively(directory);
    }

    private record Measured(double perSecond, List<Probe> probes) {}

    private static Measured measure(Cluster cluster, int rate, Duration length) throws Exception {
        var probes = cluster.queries().stream()
                .flatMap(node -> Arrays.stream(View.values()).map(view -> new Probe(node, view)))
                .toList();
        var goOn = new AtomicBoolean(true);
        var logged = new AtomicInteger();
        try (var threads = Executors.newCachedThreadPool()) {
            var all = new ArrayList<Future<Void>>();
            probes.forEach(probe -> all.add(threads.submit(() -> probe.read(goOn))));
            for (int i = 0; i < WRITERS; i++) {
                var node = cluster.commands().get(i % cluster.commands().size());
                all.add(threads.submit(() -> log(node, (double) rate / WRITERS, probes, goOn, logged)));
            }
            long until = System.nanoTime() + length.toNanos();
            while (System.nanoTime() < until && all.stream().noneMatch(Future::isDone)) {
                Thread.sleep(50);
            }
            goOn.set(false);
            for (var each : all) {
                each.get();
            }
        }
        return new Measured(logged.get() / (length.toNanos() / 1e9), probes);
    }

    private static Void log(Node node, double rate, List<Probe> probes, AtomicBoolean goOn, AtomicInteger logged)
            throws IOException, InterruptedException {
        long due = System.nanoTime();
        while (goOn.get()) {
            due = Math.max(due + (long) (1e9 / rate), System.nanoTime() - 1_000_000_000L);
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            var entryId = UUID.randomUUID().toString();
            var caseId = "V" + entryId.replace("-", "");
            var answer = node.call(Call.log(caseId, Entries.opened(entryId, caseId)));
            long at = System.nanoTime();
            if (answer.statusCode() != 201) {
                throw new IllegalStateException(answer.body());
            }
            logged.incrementAndGet();
            var receipt = Answer.of(node, answer).json().get(0);
            var entry = new Acknowledged(caseId, receipt.get("position").longValue(), at);
            probes.forEach(probe -> probe.next.offer(entry));
        }
        return null;
    }
}
