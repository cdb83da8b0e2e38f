package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.plan.QueryPlan;

/** Counts of the members of which some condition holds, found by looking at each; not of officers. */
public final class FilteredCount {

    private final GroupNumbers groups;
    private int[] counts = new int[16];

    private FilteredCount(GroupNumbers groups) {
        this.groups = groups;
    }

    /**
     * The groups that are not empty, in order; O(versions), and the states of the members that are counted are looked up.
     *
     * @param members which are counted, by number; few of all, of which most versions are ruled out before anything is read of
     *     them. Several threads ask
     */
    public static List<Group> groups(QueryPlan plan, UnitAt at, IntPredicate members) {
        var snapshot = at.snapshot();
        var stateOf = at.stateOf();
        var groups = new GroupNumbers(plan, snapshot);
        return snapshot
                .ranges()
                .read(
                        snapshot.versions().size(),
                        (from, to) -> new FilteredCount(groups.another())
                                .add(snapshot.versions(), from, to, stateOf, members))
                .stream()
                .reduce(FilteredCount::add)
                .orElseThrow()
                .inOrder();
    }

    private FilteredCount add(
            MemberVersions.View versions, int from, int to, IntUnaryOperator stateOf, IntPredicate members) {
        for (int version = from; version < to; version++) {
            if (!members.test(versions.member(version)) || !groups.selectsVersion(version)) {
                continue;
            }
            int state = stateOf.applyAsInt(version);
            if (groups.selectsState(state)) {
                add(groups.of(version, state), 1);
            }
        }
        return this;
    }

    private void add(int group, int count) {
        if (group >= counts.length) {
            counts = Arrays.copyOf(counts, 2 * group);
        }
        counts[group] += count;
    }

    private FilteredCount add(FilteredCount others) {
        for (int group = 0; group < others.groups.count(); group++) {
            add(groups.of(others.groups, group), others.counts[group]);
        }
        return this;
    }

    private List<Group> inOrder() {
        var found = new ArrayList<Group>(groups.count());
        for (int group : groups.inOrder()) {
            found.add(new Group(groups.values(group), counts[group]));
        }
        return found;
    }
}
