package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.List;
import org.conductregister.query.statistics.Members.Member;
import org.jspecify.annotations.Nullable;

/**
 * One page of the members that durations are of, the longest first.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 * @param total how many there are on all pages
 */
public record DurationMembers(Instant knownAt, long position, long total, List<Timed> members) {

    /** Which of them. */
    public enum Part {
        /** Members that have reached both moments. */
        ENDED,
        /** Members that have reached the first moment alone. */
        OPEN,
        /** Members that reached the second moment before the first. */
        LEFT_OUT
    }

    /**
     * A member and how long it took, or has taken.
     *
     * @param days of the clock; null where it is left out
     */
    public record Timed(Member member, @Nullable Integer days) {}

    public DurationMembers {
        members = List.copyOf(members);
    }
}
