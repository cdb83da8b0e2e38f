package org.conductregister.query.statistics.index;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The plans of the questions asked lately. */
final class Plans {

    private static final int MOST = 64;

    private final Map<Wanted, Plan> plans = new ConcurrentHashMap<>();

    Plan of(Wanted wanted, UnitIndex index) {
        var known = plans.get(wanted);
        if (known != null && known.isOf(index)) {
            return known;
        }
        if (plans.size() >= MOST) {
            plans.clear();
        }
        var plan = new Plan(wanted, index);
        plans.put(wanted, plan);
        return plan;
    }
}
