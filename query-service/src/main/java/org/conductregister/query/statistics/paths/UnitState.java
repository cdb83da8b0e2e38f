package org.conductregister.query.statistics.paths;

/**
 * Everything that a point says of a unit beside its day.
 *
 * @param reported the day of the report, as days since 1970-01-01
 * @param referred the day of the referral, likewise
 */
public record UnitState(int cell, int person, int reported, int referred) {

    /** For {@code person}: none is identified. */
    public static final int NOBODY = -1;

    /** For {@code referred}: later than any day. */
    public static final int NOT_REFERRED = Integer.MAX_VALUE;
}
