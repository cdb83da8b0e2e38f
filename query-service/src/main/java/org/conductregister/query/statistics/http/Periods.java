package org.conductregister.query.statistics.http;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.pointintime.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * The days that a series or the periods of flows end on.
 *
 * @param yearStart the first day of a year; 1 January where it is not asked for
 * @param anchored whether steps begin with the first day, and not with the calendar's
 */
record Periods(SeriesStep step, MonthDay yearStart, boolean anchored) {

    /** The most points of one series, and periods of flows. */
    static final int MOST = 5_000;

    /** The first day of a calendar year. */
    static final MonthDay NEW_YEAR = MonthDay.of(1, 1);

    /**
     * Reads the periods from a request; null together with a fault.
     *
     * @param mayBeAnchored whether {@code anchored} is one of the parameters
     */
    static @Nullable Periods read(Parameters parameters, boolean mayBeAnchored) {
        var step = parameters.choice("step", SeriesStep.class);
        if (step == null && parameters.text("step") == null) {
            parameters.fault("step", "must be one of DAY, WEEK, MONTH, QUARTER, YEAR");
        }
        var yearStart = yearStart(parameters);
        if (yearStart != null && step != null && step != SeriesStep.YEAR) {
            parameters.fault("yearStart", "goes with step=YEAR alone");
        }
        boolean anchored = mayBeAnchored && anchored(parameters);
        if (anchored && yearStart != null) {
            parameters.fault("yearStart", "does not go with anchored=true, where years begin with from");
        }
        return step == null ? null : new Periods(step, yearStart == null ? NEW_YEAR : yearStart, anchored);
    }

    private static @Nullable MonthDay yearStart(Parameters parameters) {
        var text = parameters.text("yearStart");
        if (text == null) {
            return null;
        }
        try {
            var day = MonthDay.parse("--" + text);
            if (!day.equals(MonthDay.of(2, 29))) {
                return day;
            }
        } catch (DateTimeException e) {
            // refused below
        }
        parameters.fault(
                "yearStart", "must be a day of every year, as MM-DD: 04-01 for years from 1 April to 31 March");
        return null;
    }

    private static boolean anchored(Parameters parameters) {
        var text = parameters.text("anchored");
        if (text != null && !text.equals("true") && !text.equals("false")) {
            parameters.fault("anchored", "must be true or false");
        }
        return "true".equals(text);
    }

    /** The first day of a year as it is asked for, where steps are years of the calendar or of one's own; else null. */
    @Nullable
    String yearStartInWords() {
        return step == SeriesStep.YEAR && !anchored
                ? "%02d-%02d".formatted(yearStart.getMonthValue(), yearStart.getDayOfMonth())
                : null;
    }

    /**
     * The end of each period that ends from {@code from} to {@code to}, or {@code from} itself and each day that is some steps
     * later; and {@code to} itself, so that a period still running has its point too. One more than {@link #MOST} where there
     * would be more.
     */
    List<LocalDate> days(LocalDate from, LocalDate to) {
        var days = new ArrayList<LocalDate>();
        for (int i = 0; days.size() < MOST; i++) {
            var day = anchored
                    ? step.after(from, i)
                    : nextEnd(days.isEmpty() ? from : days.getLast().plusDays(1));
            if (!day.isBefore(to)) {
                break;
            }
            days.add(day);
        }
        days.add(to);
        return days;
    }

    private LocalDate nextEnd(LocalDate day) {
        if (step != SeriesStep.YEAR) {
            return step.endOfPeriod(day);
        }
        var start = yearStart.atYear(day.getYear());
        return (start.isAfter(day) ? start : yearStart.atYear(day.getYear() + 1)).minusDays(1);
    }
}
