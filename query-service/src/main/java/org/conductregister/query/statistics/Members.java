package org.conductregister.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of the units that make up a count.
 *
 * @param knownAt as of {@link Table}
 * @param position of the last entry that was known
 * @param total how many there are on all pages
 * @param members in the order asked for
 */
public record Members(Instant knownAt, long position, long total, List<Member> members) {

    /**
     * One unit.
     *
     * @param record the case or recommendation; null where the unit is an officer
     * @param part the allegation, the number of the referral within its case, or the force that answers; else null
     * @param officerId of the officer, or the officer that an allegation is against; else null
     * @param referredOn of a referral; else null
     * @param values of every dimension of the unit, by name; a list of them where several can hold
     */
    public record Member(
            @Nullable String record,
            @Nullable String part,
            @Nullable String officerId,
            @Nullable LocalDate referredOn,
            Map<String, Object> values) {}

    public Members {
        members = List.copyOf(members);
    }
}
