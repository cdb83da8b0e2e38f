package org.conductregister.query.statistics.index;

import java.util.List;
import org.conductregister.query.statistics.Unit;

/**
 * A grouping people use, whose counts are kept ready. Every question that groups by some of its dimensions, and limits no
 * others, is answered from it.
 *
 * @param anyInstant whether they are ready also as known at any instant; else only as known now and lately
 */
record NamedGrouping(List<String> dimensions, boolean anyInstant) {

    private static final List<NamedGrouping> OF_ALLEGATIONS = List.of(
            atAnyInstant("status"),
            atAnyInstant("result"),
            atAnyInstant("force", "status"),
            now("force", "result"),
            now("category", "status"),
            now("source", "reportedYear", "result"),
            now("force", "status", "outcome"));

    private static final List<NamedGrouping> OF_CASES =
            List.of(atAnyInstant("status"), atAnyInstant("force", "status"), now("force", "kind", "status"));

    private static final List<NamedGrouping> OF_REFERRALS = List.of(now("force", "referral"), now("basis", "referral"));

    private static final List<NamedGrouping> OF_RESPONSES =
            List.of(now("recommendationId", "response"), now("force", "response"));

    /** The smallest first. */
    static List<NamedGrouping> of(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, OFFICERS -> OF_ALLEGATIONS;
            case CASES -> OF_CASES;
            case REFERRALS -> OF_REFERRALS;
            case RESPONSES -> OF_RESPONSES;
        };
    }

    private static NamedGrouping now(String... dimensions) {
        return new NamedGrouping(List.of(dimensions), false);
    }

    private static NamedGrouping atAnyInstant(String... dimensions) {
        return new NamedGrouping(List.of(dimensions), true);
    }
}
