package org.conductregister.query.statistics.benchmark;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.measurement.Stopwatch;
import org.conductregister.query.statistics.benchmark.queries.QueryParameters;

/** Questions about durations and flows, timed with other parameters each time. */
final class Movements {

    private static final int DRAWN = 512;
    private static final int LEAST = 15;

    /** How many questions there are. */
    static final int QUESTIONS = 7;

    private final MovementEngine engine;
    private final StatisticsEngine counts;
    private final Random random;
    private final Report report;
    private final Stopwatch stopwatch;
    private final long lastKnown;

    /** @param lastKnown in microseconds since 1970-01-01: no later instant is asked for */
    Movements(MovementEngine engine, StatisticsEngine counts, long seed, long lastKnown, int seconds, Report report) {
        this.engine = engine;
        this.counts = counts;
        this.random = new Random(seed);
        this.lastKnown = lastKnown;
        this.report = report;
        this.stopwatch =
                new Stopwatch(Duration.ofMillis(seconds * 500L), Duration.ofSeconds(seconds), LEAST, 1_000_000);
    }

    void time() throws Exception {
        var toClosing = new Measure(Moment.REPORTED, Moment.CLOSED, Clock.CALENDAR, Suspension.INCLUDED, 365);
        var working = new Measure(Moment.REPORTED, Moment.CLOSED, Clock.WORKING, Suspension.EXCLUDED, 100);
        var toHearing = new Measure(Moment.REPORTED, Moment.HEARD, Clock.CALENDAR, Suspension.EXCLUDED, null);
        durations("durations by force, from report to closing, known now (60 ms wanted)", toClosing, false);
        durations("durations by force, from report to closing, known at any instant (60 ms wanted)", toClosing, true);
        durations("durations by force, in working days without suspension (60 ms wanted)", working, false);
        durations("durations by force, from report to hearing, without suspension (60 ms wanted)", toHearing, false);
        flows("flows of 144 months for one force (50 µs wanted)", List.of());
        flows("flows of 144 months for one force by result", List.of("result"));
        ever("allegations by force that ever faced proceedings (25 ms wanted)");
    }

    private void ever(String name) throws Exception {
        var population = Population.EVERYTHING.everBeen("misconduct", "PROCEEDINGS_LISTED");
        var questions = Stream.generate(() -> new Question(
                        Unit.ALLEGATIONS, population, List.of("force"), new PointInTime(day(), PointInTime.NOW)))
                .limit(DRAWN)
                .toList();
        report.times(name, stopwatch.time(questions, counts::count));
    }

    private void durations(String name, Measure measure, boolean knownAtAnyInstant) throws Exception {
        var questions = Stream.generate(() -> new Question(
                        Unit.ALLEGATIONS,
                        Population.EVERYTHING,
                        List.of("force"),
                        new PointInTime(day(), knownAtAnyInstant ? instant() : PointInTime.NOW)))
                .limit(DRAWN)
                .toList();
        report.times(name, stopwatch.time(questions, question -> engine.durations(question, measure)));
    }

    private void flows(String name, List<String> groupBy) throws Exception {
        var questions = Vocabulary.FORCES.stream()
                .map(force -> new Question(
                        Unit.ALLEGATIONS,
                        Population.EVERYTHING.with(Filter.FORCE, force.value()),
                        groupBy,
                        new PointInTime(Plan.FIRST_DAY, PointInTime.NOW)))
                .toList();
        report.times(
                name,
                stopwatch.time(questions, question -> engine.flows(question, Plan.FIRST_DAY, QueryParameters.MONTHS)));
    }

    private LocalDate day() {
        return Plan.FIRST_DAY.plusDays(random.nextInt((int) ChronoUnit.DAYS.between(Plan.FIRST_DAY, Plan.END)));
    }

    private Instant instant() {
        return Plan.instant(random.nextLong(Plan.micros(Plan.FIRST_DAY), lastKnown));
    }
}
