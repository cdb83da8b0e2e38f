package org.conductregister.query.statistics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.query.statistics.benchmark.IndexBuild.Built;
import org.conductregister.query.statistics.benchmark.generator.GeneratedLog;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.measurement.Stopwatch;
import org.conductregister.query.statistics.benchmark.measurement.Times;
import org.conductregister.query.statistics.benchmark.oracle.FoldedCounts;
import org.conductregister.query.statistics.benchmark.queries.ParameterGenerator;
import org.conductregister.query.statistics.benchmark.queries.Query;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;
import org.conductregister.query.statistics.benchmark.sql.Database;
import org.conductregister.query.statistics.benchmark.sql.DuckDb;
import org.conductregister.query.statistics.benchmark.sql.Loading;
import org.conductregister.query.statistics.benchmark.sql.PostgreSql;
import org.conductregister.query.statistics.benchmark.sql.Structure;

/** The same questions put to the plain fold, the statistics and the databases: first compared, then timed. */
final class Comparison {

    private static final int DRAWN = 2_048;
    private static final int COMPARED = 5;
    private static final int FOLDED = 2;
    private static final int ARRIVALS_A_SECOND = 1_000;

    private final Settings settings;
    private final Plan plan;
    private final Built built;
    private final List<Query> queries;
    private final Report report;
    private final StatisticsQueries statistics;
    private final Map<Query, List<QueryParameters>> asked = new EnumMap<>(Query.class);
    private final Map<Query, Map<String, Times>> others = new EnumMap<>(Query.class);

    Comparison(Settings settings, Plan plan, Built built, List<Query> queries, Report report) {
        this.settings = settings;
        this.plan = plan;
        this.built = built;
        this.queries = queries;
        this.report = report;
        this.statistics = new StatisticsQueries(built.view());
        var draws = new ParameterGenerator(settings.seed(), built.lastKnown());
        for (var query : queries) {
            asked.put(query, Stream.generate(() -> draws.of(query)).limit(DRAWN).toList());
            others.put(query, new LinkedHashMap<>());
        }
    }

    void run() throws Exception {
        compareWithFold();
        runDatabases();
        var times = timeOurs();
        report.heading();
        queries.forEach(query -> report.query(query, times.get(query), others.get(query)));
    }

    private void compareWithFold() {
        long began = System.nanoTime();
        var sample = queries.stream()
                .flatMap(query -> asked.get(query).stream().limit(query.isSeries() ? 1 : FOLDED))
                .toList();
        var truth = FoldedCounts.answers(plan, built.lastKnown(), sample);
        for (int i = 0; i < sample.size(); i++) {
            requireSame(sample.get(i), truth.get(i).hash(), statistics(sample.get(i)), "the plain fold");
        }
        report.figure("answers that equal the plain fold's", sample.size());
        Report.say("folded in %.1f s", (System.nanoTime() - began) / 1e9);
    }

    private String statistics(QueryParameters one) {
        return StatisticsQueries.inWords(statistics.ask(StatisticsQueries.put(one)))
                .hash();
    }

    private static void requireSame(QueryParameters asked, String theirs, String statistics, String whose) {
        if (!theirs.equals(statistics)) {
            throw new IllegalStateException("%s answers otherwise: %s".formatted(whose, asked));
        }
    }

    private void runDatabases() throws Exception {
        var databases = new ArrayList<Database>();
        try {
            for (var name : settings.databases()) {
                databases.add(open(name));
            }
            long began = System.nanoTime();
            Loading.load(plan, built.lastKnown(), databases);
            Report.say("databases loaded in %.1f s", (System.nanoTime() - began) / 1e9);
            for (var database : databases) {
                began = System.nanoTime();
                database.loaded(queries);
                report.condition(database.getClass().getSimpleName(), database.conditions());
                Report.say("ready after another %.1f s", (System.nanoTime() - began) / 1e9);
                if (database instanceof DuckDb duckDb) {
                    report.figure("loaded", duckDb.sizes());
                }
                for (var structure : database.structures()) {
                    compareAndTime(structure);
                }
                if (queries.contains(Query.Q1)) {
                    compareMovements(database);
                }
            }
        } finally {
            for (var database : databases) {
                database.close();
            }
        }
    }

    private Database open(String name) throws IOException, SQLException {
        Files.createDirectories(settings.directory());
        return switch (name) {
            case "duckdb" -> {
                var file = settings.directory().resolve("duckdb");
                Files.deleteIfExists(file);
                Files.deleteIfExists(Path.of(file + ".wal"));
                yield new DuckDb(file);
            }
            case "postgresql" ->
                new PostgreSql(settings.directory().resolve("postgresql").toAbsolutePath());
            default -> throw new IllegalArgumentException("no database is named " + name);
        };
    }

    private void compareMovements(Database database) throws Exception {
        try (var statements = database.movements()) {
            new MovementComparison(built.view(), settings.seed(), settings.secondsPerQuery(), report)
                    .of(database.getClass().getSimpleName(), statements);
        }
    }

    private void compareAndTime(Structure structure) throws Exception {
        var stopwatch = new Stopwatch(
                Duration.ofMillis(settings.secondsPerQuery() * 300L),
                Duration.ofSeconds(settings.secondsPerQuery()),
                5,
                50_000);
        for (var query : queries) {
            if (structure.answers(query)) {
                for (var one : asked.get(query).subList(0, COMPARED)) {
                    var theirs = Structure.inWords(one, structure.ask(one));
                    requireSame(one, theirs.hash(), statistics(one), structure.name());
                }
                var times = stopwatch.time(asked.get(query), structure::ask);
                others.get(query).put(structure.name(), times);
                Report.say(
                        "%s %s: median %.1f µs, %d calls",
                        structure.name(), query, times.median() / 1e3, times.calls());
            }
        }
    }

    private Map<Query, Times> timeOurs() throws Exception {
        var stopwatch = new Stopwatch(
                Duration.ofMillis(settings.secondsPerQuery() * 500L),
                Duration.ofSeconds(settings.secondsPerQuery()),
                20,
                1_000_000);
        int timed = queries.size() + Movements.QUESTIONS;
        int toCome = ARRIVALS_A_SECOND * timed * (settings.secondsPerQuery() * 2 + 2);
        var log = new GeneratedLog(plan);
        log.skip(settings.events());
        var entries = log.next(toCome);
        var times = new EnumMap<Query, Times>(Query.class);
        try (var arrivals = new Arrivals(built.view(), entries)) {
            for (var query : queries) {
                var put = asked.get(query).stream().map(StatisticsQueries::put).toList();
                times.put(query, stopwatch.time(put, statistics::ask));
                if (!arrivals.goOn()) {
                    throw new IllegalStateException("no entries were left to arrive during " + query);
                }
            }
            new Movements(
                            built.view(),
                            built.view(),
                            settings.seed(),
                            built.lastKnown(),
                            settings.secondsPerQuery(),
                            report)
                    .time();
            report.times("from the arrival of an entry until it is seen (1 ms wanted)", arrivals.delays());
        }
        return times;
    }
}
