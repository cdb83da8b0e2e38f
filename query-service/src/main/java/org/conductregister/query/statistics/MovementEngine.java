package org.conductregister.query.statistics;

import java.time.LocalDate;
import java.util.List;

/**
 * Answers how long things took, and what came and went: of the same positions of the log, with the same guarantees, as
 * {@link StatisticsEngine} counts.
 */
public interface MovementEngine {

    /**
     * How long it took the members of a population from one moment to another, by the dimensions of the question. The unit is
     * allegations or cases.
     *
     * @throws IllegalArgumentException when a dimension, or a moment, is not one of the unit's
     */
    Durations durations(Question question, Measure measure);

    /**
     * Which members durations are of, the longest first; what the question groups by plays no part, nor does the order
     * of the listing.
     *
     * @param onlyOver whether those no longer than the limit of the measure are left out, where it has one
     * @throws IllegalArgumentException when a dimension, or a moment, is not one of the unit's
     */
    DurationMembers durationMembers(
            Question question, Measure measure, DurationMembers.Part part, boolean onlyOver, Listing listing);

    /**
     * Counts the members that come into a population, and those closed and reopened, in periods that follow one
     * another. The unit is allegations or cases; the question's own day plays no part.
     *
     * @param from the first day of the first period
     * @param ends the last day of each period, ascending
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     * @throws TooManyGroupsException when there are more than {@link StatisticsEngine#MOST_GROUPS} over all periods
     */
    Flows flows(Question question, LocalDate from, List<LocalDate> ends);

    /**
     * Which members a number of one period is of; what the question groups by plays no part, nor does the order of the
     * listing.
     *
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     */
    FlowMembers flowMembers(Question question, LocalDate from, LocalDate to, FlowMembers.Flow flow, Listing listing);
}
