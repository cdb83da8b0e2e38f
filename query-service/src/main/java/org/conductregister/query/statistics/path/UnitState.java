package org.conductregister.query.statistics.path;

/**
 * How a unit is at the end of a day.
 *
 * @param version what of it does not change by itself
 * @param state what of it does
 */
public record UnitState(int version, int state) {

    /** For the state: the unit does not exist. */
    public static final int NOT_THERE = 0;

    /** For the person of a version: none is identified. */
    public static final int NOBODY = -1;

    /** For the referral of a version: later than any day. */
    public static final int NOT_REFERRED = Integer.MAX_VALUE;
}
