package org.conductregister.query.statistics;

import java.time.Instant;
import java.util.List;
import org.conductregister.query.statistics.Members.Member;

/**
 * One page of the members that a number of {@link Flows} is of, as they are at the end of the period.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 * @param total the number: the sum of the times of all members, on all pages
 * @param distinct how many members there are on all pages
 * @param members in the order in which the register first heard of them
 */
public record FlowMembers(Instant knownAt, long position, long total, long distinct, List<Moved> members) {

    /** Which number. */
    public enum Flow {
        START,
        RECEIVED,
        CLOSED,
        REOPENED,
        END
    }

    /**
     * A member.
     *
     * @param times how often it was closed or reopened in the period; else 1
     */
    public record Moved(Member member, int times) {}

    public FlowMembers {
        members = List.copyOf(members);
    }
}
