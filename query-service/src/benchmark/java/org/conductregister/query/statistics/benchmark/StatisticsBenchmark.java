package org.conductregister.query.statistics.benchmark;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.query.projections.EventStoreRebuild;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.queries.Query;

/** See docs/benchmarks for the command, and for what it has shown. */
public final class StatisticsBenchmark {

    private static final List<Query> OF_REGISTER = Stream.of(Query.values())
            .filter(query -> query != Query.Q4_BACKFILL)
            .toList();

    private StatisticsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var settings = Settings.ofTheCommand();
        var report = new Report();
        tellConditions(settings, report);
        Files.createDirectories(settings.directory());
        if (settings.phases().contains("register")) {
            var plan = Plan.of(settings.seed(), settings.events(), false);
            var built = IndexBuild.build(plan, settings.events(), settings.directory(), report);
            Checkpointing.time(built.view(), settings.directory().resolve("checkpoint"), report);
            new Comparison(settings, plan, built, OF_REGISTER, report).run();
        }
        if (settings.phases().contains("backfill")) {
            var plan = Plan.of(settings.seed(), settings.events(), true);
            var built = IndexBuild.build(plan, settings.events(), settings.directory(), report.part("backfill: "));
            new Comparison(settings, plan, built, List.of(Query.Q4_BACKFILL), report.part("backfill: ")).run();
        }
        if (settings.phases().contains("large")) {
            new LargeRegister(settings, report).run();
        }
        if (settings.phases().contains("store")) {
            var plan = Plan.of(settings.seed(), settings.storedEvents(), false);
            EventStoreRebuild.time(plan, settings.storedEvents(), settings.directory(), report);
        }
        report.write(settings.directory().resolve("statistics.json"));
    }

    private static void tellConditions(Settings settings, Report report) {
        var runtime = ManagementFactory.getRuntimeMXBean();
        report.condition("began", Clock.systemUTC().instant());
        report.condition("events", settings.events());
        report.condition("seed", settings.seed());
        report.condition("processors", Runtime.getRuntime().availableProcessors());
        report.condition("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        report.condition("JVM", "%s %s".formatted(runtime.getVmName(), runtime.getVmVersion()));
        report.condition(
                "JVM arguments",
                runtime.getInputArguments().stream()
                        .filter(argument -> !argument.contains("benchmark.directory"))
                        .toList());
        report.condition("heap at most, MB", Runtime.getRuntime().maxMemory() >> 20);
        report.condition("system", "%s %s".formatted(System.getProperty("os.name"), System.getProperty("os.version")));
        report.condition(
                "how", "ours timed while 1,000 entries a second arrive, the databases while none do, all caches warm");
    }
}
