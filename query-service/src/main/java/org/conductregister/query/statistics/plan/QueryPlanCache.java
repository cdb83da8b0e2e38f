package org.conductregister.query.statistics.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The plans of the questions asked lately, for snapshots of one index. Any thread may ask. Three caches, each evicting what is
 * asked for least often and least lately (Caffeine's W-TinyLFU) once its limit is reached:
 *
 * <ul>
 *   <li>plans: {@value #MAX_PLANS}. They are small, and refer to what follows.
 *   <li>groupings, which questions that differ only in days share: a weight of {@value #MAX_GROUPING_WEIGHT}. One that a rollup
 *       answers weighs 1, for it holds a number for each group; any other {@value #SCAN_WEIGHT}, for it holds one for each
 *       profile.
 *   <li>candidate members: {@value #CANDIDATE_INTS_PER_VERSION} ints for each version there is, at least
 *       {@value #MIN_CANDIDATE_WEIGHT}, which is room for the members of four populations that leave nobody out.
 * </ul>
 */
public final class QueryPlanCache {

    private static final int MAX_PLANS = 512;
    private static final int MAX_GROUPING_WEIGHT = 1024;
    private static final int SCAN_WEIGHT = 32;
    private static final int CANDIDATE_INTS_PER_VERSION = 12;
    private static final int MIN_CANDIDATE_WEIGHT = 1 << 16;

    private final Cache<Selection, QueryPlan> plans =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MAX_PLANS).build();

    private final Cache<GroupingKey, GroupingPlan> groupings = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MAX_GROUPING_WEIGHT)
            .weigher((GroupingKey key, GroupingPlan plan) -> key.rollup() == GroupingPlan.NO_ROLLUP ? SCAN_WEIGHT : 1)
            .build();

    private final Cache<Selection, CandidateMembers> candidates = Caffeine.newBuilder()
            .executor(Runnable::run)
            .maximumWeight(MIN_CANDIDATE_WEIGHT)
            .weigher((Selection selection, CandidateMembers members) -> members.weight())
            .build();

    private record GroupingKey(Selection selection, int rollup) {}

    /** The plan of a selection; O(1) for one that is known. */
    public QueryPlan plan(Selection asked) {
        var selection = asked.withoutPast();
        var known = plans.getIfPresent(selection);
        return known != null ? known : plans.get(selection, this::newPlan);
    }

    private QueryPlan newPlan(Selection asked) {
        var selection = asked.withYearsForDays();
        var window = DayWindow.of(selection.population());
        var onAnyDay = selection.onAnyDay();
        int rollup = window.isUnlimited() ? GroupingPlan.rollupFor(onAnyDay) : GroupingPlan.NO_ROLLUP;
        var grouping = groupings.get(
                new GroupingKey(onAnyDay, rollup), key -> new GroupingPlan(key.selection(), key.rollup()));
        return new QueryPlan(selection, grouping, window);
    }

    /** The candidates of a plan; O(1) for known ones, else O(versions of the snapshot). */
    public CandidateMembers candidates(QueryPlan plan, UnitSnapshot snapshot) {
        var key = plan.selection().inAnyState();
        var known = candidates.getIfPresent(key);
        if (known != null) {
            return known;
        }
        var found = new CandidateMembers(key, plan.window());
        found.in(snapshot);
        long limit = Math.max(
                MIN_CANDIDATE_WEIGHT,
                (long) CANDIDATE_INTS_PER_VERSION * snapshot.versions().size());
        candidates.policy().eviction().ifPresent(eviction -> eviction.setMaximum(limit));
        candidates.put(key, found);
        return found;
    }
}
