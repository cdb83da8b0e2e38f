package org.conductregister.query.statistics.plan;

import org.conductregister.query.statistics.index.UnitIndex;

/**
 * How a question is answered, whatever its times.
 *
 * @param split shared with all questions that differ in their days alone
 * @param candidates shared with all questions of the same population
 */
public record QueryPlan(UnitIndex index, GroupingPlan split, DayWindow window, CandidateMembers candidates) {

    /** Whether no profile is told apart from another or left out, nor any days. */
    public boolean isOfAllProfiles() {
        return split.isOfAllProfiles() && window.isEverything();
    }

    /** Whether a version is in the population, whatever its state. */
    public boolean admits(int version) {
        var versions = index.versions();
        return split.wantsProfile(versions.profile(version)) && window.admits(versions, version);
    }
}
