package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question for the time that it took, or has taken so far, from one moment to another.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 * @param groups in order of their values; those in which nothing has begun are left out
 */
public record Durations(Instant knownAt, long position, List<Group> groups) {

    /**
     * Members that are alike.
     *
     * @param values as of {@link Table.Group}
     * @param ended of those that have reached both moments
     * @param open of those that have reached the first moment alone: their ages
     * @param leftOut how many reached the second moment before the first; they are in neither
     */
    public record Group(List<Object> values, Ended ended, Open open, long leftOut) {

        /** A group that nothing is in. */
        public static Group ofNothing(List<Object> values) {
            return new Group(values, new Ended(0, null, null, null, null, null, null), new Open(0, null, null), 0);
        }
    }

    /**
     * Durations in days of the clock. Quantiles are linear between ranks (R's type 7).
     *
     * @param shareOver of those longer than the limit, from 0 to 1; null without a limit, as are all numbers but the count
     *     where that is 0
     */
    public record Ended(
            long count,
            @Nullable Double mean,
            @Nullable Double median,
            @Nullable Double p25,
            @Nullable Double p75,
            @Nullable Double p90,
            @Nullable Double shareOver) {}

    /** Ages; as of {@link Ended}. */
    public record Open(
            long count, @Nullable Double median, @Nullable Double shareOver) {}

    public Durations {
        groups = List.copyOf(groups);
    }
}
