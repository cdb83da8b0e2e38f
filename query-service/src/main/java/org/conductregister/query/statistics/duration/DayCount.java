package org.conductregister.query.statistics.duration;

import java.util.function.Supplier;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.workingdays.WorkingDays;

/** Which days a clock counts. Any thread may ask. */
@FunctionalInterface
interface DayCount {

    /** Every day counts. */
    DayCount CALENDAR = day -> day;

    /**
     * Returns the number of days counted from an arbitrary day up to another, that day included; O(1). The days counted after one day, up
     * to another, are the difference.
     *
     * @param day as days since 1970-01-01
     */
    int upTo(int day);

    /**
     * The days that a clock counts.
     *
     * @param workingDays asked for where the clock counts them
     */
    static DayCount of(Clock clock, Supplier<WorkingDays> workingDays) {
        return switch (clock) {
            case CALENDAR -> CALENDAR;
            case WORKING -> workingDays.get()::upTo;
        };
    }
}
