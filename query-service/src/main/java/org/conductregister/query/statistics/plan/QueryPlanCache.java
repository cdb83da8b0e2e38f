package org.conductregister.query.statistics.plan;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.conductregister.query.statistics.index.UnitIndex;

/**
 * The plans of the questions asked lately, and what they share. A split that a kept grouping answers is small, and many
 * are remembered: one for each force and status, say. The others hold a number for each profile there is, and candidates
 * one for each member.
 */
public final class QueryPlanCache {

    private static final int MOST_PLANS = 512;
    private static final int MOST_KEPT = 512;
    private static final int MOST_OTHERS = 32;

    private final Map<Selection, QueryPlan> plans = new ConcurrentHashMap<>();
    private final Map<Selection, GroupingPlan> kept = new ConcurrentHashMap<>();
    private final Map<Selection, GroupingPlan> others = new ConcurrentHashMap<>();
    private final Map<Selection, CandidateMembers> candidates = new ConcurrentHashMap<>();

    public QueryPlan of(Selection wanted, UnitIndex index) {
        var known = plans.get(wanted);
        return known != null && known.index() == index ? known : add(wanted, index);
    }

    private QueryPlan add(Selection asked, UnitIndex index) {
        var wanted = asked.byYears();
        var window = DayWindow.of(wanted.population());
        var split = split(wanted.everyDay(), window.isEverything(), index);
        var plan = new QueryPlan(index, split, window, candidates(wanted, window, index));
        return remember(plans, asked, plan, MOST_PLANS);
    }

    private GroupingPlan split(Selection wanted, boolean everyDay, UnitIndex index) {
        var known = everyDay ? kept.get(wanted) : null;
        if (known == null) {
            known = others.get(wanted);
        }
        if (known != null && known.isOf(index)) {
            return known;
        }
        var split = new GroupingPlan(wanted, everyDay, index);
        return split.isKept() ? remember(kept, wanted, split, MOST_KEPT) : remember(others, wanted, split, MOST_OTHERS);
    }

    private CandidateMembers candidates(Selection wanted, DayWindow window, UnitIndex index) {
        var inAnyState = wanted.inAnyState();
        var known = candidates.get(inAnyState);
        if (known != null && known.isOf(index)) {
            return known;
        }
        long held =
                candidates.values().stream().mapToLong(CandidateMembers::held).sum();
        if (held > 4L * index.versions().size() + MOST_PLANS) {
            candidates.clear();
        }
        return remember(candidates, inAnyState, new CandidateMembers(inAnyState, window, index), MOST_PLANS);
    }

    private static <T> T remember(Map<Selection, T> known, Selection wanted, T value, int most) {
        if (known.size() >= most) {
            known.clear();
        }
        known.put(wanted, value);
        return value;
    }
}
