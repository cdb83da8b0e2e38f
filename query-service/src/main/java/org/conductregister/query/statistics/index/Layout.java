package org.conductregister.query.statistics.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Table.Group;
import org.jspecify.annotations.Nullable;

/**
 * The cells of an answer: one for each part of the profiles with each part of the states. The cells of a part of the
 * profiles follow one another; the first of them gathers what is not wanted.
 */
final class Layout {

    /** More cells than this are not laid out. */
    static final int MOST_CELLS = 1 << 22;

    /** Of the order of the groups. */
    static final Comparator<List<Object>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private final Plan plan;
    private final Parts.Known profiles;
    private final Parts.Known states;
    private final int groups;

    /** Groups of the kept grouping that are wanted, and the cell of each. */
    private final int[] keptGroups;

    private final int[] keptCells;

    /** Where cells are few: in order of their values, and those; else null. */
    private final int @Nullable [] order;

    private final List<List<Object>> values;

    private static final int FEW = 1 << 12;

    private Layout(
            Plan plan,
            Parts.Known profiles,
            Parts.Known states,
            int groups,
            int[] keptGroups,
            int[] keptCells,
            int @Nullable [] order,
            List<List<Object>> values) {
        this.plan = plan;
        this.profiles = profiles;
        this.states = states;
        this.groups = groups;
        this.keptGroups = keptGroups;
        this.keptCells = keptCells;
        this.order = order;
        this.values = values;
    }

    static Layout of(Plan plan, Parts.Known profiles, Parts.Known states, int groups) {
        int stride = states.parts() + 1;
        var kept = new ArrayList<int[]>();
        if (plan.isKept()) {
            var parts = plan.partsOfGroups(groups);
            for (int group = 0; group < groups; group++) {
                if (parts[group] != null) {
                    kept.add(new int[] {group, parts[group][0] * stride + 1 + parts[group][1]});
                }
            }
        }
        int[] order = null;
        var values = new ArrayList<List<Object>>();
        if ((long) profiles.parts() * stride <= FEW) {
            order = IntStream.range(0, profiles.parts() * stride)
                    .filter(cell -> cell % stride != 0)
                    .boxed()
                    .sorted(Comparator.comparing(cell -> plan.values(cell / stride, cell % stride - 1), ORDER))
                    .mapToInt(cell -> cell)
                    .toArray();
            for (int cell : order) {
                values.add(plan.values(cell / stride, cell % stride - 1));
            }
        }
        return new Layout(
                plan,
                profiles,
                states,
                groups,
                kept.stream().mapToInt(pair -> pair[0]).toArray(),
                kept.stream().mapToInt(pair -> pair[1]).toArray(),
                order,
                values);
    }

    boolean fits(UnitView view, int groupsKept) {
        return profiles.tuples() >= view.profiles() && states.tuples() >= view.states() && groups >= groupsKept;
    }

    boolean hasShape(int profileParts, int stateParts, int groupsKept) {
        return profiles.parts() == profileParts && states.parts() == stateParts && groups >= groupsKept;
    }

    Layout with(Parts.Known moreProfiles, Parts.Known moreStates) {
        return new Layout(plan, moreProfiles, moreStates, groups, keptGroups, keptCells, order, values);
    }

    /** Whether there are too many cells for one array. */
    boolean isVast() {
        return (long) profiles.parts() * stride() > MOST_CELLS;
    }

    /** How many cells. */
    int cells() {
        return profiles.parts() * stride();
    }

    int stride() {
        return states.parts() + 1;
    }

    /** The first cell of a profile; negative where it is not wanted. */
    int base(int profile) {
        int part = profiles.of()[profile];
        return part == Parts.NOWHERE ? Parts.NOWHERE : part * stride();
    }

    /** The part of the profiles that one belongs to, or {@link Parts#NOWHERE}. */
    int partOfProfile(int profile) {
        return profiles.of()[profile];
    }

    /** How far from the first cell that of a state lies; 0 where it is not wanted, or none. */
    int offset(int state) {
        return state == 0 ? 0 : states.of()[state - 1] + 1;
    }

    int[] keptGroups() {
        return keptGroups;
    }

    int[] keptCells() {
        return keptCells;
    }

    /** The groups that are not empty, in order. */
    List<Group> groups(int[] counts) {
        var found = new ArrayList<Group>(order == null ? 16 : Math.min(order.length, 64));
        if (order != null) {
            for (int i = 0; i < order.length; i++) {
                int count = counts[order[i]];
                if (count != 0) {
                    found.add(new Group(values.get(i), count));
                }
            }
            return found;
        }
        int stride = stride();
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] != 0 && cell % stride != 0) {
                found.add(group(cell / stride, cell % stride, counts[cell]));
            }
        }
        found.sort(Comparator.comparing(Group::values, ORDER));
        return found;
    }

    /** @param offset as of {@link #offset} */
    Group group(int profilePart, int offset, int count) {
        return new Group(plan.values(profilePart, offset - 1), count);
    }

    /** How many are wanted in all. */
    long total(int[] counts) {
        long total = 0;
        int stride = stride();
        for (int cell = 0; cell < counts.length; cell++) {
            total += cell % stride == 0 ? 0 : counts[cell];
        }
        return total;
    }
}
