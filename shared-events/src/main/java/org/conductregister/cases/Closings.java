package org.conductregister.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When something stood closed, by the ends of days: what is closed and reopened within one day was never closed, and what is
 * reopened and closed again within one day was never reopened. Immutable.
 *
 * @param since the day from whose end it has stood closed; null while it is pending
 * @param ended the spans for which it stood closed before, in order
 * @param brief the days on which it was reopened and closed again, in order
 */
public record Closings(@Nullable LocalDate since, List<Span> ended, List<LocalDate> brief) {

    static final Closings NONE = new Closings(null, List.of(), List.of());

    /**
     * A span for which it stood closed.
     *
     * @param from the day on which it was closed
     * @param to the day on which it was reopened, later than that
     */
    public record Span(LocalDate from, LocalDate to) {

        private boolean isWithin(LocalDate day) {
            return day.isAfter(from) && day.isBefore(to);
        }
    }

    /** On how many days it went from closed to pending. */
    public int reopenings() {
        return ended.size();
    }

    /** Whether it was pending at some time of a day that is no earlier than its beginning: the days of closing and reopening are such. */
    public boolean wasPendingOn(LocalDate day) {
        boolean stoodClosed =
                (since != null && day.isAfter(since)) || ended.stream().anyMatch(span -> span.isWithin(day));
        return !stoodClosed || brief.contains(day);
    }

    /** Closed on a day, which is no earlier than any before; one that is closed already stays as it is. */
    Closings closed(LocalDate day) {
        if (since != null) {
            return this;
        }
        boolean neverReopened = !ended.isEmpty() && ended.getLast().to().equals(day);
        if (!neverReopened) {
            return new Closings(day, ended, brief);
        }
        var days = new ArrayList<>(brief);
        days.add(day);
        return new Closings(ended.getLast().from(), ended.subList(0, ended.size() - 1), List.copyOf(days));
    }

    /** Reopened on a day, which is no earlier than any before; one that is pending stays as it is. */
    Closings reopened(LocalDate day) {
        if (since == null) {
            return this;
        }
        if (day.equals(since)) {
            return new Closings(null, ended, brief);
        }
        var more = new ArrayList<>(ended);
        more.add(new Span(since, day));
        return new Closings(null, List.copyOf(more), brief);
    }
}
