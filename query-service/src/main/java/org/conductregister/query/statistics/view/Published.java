package org.conductregister.query.statistics.view;

import java.util.Set;
import org.conductregister.query.statistics.index.IndexSnapshot;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.jspecify.annotations.Nullable;

/**
 * The snapshot that readers see, and the plans for snapshots of the same index: plans remember numbers of profiles and states. A
 * question is answered from it {@link Read as a list said} which findings are upheld. What is made for that is made once for
 * each list and remembered for the last one asked about, so that a question costs no more than a comparison of sets; questions
 * that are not about results have theirs beside. Any thread may ask.
 */
final class Published {

    private final IndexSnapshot snapshot;
    private final PlansByFindings plans;

    /** For no findings; null until it is asked for. */
    private volatile @Nullable Read ofNone;

    /** For the findings asked about last; null until it is asked for. */
    private volatile @Nullable Read latest;

    /**
     * A snapshot with results read, and plans for such snapshots of the same index. Immutable, but for the plans.
     *
     * @param upheldFindings as the list said
     */
    record Read(Set<String> upheldFindings, IndexSnapshot snapshot, QueryPlanCache plans) {}

    /** @param plans for snapshots of the same index */
    Published(IndexSnapshot snapshot, PlansByFindings plans) {
        this.snapshot = snapshot;
        this.plans = plans;
    }

    /** The snapshot, with results as they are stored. */
    IndexSnapshot snapshot() {
        return snapshot;
    }

    /** The plans, to be used for later snapshots of the same index. */
    PlansByFindings plans() {
        return plans;
    }

    /** Returns the snapshot and plans for a question that is not about results; O(1). */
    Read withoutResults() {
        var known = ofNone;
        if (known == null) {
            known = read(Set.of());
            ofNone = known;
        }
        return known;
    }

    /**
     * Returns the snapshot and plans for a question about results, as a list said which findings are upheld; O(findings), and
     * O(dimensions) for another list than the last.
     */
    Read as(Set<String> upheldFindings) {
        var known = latest;
        if (known == null || !known.upheldFindings().equals(upheldFindings)) {
            known = upheldFindings.isEmpty() ? withoutResults() : read(upheldFindings);
            latest = known;
        }
        return known;
    }

    private Read read(Set<String> upheldFindings) {
        return new Read(upheldFindings, snapshot.withResults(upheldFindings), plans.of(upheldFindings));
    }
}
