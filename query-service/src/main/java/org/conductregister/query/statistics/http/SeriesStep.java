package org.conductregister.query.statistics.http;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** The distance between the points of a series. Each stands at the last day of its period; weeks end on Sunday. */
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

    /** The last day of the calendar's period that a day is in. */
    abstract LocalDate endOfPeriod(LocalDate day);

    /** The day that is some steps later: of months, quarters and years the same day of the month, or its last. */
    LocalDate after(LocalDate day, int steps) {
        return switch (this) {
            case DAY -> day.plusDays(steps);
            case WEEK -> day.plusWeeks(steps);
            case MONTH -> day.plusMonths(steps);
            case QUARTER -> day.plusMonths(3L * steps);
            case YEAR -> day.plusYears(steps);
        };
    }
}
