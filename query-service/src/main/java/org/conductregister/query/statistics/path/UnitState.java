package org.conductregister.query.statistics.path;

import org.conductregister.query.statistics.column.DayColumn;

/**
 * A unit at the end of a day, as two numbers given by a {@link PointSink}.
 *
 * @param version the number of its fixed dimensions, person and days
 * @param state the number of its changing dimensions; {@link #NOT_THERE} is none
 */
public record UnitState(int version, int state) {

    /** In place of the day of report of members that are not reported, such as responses; as days since 1970-01-01. */
    public static final int NOT_REPORTED = 0;

    /** The state of a unit that does not exist. */
    public static final int NOT_THERE = 0;

    /** The person of a version that names none. */
    public static final int NOBODY = -1;

    /** The day of referral of a version without one: after all days. */
    public static final int NOT_REFERRED = DayColumn.NEVER;
}
