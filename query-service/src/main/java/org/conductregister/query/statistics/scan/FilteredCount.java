package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.QueryPlan;

/** Counts of the members of which some condition holds, found by looking at each; not of officers. For one thread. */
public final class FilteredCount {

    private FilteredCount() {}

    /**
     * The groups that are not empty at the end of a day, in order; O(rows).
     *
     * @param known the number of rows known
     * @param members which are counted, by number
     */
    public static List<Group> groups(
            QueryPlan plan, UnitSnapshot snapshot, int known, LocalDate asAt, IntPredicate members) {
        var groups = new GroupNumbers(plan, snapshot);
        var states = VersionStates.at(snapshot, known, Math.toIntExact(asAt.toEpochDay()));
        var counts = new int[16];
        for (int version = 0; version < states.count(); version++) {
            int state = states.of(version);
            if (groups.selects(version, state)
                    && members.test(snapshot.versions().member(version))) {
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
