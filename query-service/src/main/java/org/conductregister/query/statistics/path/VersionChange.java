package org.conductregister.query.statistics.path;

import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;

/**
 * Whether a change leaves alone what a unit's points are made of. Parts that a fold does not change it hands on, so those
 * that are one object are the same; two objects may be the same all the same, and are then compared further on.
 */
final class VersionChange {

    private VersionChange() {}

    /** Whether nothing of an allegation itself has changed that its version, or its case's, is made of. */
    static boolean areSame(AllegationState before, AllegationState after) {
        return before.category() == after.category()
                && before.workforce() == after.workforce()
                && before.tags() == after.tags()
                && before.officerId() == after.officerId()
                && before.reportedOn() == after.reportedOn();
    }

    /** Whether a case is in the same state, what its version is made of left aside. */
    static boolean areInSameState(CaseState before, CaseState after) {
        return before.referrals() == after.referrals()
                && before.allegations().size() == after.allegations().size()
                && before.status() == after.status()
                && before.finalised() == after.finalised();
    }
}
