package org.conductregister.query.statistics.rollup;

import java.util.List;
import org.conductregister.query.statistics.Unit;

/**
 * A grouping people use, whose counts are kept ready. Every question that groups by some of its dimensions, and limits no
 * others, is answered from it.
 *
 * @param anyInstant whether they are ready also as known at any instant; else only as known now and lately
 */
public record RollupDefinition(List<String> dimensions, boolean anyInstant) {

    private static final List<RollupDefinition> OF_ALLEGATIONS = List.of(
            atAnyInstant("status"),
            atAnyInstant("result"),
            atAnyInstant("force", "status"),
            now("force", "result"),
            now("category", "status"),
            now("source", "reportedYear", "result"),
            now("force", "status", "outcome"));

    private static final List<RollupDefinition> OF_CASES =
            List.of(atAnyInstant("status"), atAnyInstant("force", "status"), now("force", "kind", "status"));

    private static final List<RollupDefinition> OF_REFERRALS =
            List.of(now("force", "referral"), now("basis", "referral"));

    private static final List<RollupDefinition> OF_RESPONSES =
            List.of(now("recommendationId", "response"), now("force", "response"));

    /** The smallest first. */
    public static List<RollupDefinition> of(Unit unit) {
        return switch (unit) {
            case ALLEGATIONS, OFFICERS -> OF_ALLEGATIONS;
            case CASES -> OF_CASES;
            case REFERRALS -> OF_REFERRALS;
            case RESPONSES -> OF_RESPONSES;
        };
    }

    private static RollupDefinition now(String... dimensions) {
        return new RollupDefinition(List.of(dimensions), false);
    }

    private static RollupDefinition atAnyInstant(String... dimensions) {
        return new RollupDefinition(List.of(dimensions), true);
    }
}
