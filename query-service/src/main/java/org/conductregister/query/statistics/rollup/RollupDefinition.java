package org.conductregister.query.statistics.rollup;

import java.util.List;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;

/**
 * The dimensions of a rollup. It answers every question that groups by, and filters by, no other dimensions.
 *
 * @param dimensions their names
 * @param anyInstant whether counts are kept also as known at any instant, in {@link SumRuns}; otherwise only as known now
 */
public record RollupDefinition(List<String> dimensions, boolean anyInstant) {

    private static final List<RollupDefinition> OF_ALLEGATIONS = List.of(
            atAnyInstant("status"),
            atAnyInstant("result"),
            atAnyInstant("force", "status"),
            now("force", "result"),
            now("category", "status"),
            now("source", "reportedYear", "result"),
            now("force", "status", "outcome"),
            now("force", "status", Dimensions.REOPENINGS));

    private static final List<RollupDefinition> OF_CASES = List.of(
            atAnyInstant("status"),
            atAnyInstant("force", "status"),
            now("force", "kind", "status"),
            now("force", "status", Dimensions.REOPENINGS));

    private static final List<RollupDefinition> OF_REFERRALS =
            List.of(now("force", "referral"), now("basis", "referral"));

    private static final List<RollupDefinition> OF_RESPONSES =
            List.of(now("recommendationId", "response"), now("force", "response"));

    /** The rollups of a unit, those with the fewest groups first. */
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
