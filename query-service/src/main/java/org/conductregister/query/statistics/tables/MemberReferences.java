package org.conductregister.query.statistics.tables;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import org.conductregister.query.casefile.CaseReferences;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Members.Member;
import org.conductregister.query.statistics.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The references of the cases that members are, or are part of. Safe for use by several threads. */
@Component
public final class MemberReferences {

    private final CaseReferences references;

    MemberReferences(CaseReferences references) {
        this.references = references;
    }

    /** Whether the members of a unit are cases, or parts of one. */
    public static boolean areOf(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, CASES, REFERRALS -> true;
            case OFFICERS, RESPONSES -> false;
        };
    }

    /** How far the cases are known, on which a reader of references waits. */
    public Head head() {
        return references.head();
    }

    /** Returns the reference of a member's case among some; null where it has none, or the member is of no case. */
    public static @Nullable String of(Member member, Map<String, String> references) {
        return member.record() == null ? null : references.get(member.record());
    }

    /** Returns the reference of each case that has one, by the case's id. Reads each case of the members. */
    public Map<String, String> of(Unit unit, Collection<Member> members, PointInTime times) {
        return areOf(unit)
                ? references.of(
                        members.stream()
                                .map(Member::record)
                                .filter(Objects::nonNull)
                                .toList(),
                        times)
                : Map.of();
    }
}
