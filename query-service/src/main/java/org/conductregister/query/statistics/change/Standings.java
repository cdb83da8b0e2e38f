package org.conductregister.query.statistics.change;

import java.util.List;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.GroupNumbers;
import org.conductregister.query.statistics.scan.UnitAt;
import org.conductregister.query.statistics.scan.VersionStates;
import org.jspecify.annotations.Nullable;

/** The group that each member of a plan is in at a day, as known at an instant. Not of officers. For one thread. */
public final class Standings {

    private final UnitSnapshot snapshot;
    private final VersionStates states;
    private final GroupNumbers groups;
    private final @Nullable IntPredicate only;

    /**
     * Makes ready; O(rows) at most.
     *
     * @param only leaves out the other members, by number; null leaves out none
     */
    public Standings(UnitAt at, QueryPlan plan, @Nullable IntPredicate only) {
        this.snapshot = at.snapshot();
        this.states = at.states();
        this.groups = new GroupNumbers(plan, snapshot);
        this.only = only;
    }

    /** The values of the dimensions grouped by, or null where the member is not counted; O(versions of the member). */
    @Nullable
    List<Object> of(int firstVersion) {
        if (only != null && !only.test(snapshot.versions().member(firstVersion))) {
            return null;
        }
        for (int version = firstVersion;
                version != MemberVersions.NONE;
                version = snapshot.versions().next(version)) {
            int state = states.of(version);
            if (groups.selects(version, state)) {
                return groups.values(groups.of(version, state));
            }
        }
        return null;
    }
}
