package org.conductregister.query.statistics.admission;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.FlowMembers;
import org.conductregister.query.statistics.Flows;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Members;
import org.conductregister.query.statistics.MovementEngine;
import org.conductregister.query.statistics.Question;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table;
import org.conductregister.query.statistics.Unit;

/**
 * The engines as requests ask them: a large question waits for its place. How large it is, is estimated from its dimensions and days
 * before it is asked: the most cells that its answer may have.
 */
final class AdmittedStatistics implements StatisticsEngine, MovementEngine {

    /** From so many cells on a question is large: some 10 ms, or some megabytes of an answer. */
    static final long LARGE = 20_000;

    /** The number of values that a dimension without a list of words is taken to have. */
    private static final long MANY = 45;

    private static final long NUMBERS = 20;

    /** Times are looked at one by one: a group of durations takes as long as so many counts. */
    private static final long OF_DURATIONS = 100;

    private final StatisticsEngine counts;
    private final MovementEngine movements;
    private final RequestPlaces places;

    AdmittedStatistics(StatisticsEngine counts, MovementEngine movements, RequestPlaces places) {
        this.counts = counts;
        this.movements = movements;
        this.places = places;
    }

    private void admit(Question question, long days) {
        if (cells(question, days) >= LARGE) {
            places.enter();
        }
    }

    /** Returns the most cells of an answer; no more than 2 to the power of 40, whatever the question. */
    private long cells(Question question, long days) {
        long cells = Math.max(1, days);
        for (var dimension : counts.dimensions(question.unit())) {
            if (question.groupBy().contains(dimension.name())) {
                cells = Math.min(1L << 40, cells * values(dimension));
            }
        }
        return cells;
    }

    private static long values(Dimension dimension) {
        return switch (dimension.values()) {
            case WORD -> dimension.words().size();
            case CODE, CODES -> MANY;
            case NUMBER, FINANCIAL_YEAR -> NUMBERS;
            case FLAG -> 2;
        };
    }

    @Override
    public Head head() {
        return counts.head();
    }

    @Override
    public List<Dimension> dimensions(Unit unit) {
        return counts.dimensions(unit);
    }

    @Override
    public Table count(Question question) {
        admit(question, 1);
        return counts.count(question);
    }

    @Override
    public Series series(Question question, List<LocalDate> days) {
        admit(question, days.size());
        return counts.series(question, days);
    }

    @Override
    public Members members(Question question, Listing listing) {
        return counts.members(question, listing);
    }

    @Override
    public Durations durations(Question question, Measure measure) {
        admit(question, OF_DURATIONS);
        return movements.durations(question, measure);
    }

    @Override
    public DurationMembers durationMembers(
            Question question, Measure measure, DurationMembers.Part part, boolean onlyOver, Listing listing) {
        return movements.durationMembers(question, measure, part, onlyOver, listing);
    }

    @Override
    public Flows flows(Question question, LocalDate from, List<LocalDate> ends) {
        admit(question, 5L * ends.size());
        return movements.flows(question, from, ends);
    }

    @Override
    public FlowMembers flowMembers(
            Question question, LocalDate from, LocalDate to, FlowMembers.Flow flow, Listing listing) {
        return movements.flowMembers(question, from, to, flow, listing);
    }
}
