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

    /** Whether the changing dimensions of a case are as they were; the results of its allegations are among them. */
    static boolean sameState(CaseState before, CaseState after) {
        return before.referrals() == after.referrals()
                && sameResults(before, after)
                && before.status() == after.status()
                && before.finalised() == after.finalised()
                && before.closings() == after.closings()
                && Milestones.same(before, after);
    }

    private static boolean sameResults(CaseState before, CaseState after) {
        if (before.allegations().size() != after.allegations().size()) {
            return false;
        }
        for (var now : after.allegations().values()) {
            var was = before.allegations().get(now.allegationId());
            if (was != now && (was == null || !sameResult(was, now))) {
                return false;
            }
        }
        return true;
    }

    /** Whether all that the result and the employment of an allegation depend on is as it was. */
    private static boolean sameResult(AllegationState before, AllegationState after) {
        return before.officerId() == after.officerId()
                && before.reportedOn() == after.reportedOn()
                && before.criminal() == after.criminal()
                && before.misconduct() == after.misconduct()
                && before.handling().ending() == after.handling().ending()
                && before.handling().finding() == after.handling().finding()
                && before.handling().closings() == after.handling().closings();
    }
}
