package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state that holds from the end of a day until the next step. Lists of steps are in order of day, one step a day.
 *
 * @param day as days since 1970-01-01
 */
record Step<S extends @Nullable Object>(int day, S state) {

    /** A day before all days. */
    static final int BEGINNING = Integer.MIN_VALUE;

    /** A day after all days. */
    static final int NEVER = Integer.MAX_VALUE;

    static int day(LocalDate day) {
        return Math.toIntExact(day.toEpochDay());
    }

    /** The state at the end of a day; null before the first step. */
    static <S> @Nullable S at(List<Step<S>> steps, int day) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).day <= day) {
                return steps.get(i).state;
            }
        }
        return null;
    }

    /** The day of the next step, or {@link #NEVER}. */
    static <S> int nextAfter(List<Step<S>> steps, int day) {
        int next = NEVER;
        for (int i = steps.size() - 1; i >= 0 && steps.get(i).day > day; i--) {
            next = steps.get(i).day;
        }
        return next;
    }

    /** The first day at whose end two paths differ, or {@link #NEVER}. */
    static <S> int firstDifference(List<Step<S>> a, List<Step<S>> b) {
        for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
            if (i >= a.size()) {
                return b.get(i).day;
            }
            if (i >= b.size()) {
                return a.get(i).day;
            }
            if (!a.get(i).equals(b.get(i))) {
                return Math.min(a.get(i).day, b.get(i).day);
            }
        }
        return NEVER;
    }
}
