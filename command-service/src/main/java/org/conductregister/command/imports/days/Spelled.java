package org.conductregister.command.imports.days;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A day as it is spelled, before it is known in which order its numbers are. */
sealed interface Spelled {

    /**
     * The order makes no difference.
     *
     * @param order in which its numbers are; null where there are none
     */
    record Known(DayReading reading, @Nullable DayOrder order) implements Spelled {

        Known(DayReading reading) {
            this(reading, null);
        }
    }

    /**
     * Three numbers, the first of one or two digits, the last of two or four.
     *
     * @param paddedFirst whether the first has two digits, as a year would
     */
    record Numbers(int first, int second, int third, boolean fullYear, boolean paddedFirst) implements Spelled {

        /** Before it, a year of two digits that comes first is not likely. */
        private static final int EARLIEST = 1950;

        /** The day, if the numbers are in this order; null where there is none. */
        @Nullable
        LocalDate in(DayOrder order, LocalDate today) {
            return switch (order) {
                case DMY -> day(year(third, today), second, first);
                case MDY -> day(year(third, today), first, second);
                case YMD -> fullYear || !paddedFirst ? null : day(ofTwoDigits(first, today), second, third);
            };
        }

        /** The orders in which it is a day, a likely one where the year has two digits and comes first. */
        Set<DayOrder> possible(LocalDate today) {
            var possible = EnumSet.noneOf(DayOrder.class);
            for (var order : DayOrder.values()) {
                var day = in(order, today);
                if (day != null && (order != DayOrder.YMD || day.getYear() >= EARLIEST)) {
                    possible.add(order);
                }
            }
            return possible;
        }

        /** The day that it is in every order in which it can be one; null where these differ. */
        @Nullable
        LocalDate inAny(LocalDate today) {
            LocalDate only = null;
            for (var order : possible(today)) {
                var day = in(order, today);
                if (only != null && !only.equals(day)) {
                    return null;
                }
                only = day;
            }
            return only;
        }

        private int year(int stated, LocalDate today) {
            return fullYear ? stated : ofTwoDigits(stated, today);
        }
    }

    /** The year of the last hundred that ends with these digits. */
    static int ofTwoDigits(int digits, LocalDate today) {
        int year = today.getYear() - today.getYear() % 100 + digits;
        return year > today.getYear() ? year - 100 : year;
    }

    /** Null where the calendar has no such day. */
    static @Nullable LocalDate day(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
