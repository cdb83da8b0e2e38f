package org.conductregister.query.statistics.column;

import java.time.LocalDate;

/**
 * DayCode as the rows hold them, in two bytes: 1 for 1900-01-01, 65,534 for the last day there is a code for (in 2079). What
 * was earlier is 0, what is to be later 65,535; of those few the day itself is kept beside the rows.
 */
public final class DayCode {

    public static final char EARLIER = 0;
    static final char LATER = 65_535;

    private static final int BEFORE_FIRST =
            Math.toIntExact(LocalDate.of(1900, 1, 1).toEpochDay()) - 1;

    private DayCode() {}

    /** @param day as days since 1970-01-01 */
    public static char code(int day) {
        long code = (long) day - BEFORE_FIRST;
        return (char) Math.clamp(code, EARLIER, LATER);
    }

    /** The day of a code that one alone has. */
    static int day(char code) {
        return code + BEFORE_FIRST;
    }

    /**
     * The greatest code that is certainly no later than a day; -1 where there is none. Where days lie beyond the codes,
     * rows of {@link #EARLIER} and {@link #LATER} must be looked at one by one.
     */
    public static int upTo(int day) {
        long code = (long) day - BEFORE_FIRST;
        return code < 1 ? -1 : (int) Math.min(code, LATER - 1);
    }

    public static boolean hasCode(int day) {
        char code = code(day);
        return code != EARLIER && code != LATER;
    }
}
