package org.conductregister.query.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.Durations.Group;
import org.conductregister.query.statistics.scan.GroupNumbers;
import org.jspecify.annotations.Nullable;

/** The durations of the members of each group, as they are met. For one thread; those of several threads are put together. */
final class DurationsOfGroups {

    private final DividedGroups groups;
    private final Distributions distributions = new Distributions();

    /** The number of members, by group, that reached the second moment before the first. */
    private long[] leftOut = new long[16];

    /** Begins with no member. */
    DurationsOfGroups(GroupNumbers undivided) {
        this.groups = new DividedGroups(undivided);
    }

    /**
     * Adds a member; O(groups of the member).
     *
     * @param group the undivided one
     * @param days as {@link MemberMeasure#of} returns them, but not {@link MemberDuration#NOT_BEGUN}
     */
    void add(int group, int days, boolean open) {
        for (int each : groups.of(group)) {
            if (days == MemberDuration.LEFT_OUT) {
                leaveOut(each, 1);
            } else {
                distributions.add(each, open, days);
            }
        }
    }

    private void leaveOut(int group, long members) {
        if (group >= leftOut.length) {
            leftOut = Arrays.copyOf(leftOut, 2 * group);
        }
        leftOut[group] += members;
    }

    /** Takes over all members of others, which are not to be used any more. */
    DurationsOfGroups add(DurationsOfGroups others) {
        var numbers = new int[others.groups.count()];
        for (int group = 0; group < numbers.length; group++) {
            numbers[group] = groups.number(others.groups.values(group));
            leaveOut(numbers[group], group < others.leftOut.length ? others.leftOut[group] : 0);
        }
        distributions.add(others.distributions, numbers);
        return this;
    }

    /** All groups in order; nothing can be added any more. */
    List<Group> inOrder(@Nullable Integer over) {
        distributions.sort(groups.count());
        var inOrder = new ArrayList<Group>(groups.count());
        for (int group : groups.inOrder()) {
            var found = new Group(
                    groups.values(group),
                    distributions.ended(group, over),
                    distributions.open(group, over),
                    group < leftOut.length ? leftOut[group] : 0);
            inOrder.add(found);
        }
        return inOrder;
    }
}
