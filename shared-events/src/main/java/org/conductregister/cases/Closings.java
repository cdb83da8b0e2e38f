package org.conductregister.cases;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * When something stood closed, by the ends of days: what is closed and reopened within one day was never closed, and what is
 * reopened and closed again within one day was never reopened. Immutable; one closed span is remembered beside the current one.
 *
 * @param reopenings on how many days it went from closed to pending
 * @param since the day from whose end it has stood closed; null while it is pending
 * @param lastSince the first day of the span that the last reopening ended; null where there was none
 * @param lastReopenedOn the day of the last reopening; null where there was none
 */
public record Closings(
        int reopenings,
        @Nullable LocalDate since,
        @Nullable LocalDate lastSince,
        @Nullable LocalDate lastReopenedOn) {

    static final Closings NONE = new Closings(0, null, null, null);

    /** Closed on a day, which is no earlier than any before; one that is closed already stays as it is. */
    Closings closed(LocalDate day) {
        if (since != null) {
            return this;
        }
        return day.equals(lastReopenedOn)
                ? new Closings(reopenings - 1, lastSince, null, null)
                : new Closings(reopenings, day, lastSince, lastReopenedOn);
    }

    /** Reopened on a day, which is no earlier than any before; one that is pending stays as it is. */
    Closings reopened(LocalDate day) {
        if (since == null) {
            return this;
        }
        return day.equals(since)
                ? new Closings(reopenings, null, lastSince, lastReopenedOn)
                : new Closings(reopenings + 1, null, since, day);
    }
}
