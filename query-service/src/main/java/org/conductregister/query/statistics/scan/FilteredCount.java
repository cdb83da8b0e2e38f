package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.plan.QueryPlan;

/** Counts of the members of which some condition holds, found by looking at each; not of officers. For one thread. */
public final class FilteredCount {

    private FilteredCount() {}

    /**
     * The groups that are not empty, in order; O(versions), and the states of the members that are counted are looked up.
     *
     * @param members which are counted, by number; few of all, of which most versions are ruled out before anything is read of them
     */
    public static List<Group> groups(QueryPlan plan, UnitAt at, IntPredicate members) {
        var snapshot = at.snapshot();
        var groups = new GroupNumbers(plan, snapshot);
        var counts = new int[16];
        var versions = snapshot.versions();
        for (int version = 0; version < versions.size(); version++) {
            if (!members.test(versions.member(version)) || !groups.selectsVersion(version)) {
                continue;
            }
            int state = at.stateOf(version);
            if (groups.selectsState(state)) {
                int group = groups.of(version, state);
                if (group >= counts.length) {
                    counts = Arrays.copyOf(counts, 2 * group);
                }
                counts[group]++;
            }
        }
        var found = new ArrayList<Group>(groups.count());
        for (int group : groups.inOrder()) {
            found.add(new Group(groups.values(group), counts[group]));
        }
        return found;
    }
}
