package org.conductregister.query.statistics.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The plans of the questions asked lately. Those that a kept grouping answers are small, and many are kept: one for each
 * force and status, say. The others hold a number for each profile there is.
 */
final class Plans {

    private static final int MOST_KEPT = 512;
    private static final int MOST_OTHERS = 32;

    private final Map<Wanted, Plan> kept = new ConcurrentHashMap<>();
    private final Map<Wanted, Plan> others = new ConcurrentHashMap<>();

    Plan of(Wanted wanted, UnitIndex index) {
        var known = kept.get(wanted);
        if (known == null) {
            known = others.get(wanted);
        }
        return known != null && known.isOf(index) ? known : add(wanted, new Plan(wanted, index));
    }

    private Plan add(Wanted wanted, Plan plan) {
        var plans = plan.isKept() ? kept : others;
        if (plans.size() >= (plan.isKept() ? MOST_KEPT : MOST_OTHERS)) {
            plans.clear();
        }
        plans.put(wanted, plan);
        return plan;
    }
}
