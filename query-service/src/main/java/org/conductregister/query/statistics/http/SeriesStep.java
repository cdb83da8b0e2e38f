package org.conductregister.query.statistics.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** How far apart the points of a series are. Each stands at the last day of its period; weeks end on Sunday. */
enum SeriesStep {
    DAY {
        @Override
        LocalDate endOfPeriod(LocalDate day) {
            return day;
        }
    },
    WEEK {
        @Override
        LocalDate endOfPeriod(LocalDate day) {
            return day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        }
    },
    MONTH {
        @Override
        LocalDate endOfPeriod(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfMonth());
        }
    },
    QUARTER {
        @Override
        LocalDate endOfPeriod(LocalDate day) {
            int monthsLeft = 2 - (day.getMonthValue() - 1) % 3;
            return MONTH.endOfPeriod(day.withDayOfMonth(1).plusMonths(monthsLeft));
        }
    },
    YEAR {
        @Override
        LocalDate endOfPeriod(LocalDate day) {
            return day.with(TemporalAdjusters.lastDayOfYear());
        }
    };

    /** The most points of one series. */
    static final int MOST = 5_000;

    abstract LocalDate endOfPeriod(LocalDate day);

    /**
     * The end of each period that ends from {@code from} to {@code to}, and {@code to} itself, so that a period still
     * running has its point too. One more than {@link #MOST} where there would be more.
     */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (var end = endOfPeriod(from); end.isBefore(to) && days.size() < MOST; end = endOfPeriod(end.plusDays(1))) {
            days.add(end);
        }
        days.add(to);
        return days;
    }
}
