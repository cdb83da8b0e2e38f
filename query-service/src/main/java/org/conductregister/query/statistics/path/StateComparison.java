package org.conductregister.query.statistics.path;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.query.statistics.dimension.Milestones;

/**
 * Says whether a change of state leaves a unit's version as it is. Folds hand on the parts they do not change, so parts
 * are compared by identity: the answer "not the same" may be wrong, and costs a full comparison; "the same" never is.
 */
final class StateComparison {

    private StateComparison() {}

    /** Whether nothing in an allegation has changed that its version, or its case's version, is made of. */
    static boolean sameVersion(AllegationState before, AllegationState after) {
        return before.category() == after.category()
                && before.workforce() == after.workforce()
                && before.tags() == after.tags()
                && before.officerId() == after.officerId()
                && before.reportedOn() == after.reportedOn();
    }

    /** Whether the changing dimensions of a case are as they were. */
    static boolean sameState(CaseState before, CaseState after) {
        return before.referrals() == after.referrals()
                && before.allegations().size() == after.allegations().size()
                && before.status() == after.status()
                && before.finalised() == after.finalised()
                && before.closings() == after.closings()
                && Milestones.same(before, after);
    }
}
