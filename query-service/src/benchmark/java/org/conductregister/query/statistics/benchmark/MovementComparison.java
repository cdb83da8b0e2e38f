package org.conductregister.query.statistics.benchmark;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.measurement.Stopwatch;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;
import org.conductregister.query.statistics.benchmark.sql.MovementStatements;
import org.conductregister.query.statistics.view.StatisticsView;

/** Durations, flows and what has ever been so, put to the statistics and to a database: first compared, then timed there. */
final class MovementComparison {

    private static final int COMPARED = 3;
    private static final int DRAWN = 64;
    private static final int LEAST = 3;

    private final StatisticsView view;
    private final List<LocalDate> days;
    private final List<Integer> forces;
    private final int seconds;
    private final Report report;

    MovementComparison(StatisticsView view, long seed, int seconds, Report report) {
        var random = new Random(seed);
        this.view = view;
        this.seconds = seconds;
        this.report = report;
        long span = ChronoUnit.DAYS.between(Plan.FIRST_DAY, Plan.END);
        this.days = Stream.generate(() -> Plan.FIRST_DAY.plusDays(random.nextInt((int) span)))
                .limit(DRAWN)
                .toList();
        this.forces = IntStream.range(0, Vocabulary.FORCES.size()).boxed().toList();
    }

    /**
     * Compares and times one database.
     *
     * @param name of the database
     */
    void of(String name, MovementStatements statements) throws Exception {
        for (var day : days.subList(0, COMPARED)) {
            requireSame(name + ": durations at " + day, durations(day), byForce(statements.durations(day)));
            requireSame(name + ": ever at " + day, ever(day), byForce(statements.ever(day)));
        }
        for (int force : forces.subList(0, COMPARED)) {
            requireSame(name + ": flows of force " + force, flows(force), lines(statements.flows(force)));
        }
        var stopwatch = new Stopwatch(Duration.ofMillis(seconds * 300L), Duration.ofSeconds(seconds), LEAST, 50_000);
        report.times(
                name + ": durations by force, from report to closing", stopwatch.time(days, statements::durations));
        report.times(name + ": flows of 144 months for one force", stopwatch.time(forces, statements::flows));
        report.times(
                name + ": allegations by force that ever faced proceedings", stopwatch.time(days, statements::ever));
    }

    private static void requireSame(String what, List<String> ours, List<String> theirs) {
        if (!ours.equals(theirs)) {
            throw new IllegalStateException("%s%n ours   %s%n theirs %s".formatted(what, ours, theirs));
        }
    }

    private List<String> durations(LocalDate day) {
        var measure = new Measure(Moment.REPORTED, Moment.CLOSED, Clock.CALENDAR, Suspension.INCLUDED, null);
        return view.durations(question(Population.EVERYTHING, day), measure).groups().stream()
                .filter(group -> group.ended().count() > 0)
                .map(group -> line(
                        group.values().getFirst().toString(),
                        group.ended().count(),
                        group.ended().median(),
                        group.ended().p25(),
                        group.ended().p75()))
                .sorted()
                .toList();
    }

    private List<String> ever(LocalDate day) {
        var population = Population.EVERYTHING.everBeen("misconduct", "PROCEEDINGS_LISTED");
        return view.count(question(population, day)).groups().stream()
                .map(group -> line(group.values().getFirst().toString(), group.count()))
                .sorted()
                .toList();
    }

    private static Question question(Population population, LocalDate day) {
        return new Question(Unit.ALLEGATIONS, population, List.of("force"), new PointInTime(day, PointInTime.NOW));
    }

    private List<String> flows(int force) {
        var population = Population.EVERYTHING.with(Filter.FORCE, Column.FORCE.word(force));
        var question =
                new Question(Unit.ALLEGATIONS, population, List.of(), new PointInTime(Plan.FIRST_DAY, PointInTime.NOW));
        var periods =
                view.flows(question, Plan.FIRST_DAY, QueryParameters.MONTHS).periods();
        var lines = new ArrayList<String>();
        for (int month = 0; month < periods.size(); month++) {
            for (var group : periods.get(month).groups()) {
                if (group.received() + group.closed() + group.reopened() > 0) {
                    lines.add(line(String.valueOf(month), group.received(), group.closed(), group.reopened()));
                }
            }
        }
        return lines;
    }

    private static List<String> byForce(List<double[]> rows) {
        return rows.stream()
                .map(row -> line(Column.FORCE.word((int) row[0]), numbers(row)))
                .sorted()
                .toList();
    }

    private static List<String> lines(List<double[]> rows) {
        return rows.stream()
                .map(row -> line(String.valueOf((int) row[0]), numbers(row)))
                .toList();
    }

    private static Number[] numbers(double[] row) {
        var numbers = new Number[row.length - 1];
        for (int i = 1; i < row.length; i++) {
            numbers[i - 1] = row[i];
        }
        return numbers;
    }

    private static String line(String name, Number... numbers) {
        var line = new StringBuilder(name);
        for (var number : numbers) {
            line.append(String.format(Locale.ROOT, " %.4f", number.doubleValue()));
        }
        return line.toString();
    }
}
