package org.conductregister.query.statistics.plan;

import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * How a question is answered, whatever its times. Any thread may use it, with snapshots of one index only.
 *
 * @param selection which units, grouped by what
 * @param grouping shared by all questions that differ only in days of reports and referrals
 * @param window the limits on these days
 */
public record QueryPlan(Selection selection, GroupingPlan grouping, DayWindow window) {

    /** Whether the profile and the days of a version make no difference: every unit is in one part, or in none. */
    public boolean isOneProfilePart() {
        return grouping.isOneProfilePart() && window.isUnlimited();
    }

    /** Whether a version is in the population and the group, if its state is too; O(1). */
    public boolean admits(UnitSnapshot snapshot, int version) {
        var versions = snapshot.versions();
        return grouping.selectsProfile(snapshot, versions.profile(version))
                && (window.isUnlimited() || window.admits(versions, version));
    }
}
