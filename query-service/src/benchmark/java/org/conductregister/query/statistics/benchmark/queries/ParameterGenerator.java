package org.conductregister.query.statistics.benchmark.queries;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.generator.Vocabulary;
import org.conductregister.query.statistics.benchmark.oracle.Column;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.states.HandlingStatus;

/** ParameterGenerator parameters, so that no answer can be kept for the next call. */
public final class ParameterGenerator {

    private static final int DAYS = Math.toIntExact(ChronoUnit.DAYS.between(Plan.FIRST_DAY, Plan.END));

    private final RandomGenerator random;
    private final long lastKnown;

    /**
     * Generates the same parameters for the same seed.
     *
     * @param lastKnown in microseconds since 1970-01-01: no later instant is asked for
     */
    public ParameterGenerator(long seed, long lastKnown) {
        this.random = new Random(seed);
        this.lastKnown = lastKnown;
    }

    public QueryParameters of(Query query) {
        return switch (query) {
            case Q1, Q3 -> count(query, lastKnown, Map.of());
            case Q2, Q5 -> count(query, lastKnown, Map.of(Column.FORCE, force()));
            case Q4_UNIFORM -> count(query, instant(), Map.of());
            case Q4_DIAGONAL -> nearDiagonal();
            case Q4_BACKFILL -> count(query, duringTakeover(), Map.of());
            case Q6 -> cohort();
            case Q7 ->
                count(
                        query,
                        instant(),
                        Map.of(
                                Column.FORCE, force(),
                                Column.STATUS, random.nextInt(HandlingStatus.values().length)));
            case Q8 -> unforeseen();
        };
    }

    private static QueryParameters count(Query query, LocalDate asAt, long knownAt, Map<Column, Integer> only) {
        return new QueryParameters(query, asAt, knownAt, only, null, null, null);
    }

    private QueryParameters count(Query query, long knownAt, Map<Column, Integer> only) {
        return count(query, day(), knownAt, only);
    }

    private QueryParameters nearDiagonal() {
        long knownAt = instant();
        var asAt = Plan.day(knownAt).plusDays(random.nextInt(61) - 30);
        return count(Query.Q4_DIAGONAL, asAt.isBefore(Plan.FIRST_DAY) ? Plan.FIRST_DAY : asAt, knownAt, Map.of());
    }

    private QueryParameters cohort() {
        var from = Plan.FIRST_DAY.plusYears(random.nextInt(Plan.YEARS));
        var source = Map.of(Column.SOURCE, random.nextInt(CaseSource.values().length));
        var until = from.plusYears(1).minusDays(1);
        return new QueryParameters(Query.Q6, day(), lastKnown, source, from, until, null);
    }

    private QueryParameters unforeseen() {
        var from = day();
        var until = from.plusDays(30 + random.nextInt(1_500));
        return new QueryParameters(
                Query.Q8,
                day(),
                instant(),
                Map.of(),
                from,
                until,
                Vocabulary.TAGS.get(random.nextInt(Vocabulary.TAGS.size())));
    }

    private LocalDate day() {
        return Plan.FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private int force() {
        return random.nextInt(Vocabulary.FORCES.size());
    }

    private long instant() {
        return random.nextLong(Plan.micros(Plan.FIRST_DAY), lastKnown);
    }

    /** Most while it goes on, the others after it. */
    private long duringTakeover() {
        long begins = Plan.micros(Plan.takeoverBegins());
        return random.nextInt(4) == 0
                ? random.nextLong(begins, lastKnown)
                : random.nextLong(begins, Plan.micros(Plan.day(begins).plusDays(1)));
    }
}
