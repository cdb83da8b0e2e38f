package org.conductregister.query.statistics.view;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import org.conductregister.query.statistics.plan.QueryPlanCache;

/**
 * Plans for the snapshots of one index, apart by which findings are upheld: plans remember how stored results were read. Nearly
 * all questions are asked of what is upheld now; earlier ones have room for a few. Thread-safe.
 */
final class PlansByFindings {

    private static final int MOST = 4;

    private final Cache<Set<String>, QueryPlanCache> plans =
            Caffeine.newBuilder().executor(Runnable::run).maximumSize(MOST).build();

    QueryPlanCache of(Set<String> upheldFindings) {
        return plans.get(upheldFindings, findings -> new QueryPlanCache());
    }
}
