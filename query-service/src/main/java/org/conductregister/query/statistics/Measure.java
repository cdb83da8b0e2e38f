package org.conductregister.query.statistics;

import org.jspecify.annotations.Nullable;

/**
 * Which durations are measured, and in what.
 *
 * @param from one of {@link Moment#STARTS}
 * @param to one of {@link Moment#ENDS}, another
 * @param over the limit, in days of the clock, that shares are over; null for no such shares
 */
public record Measure(
        Moment from,
        Moment to,
        Clock clock,
        Suspension suspension,
        @Nullable Integer over) {

    /** Which days are counted. */
    public enum Clock {
        /** Every day. */
        CALENDAR,
        /** Days on which people work in England and Wales: from Monday to Friday, without bank holidays. */
        WORKING
    }

    /** Whether days on which the investigation was suspended are counted. */
    public enum Suspension {
        INCLUDED,
        EXCLUDED
    }

    public Measure {
        if (!Moment.STARTS.contains(from) || !Moment.ENDS.contains(to) || from == to) {
            throw new IllegalArgumentException("no durations are measured from %s to %s".formatted(from, to));
        }
    }
}
