package org.conductregister.query.statistics.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.engine.AppendGuard;
import org.conductregister.eventstore.engine.AppendLimits;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.Upcasters;
import org.conductregister.query.TestLog;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.projections.EventStoreRebuild;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.measurement.Memory;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.measurement.Stopwatch;
import org.conductregister.query.statistics.benchmark.oracle.FoldedCounts;
import org.conductregister.query.statistics.benchmark.queries.ParameterGenerator;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.view.StatisticsView;

/**
 * A register of any size as one machine has it: a log in a file of SQLite, statistics built from it and kept, a start from what was
 * kept, and questions put to them. A log and a checkpoint that an earlier run left in the directory are used again, so that what broke
 * in the middle need not begin anew.
 */
final class LargeRegister {

    private static final int DRAWN = 1_024;

    private final Settings settings;
    private final Report report;
    private final Plan plan;
    private final Path log;
    private final Path kept;

    LargeRegister(Settings settings, Report report) {
        this.settings = settings;
        this.report = report.part("large: ");
        this.plan = Plan.of(settings.seed(), settings.events(), false);
        this.log = settings.directory()
                .resolve("large-%d.db".formatted(settings.events()))
                .toAbsolutePath();
        this.kept = settings.directory()
                .resolve("large-%d".formatted(settings.events()))
                .resolve("statistics")
                .toAbsolutePath();
    }

    void run() throws Exception {
        writeLog();
        try (var pool = pool()) {
            var engine = engine(pool);
            if (!Files.exists(kept)) {
                build(engine);
            }
            var view = started(engine);
            compareWithFold(view);
            time(view);
        }
    }

    private void writeLog() throws Exception {
        if (Files.exists(log)) {
            Report.say("the log %s is used again", log);
            return;
        }
        Files.deleteIfExists(kept);
        long began = System.nanoTime();
        var unfinished = Path.of(log + ".unfinished");
        BulkStore.writeApart(settings.seed(), settings.events(), unfinished);
        Files.move(unfinished, log);
        report.figure("log written, entries/s", perSecond(began));
        report.figure("log, bytes an entry", (double) Files.size(log) / settings.events());
    }

    private HikariDataSource pool() {
        var config = new HikariConfig();
        config.setJdbcUrl("jdbc:sqlite:" + log);
        config.setMaximumPoolSize(4);
        return new HikariDataSource(config);
    }

    private static OrderedEventStorageEngine engine(HikariDataSource pool) {
        return new OrderedEventStorageEngine(
                pool,
                TestLog.serializer(),
                Upcasters.chain(),
                PayloadSeal.NONE,
                LogClock.own(Clock.systemUTC()),
                1_000,
                AppendLimits.USUAL,
                AppendGuard.NONE);
    }

    private static StatisticsView view(Path file) {
        return new StatisticsView(new CheckpointFile(file), ListsAsKnown.unchanged(Set.of()));
    }

    private void build(OrderedEventStorageEngine engine) throws IOException {
        long heap = Memory.used();
        long mapped = Memory.mapped();
        // What follows the log keeps the view as it likes, in a file that is of no use here
        var own = kept.resolveSibling("building");
        var view = view(own);
        long began = System.nanoTime();
        EventStoreRebuild.rebuild(engine, view);
        report.figure("statistics built from the log, entries/s", perSecond(began));
        requireWhole(view);
        report.figure("heap of the statistics, bytes an entry", (double) (Memory.used() - heap) / settings.events());
        report.figure(
                "histories in a mapped file, bytes an entry", (double) (Memory.mapped() - mapped) / settings.events());
        Files.deleteIfExists(own); // which is as large as what is kept, on a disk that the log nearly fills
        began = System.nanoTime();
        if (!view.writeTo(new CheckpointFile(kept)).join()) {
            throw new IllegalStateException("it was not kept");
        }
        report.figure("checkpoint saved, s", seconds(began));
        report.figure("checkpoint, bytes an entry", (double) Files.size(kept) / settings.events());
    }

    /** The view that was built is no longer held by then. */
    private StatisticsView started(OrderedEventStorageEngine engine) {
        long heap = Memory.used();
        long began = System.nanoTime();
        var view = view(kept);
        if (!view.readCheckpoint(heading -> isInLog(engine, heading.position(), heading.entryId()))) {
            throw new IllegalStateException("what was kept could not be used");
        }
        report.figure("checkpoint loaded, s", seconds(began));
        EventStoreRebuild.rebuild(engine, view);
        report.figure("started from the checkpoint, up to the head of the log, s", seconds(began));
        requireWhole(view);
        report.figure("heap after the start, bytes an entry", (double) (Memory.used() - heap) / settings.events());
        return view;
    }

    private static boolean isInLog(OrderedEventStorageEngine engine, long position, String entryId) {
        return engine.log().after(position - 1, 1).stream()
                .anyMatch(event -> event.entryId().equals(entryId));
    }

    private void requireWhole(StatisticsView view) {
        if (view.head().now().position() != settings.events()) {
            throw new IllegalStateException("it ends at " + view.head().now());
        }
    }

    private static long lastKnown(StatisticsView view) {
        return Plan.micros(view.head().now().recordedAt());
    }

    /** One question of each kind, each record folded for it. */
    private void compareWithFold(StatisticsView view) {
        long began = System.nanoTime();
        var draws = new ParameterGenerator(settings.seed() + 1, lastKnown(view));
        var sample = queries().filter(query -> !query.isSeries()).map(draws::of).toList();
        var truth = FoldedCounts.answers(plan, lastKnown(view), sample);
        var statistics = new StatisticsQueries(view);
        for (int i = 0; i < sample.size(); i++) {
            var ours = StatisticsQueries.inWords(statistics.ask(StatisticsQueries.put(sample.get(i))));
            if (!ours.hash().equals(truth.get(i).hash())) {
                throw new IllegalStateException("the plain fold answers otherwise: " + sample.get(i));
            }
        }
        report.figure("answers that equal the plain fold's", sample.size());
        Report.say("folded in %.1f s", seconds(began));
    }

    private static Stream<Query> queries() {
        return Stream.of(Query.values()).filter(query -> query != Query.Q4_BACKFILL);
    }

    private void time(StatisticsView view) throws Exception {
        var stopwatch = new Stopwatch(
                Duration.ofMillis(settings.secondsPerQuery() * 500L),
                Duration.ofSeconds(settings.secondsPerQuery()),
                20,
                1_000_000);
        var draws = new ParameterGenerator(settings.seed(), lastKnown(view));
        var statistics = new StatisticsQueries(view);
        for (var query : queries().toList()) {
            var put = Stream.generate(() -> StatisticsQueries.put(draws.of(query)))
                    .limit(DRAWN)
                    .toList();
            report.times(query.name(), stopwatch.time(put, statistics::ask));
        }
        new Movements(view, view, settings.seed(), lastKnown(view), settings.secondsPerQuery(), report).time();
    }

    private long perSecond(long began) {
        return Math.round(settings.events() / seconds(began));
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
