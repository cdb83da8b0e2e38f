package org.conductregister.query.statistics.dimension;

import java.time.LocalDate;
import java.time.MonthDay;

/** Years from 1 April to 31 March, named after both calendar years: {@code 2016/17}. */
final class FinancialYear {

    private static final MonthDay FIRST_DAY = MonthDay.of(4, 1);
    private static final int FIRST = 1900;
    private static final int CENTURY = 100;

    /** By year since {@link #FIRST}: names are asked for with every report. */
    private static final String[] NAMES = new String[2 * CENTURY];

    static {
        for (int i = 0; i < NAMES.length; i++) {
            NAMES[i] = name(FIRST + i);
        }
    }

    private FinancialYear() {}

    /** The name of the year that a day is in; O(1). */
    static String of(LocalDate day) {
        int year = day.getYear() - (day.isBefore(FIRST_DAY.atYear(day.getYear())) ? 1 : 0);
        return year >= FIRST && year < FIRST + NAMES.length ? NAMES[year - FIRST] : name(year);
    }

    private static String name(int year) {
        return "%04d/%02d".formatted(year, Math.floorMod(year + 1, CENTURY));
    }
}
