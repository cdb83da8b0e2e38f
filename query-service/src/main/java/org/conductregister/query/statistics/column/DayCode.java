package org.conductregister.query.statistics.column;

import java.time.LocalDate;

/**
 * Days in two bytes: 1 stands for 1900-01-01, 65,534 for 2079-06-04, {@link #EARLIER} for all days before and
 * {@link #LATER} for all days after, so that codes are ordered as their days are. Days are ints here, as days since 1970-01-01.
 */
public final class DayCode {

    /** The code of every day before 1900-01-01. */
    public static final char EARLIER = 0;

    /** The code of every day after 2079-06-04. */
    public static final char LATER = 65_535;

    private static final int BEFORE_FIRST =
            Math.toIntExact(LocalDate.of(1900, 1, 1).toEpochDay()) - 1;

    private DayCode() {}

    /** The code of a day. */
    public static char code(int day) {
        long code = (long) day - BEFORE_FIRST;
        return (char) Math.clamp(code, EARLIER, LATER);
    }

    /** The day of a code other than {@link #EARLIER} and {@link #LATER}. */
    public static int day(char code) {
        return code + BEFORE_FIRST;
    }

    /**
     * The highest code whose days are all no later than a day, or -1 if there is none. For a day that {@link #hasCode has a
     * code} that is its code; otherwise days of {@link #EARLIER} or {@link #LATER} must be compared one by one.
     */
    public static int upTo(int day) {
        long code = (long) day - BEFORE_FIRST;
        return code < 1 ? -1 : (int) Math.min(code, LATER - 1);
    }

    /** Whether a day has a code that no other day has. */
    public static boolean hasCode(int day) {
        char code = code(day);
        return code != EARLIER && code != LATER;
    }
}
