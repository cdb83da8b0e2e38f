package org.conductregister.command.imports.days;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The days that the values of a column state, summed up.
 *
 * @param found in which order they are
 * @param yearFirst whether some have a year of four digits in front
 * @param known the days that need no order
 * @param ordered the days of three numbers, in each order
 */
public record DaySummary(FoundOrder found, boolean yearFirst, Days known, Map<DayOrder, Days> ordered) {

    public DaySummary {
        ordered = Collections.unmodifiableMap(new EnumMap<>(ordered));
    }

    /**
     * Days, counted.
     *
     * @param exact how many values are one day
     * @param within how many are a month or a year alone
     * @param odd how many of both are before 1950 or after today
     * @param notDays how many are none
     * @param earliest the first day that one of them can be; null without any
     * @param latest the last
     * @param withinExamples a few months and years
     * @param notOverExamples a few of these of which the last day is after today, and the first is not
     * @param oddExamples a few odd days
     */
    public record Days(
            long exact,
            long within,
            long odd,
            long notDays,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            List<String> withinExamples,
            List<String> notOverExamples,
            List<String> oddExamples) {

        public Days {
            withinExamples = List.copyOf(withinExamples);
            notOverExamples = List.copyOf(notOverExamples);
            oddExamples = List.copyOf(oddExamples);
        }

        private Days and(Days other) {
            return new Days(
                    exact + other.exact,
                    within + other.within,
                    odd + other.odd,
                    notDays + other.notDays,
                    first(earliest, other.earliest),
                    last(latest, other.latest),
                    joined(withinExamples, other.withinExamples),
                    joined(notOverExamples, other.notOverExamples),
                    joined(oddExamples, other.oddExamples));
        }

        private static @Nullable LocalDate first(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null ? other : other == null || one.isBefore(other) ? one : other;
        }

        private static @Nullable LocalDate last(@Nullable LocalDate one, @Nullable LocalDate other) {
            return one == null ? other : other == null || one.isAfter(other) ? one : other;
        }

        private static List<String> joined(List<String> some, List<String> others) {
            return Stream.concat(some.stream(), others.stream()).distinct().toList();
        }
    }

    /** The order that the values have; null where it is open, or nothing needs one. */
    public @Nullable DayOrder order() {
        if (found.orders().size() == 1) {
            return found.orders().iterator().next();
        }
        return found.orders().isEmpty() && yearFirst ? DayOrder.YMD : null;
    }

    /**
     * All days, those of three numbers in this order. Where it is null, those of three numbers are in it if they are the
     * same in every order, and left out if the order is open.
     */
    public Days in(@Nullable DayOrder order) {
        var days = order == null && !found.isOpen()
                ? ordered.get(DayOrder.DMY)
                : order == null ? null : ordered.get(order);
        return days == null ? known : known.and(days);
    }

    /** The number of values that are days in the order in which the most are, less those in this one. */
    public long missedIn(DayOrder order) {
        var days = ordered.get(order);
        long most = ordered.values().stream().mapToLong(Days::exact).max().orElse(0);
        return days == null ? most : most - days.exact();
    }

    /** How many values are a day, a month or a year, in the order in which the most are. */
    public long mostDays() {
        long most = ordered.values().stream().mapToLong(Days::exact).max().orElse(0);
        return known.exact() + known.within() + most;
    }
}
