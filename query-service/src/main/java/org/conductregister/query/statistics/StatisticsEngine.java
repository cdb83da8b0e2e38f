package org.conductregister.query.statistics;

import java.time.LocalDate;
import java.util.List;
import org.conductregister.query.pointintime.Head;

/**
 * Answers every question about counts. Readers never wait for the writer, and each answer is of one position of the log.
 * An answer says which instant it is known at, and never changes for that instant.
 */
public interface StatisticsEngine {

    /** The most that a series may have. */
    int MOST_GROUPS = 250_000;

    /** The position and instant that the answers reach. */
    Head head();

    /** Returns the dimensions that a unit can be grouped by, in the order of the contract. */
    List<Dimension> dimensions(Unit unit);

    /**
     * Counts the units of a population, by the dimensions of the question.
     *
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     */
    Table count(Question question);

    /**
     * Counts as at several days; the question's own day plays no part.
     *
     * @param days ascending
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     * @throws TooManyGroupsException when there are more than {@link #MOST_GROUPS} over all days
     */
    Series series(Question question, List<LocalDate> days);

    /**
     * Which units make up a count; what the question groups by plays no part.
     *
     * @throws IllegalArgumentException when a dimension is not one of the unit's
     */
    Members members(Question question, Listing listing);
}
