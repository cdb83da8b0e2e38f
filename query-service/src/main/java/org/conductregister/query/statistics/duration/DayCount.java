package org.conductregister.query.statistics.duration;

import java.time.Instant;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.workingdays.WorkingDays;

/** Which days a clock counts. Any thread may ask. */
@FunctionalInterface
interface DayCount {

    /** Every day counts. */
    DayCount CALENDAR = day -> day;

    /**
     * How many days are counted from an arbitrary day up to another, that day included; O(1). The days counted after one day, up
     * to another, are the difference.
     *
     * @param day as days since 1970-01-01
     */
    int upTo(int day);

    /**
     * The days that a clock counts.
     *
     * @param knownAt leaves out bank holidays that were announced later
     */
    static DayCount of(Clock clock, Instant knownAt) {
        return switch (clock) {
            case CALENDAR -> CALENDAR;
            case WORKING -> WorkingDays.knownAt(knownAt)::upTo;
        };
    }
}
