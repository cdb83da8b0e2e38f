package org.conductregister.query.projections;

import static java.util.stream.Collectors.joining;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.QueryService;
import org.conductregister.query.TestLog;
import org.conductregister.query.TestStores;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * How fast views are built from the log, together and each by itself, and how soon they show what is appended in the
 * same process. The argument is the number of cases, of about five entries each. The log is a file of SQLite, durable as in the
 * standalone edition, and the embedded MongoDB is the one of the standalone edition.
 */
public final class ReplayBenchmark {

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final int APPENDS = 500;

    private ReplayBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var url = "jdbc:sqlite:" + Files.createTempDirectory("replay").resolve("events.db");
        try (var log = TestLog.at(url)) {
            var events = ChicagoLike.cases(Integer.parseInt(arguments[0])).stream()
                    .map(entry -> log.event(entry.record(), entry.fact()))
                    .toList();
            log.addAll(events, SharedLogSource.PAGE);
        }
        long began = System.nanoTime();
        long cpu = MACHINE.getProcessCpuTime();
        try (var service = start(url)) {
            var projections = service.getBean(Projections.class);
            long head = service.getBean(OrderedEventStorageEngine.class).log().lastPosition();
            System.out.printf("%,d entries, load %.1f%n", head, MACHINE.getSystemLoadAverage());
            for (var projection : projections.all()) {
                await(projection, head);
            }
            report("all at start, the start included", head, began, cpu);
            for (int round = 0; round < 2; round++) {
                for (var projection : projections.all()) {
                    rebuild(projection, head);
                }
            }
            appendOneByOne(service);
        }
    }

    private static ConfigurableApplicationContext start(String url) {
        return new SpringApplicationBuilder(QueryService.class, TestStores.class)
                .run("--spring.datasource.url=" + url, "--server.port=0", "--register.password=benchmark");
    }

    private static void rebuild(Projection projection, long head) throws InterruptedException {
        long began = System.nanoTime();
        long cpu = MACHINE.getProcessCpuTime();
        projection.rebuild();
        await(projection, head);
        report(projection.view().name() + " by itself", head, began, cpu);
    }

    private static void report(String what, long entries, long began, long cpuBefore) {
        double seconds = (System.nanoTime() - began) / 1e9;
        double cpu = (MACHINE.getProcessCpuTime() - cpuBefore) / 1e9;
        System.gc();
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%s: %.1f s, %,.0f entries/s; %.1f s of CPU, %,.0f entries/s of one core; heap %,d MB%n",
                what,
                seconds,
                entries / seconds,
                cpu,
                entries / cpu,
                (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }

    private static void appendOneByOne(ConfigurableApplicationContext service) throws InterruptedException {
        var events = service.getBean(EventStore.class);
        var log = service.getBean(TestLog.class);
        var engine = service.getBean(OrderedEventStorageEngine.class);
        var projections = service.getBean(Projections.class).all();
        var latencies = new long[projections.size()][APPENDS];
        for (int i = 0; i < APPENDS; i++) {
            var event = log.event(
                    RecordId.of(new CaseId("LATENCY-" + i)), new InvestigationStarted(LocalDate.of(2012, 3, 4), null));
            events.publish(event);
            long appended = System.nanoTime();
            long position = engine.log().lastPosition();
            int view = 0;
            for (var projection : projections) {
                await(projection, position);
                latencies[view++][i] = System.nanoTime() - appended;
            }
        }
        int view = 0;
        for (var projection : projections) {
            var sorted = latencies[view++];
            Arrays.sort(sorted);
            System.out.printf(
                    "append to visible in %s: %s ms%n",
                    projection.view().name(),
                    Arrays.stream(new double[] {0.5, 0.9, 0.99, 1})
                            .mapToObj(share -> "p%.0f %.1f"
                                    .formatted(share * 100, sorted[(int) Math.ceil(share * APPENDS) - 1] / 1e6))
                            .collect(joining(", ")));
        }
    }

    private static void await(Projection projection, long position) throws InterruptedException {
        if (!projection.view().head().reaches(position, Duration.ofMinutes(10))) {
            throw new IllegalStateException(projection.view().name() + " did not come to " + position);
        }
    }
}
