package org.conductregister.query.statistics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.Dimension;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The cells of an answer: one for each part of the profiles with each part of the states. The cells of a part of the
 * profiles follow one another; the first of them gathers what is not wanted.
 */
public final class CellLayout {

    /** More cells than this are not laid out. */
    public static final int MOST_CELLS = 1 << 22;

    /** Of the order of the groups. */
    public static final Comparator<List<Object>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    private static final int FEW = 1 << 12;

    private final GroupingPlan split;

    /** Null where a kept grouping has the counts: its groups tell the cells then. */
    private final TupleGrouping.@Nullable Known profiles;

    private final TupleGrouping.Known states;
    private final int profileParts;

    /** Groups of the kept grouping that are wanted, and the cell of each. */
    private final int[] keptGroups;

    private final int[] keptCells;

    /** By number of the group and one; what is not wanted, or no group, is gathered in cell 0. */
    private final int[] cellOfGroup;

    /** By number of what profiles have in common in the kept grouping: the first of their cells; negative where not wanted. */
    private final int[] baseOfKept;

    /** Where cells are few: in order of their values, and those; else null. */
    private final int @Nullable [] order;

    private final List<List<Object>> values;

    private CellLayout(
            GroupingPlan split,
            TupleGrouping.@Nullable Known profiles,
            TupleGrouping.Known states,
            int profileParts,
            int[] cellOfGroup,
            int[] baseOfKept,
            int @Nullable [] order,
            List<List<Object>> values) {
        this.split = split;
        this.profiles = profiles;
        this.states = states;
        this.profileParts = profileParts;
        this.cellOfGroup = cellOfGroup;
        this.keptGroups = IntStream.range(1, cellOfGroup.length)
                .filter(number -> cellOfGroup[number] != 0)
                .map(number -> number - 1)
                .toArray();
        this.keptCells =
                IntStream.of(keptGroups).map(group -> cellOfGroup[group + 1]).toArray();
        this.baseOfKept = baseOfKept;
        this.order = order;
        this.values = values;
    }

    /**
     * A group of the kept grouping.
     *
     * @param kept the number of what its profiles have in common
     * @param profilePart of those profiles, or {@link TupleGrouping#NOWHERE}
     * @param statePart of its states, or {@link TupleGrouping#NOWHERE}
     */
    record KeptGroup(int kept, int profilePart, int statePart) {}

    static CellLayout of(
            GroupingPlan split,
            TupleGrouping.@Nullable Known profiles,
            TupleGrouping.Known states,
            int profileParts,
            List<KeptGroup> groups) {
        int stride = states.parts() + 1;
        var cellOfGroup = new int[groups.size() + 1];
        var baseOfKept = new int
                [groups.stream().mapToInt(group -> group.kept() + 1).max().orElse(0)];
        for (int i = 0; i < groups.size(); i++) {
            var group = groups.get(i);
            boolean inPart = group.profilePart() != TupleGrouping.NOWHERE;
            int base = inPart ? group.profilePart() * stride : TupleGrouping.NOWHERE;
            cellOfGroup[i + 1] =
                    inPart && group.statePart() != TupleGrouping.NOWHERE ? base + 1 + group.statePart() : 0;
            baseOfKept[group.kept()] = base;
        }
        int[] order = null;
        var values = new ArrayList<List<Object>>();
        if ((long) profileParts * stride <= FEW) {
            order = IntStream.range(0, profileParts * stride)
                    .filter(cell -> cell % stride != 0)
                    .boxed()
                    .sorted(Comparator.comparing(cell -> split.values(cell / stride, cell % stride - 1), ORDER))
                    .mapToInt(cell -> cell)
                    .toArray();
            for (int cell : order) {
                values.add(split.values(cell / stride, cell % stride - 1));
            }
        }
        return new CellLayout(split, profiles, states, profileParts, cellOfGroup, baseOfKept, order, values);
    }

    boolean fits(UnitSnapshot view, int groupsKept) {
        return (profiles == null || profiles.tuples() >= view.profiles())
                && states.tuples() >= view.states()
                && cellOfGroup.length > groupsKept;
    }

    boolean hasShape(int partsOfProfiles, int partsOfStates, int groupsKept) {
        return profileParts == partsOfProfiles && states.parts() == partsOfStates && cellOfGroup.length > groupsKept;
    }

    CellLayout with(TupleGrouping.@Nullable Known moreProfiles, TupleGrouping.Known moreStates) {
        return new CellLayout(split, moreProfiles, moreStates, profileParts, cellOfGroup, baseOfKept, order, values);
    }

    /** Whether there are too many cells for one array. */
    public boolean isVast() {
        return (long) profileParts * stride() > MOST_CELLS;
    }

    /** How many cells. */
    public int cells() {
        return Math.max(1, profileParts * stride());
    }

    /** Which part each state goes to. */
    public TupleGrouping.Known states() {
        return states;
    }

    int stride() {
        return states.parts() + 1;
    }

    /** For each profile that a view shows, what {@link #base} is to be asked with. */
    public int[] parts(UnitSnapshot view) {
        return profiles == null ? view.kept().get(split.keptBy()).partOfProfile() : profiles.of();
    }

    /**
     * The first cell of a profile; negative where it is not wanted. One that no row has yet may be given any.
     *
     * @param parts see {@link #parts}
     */
    public int base(int[] parts, int profile) {
        if (profiles != null) {
            return parts[profile] == TupleGrouping.NOWHERE ? TupleGrouping.NOWHERE : parts[profile] * stride();
        }
        boolean isKnown = profile < parts.length && parts[profile] < baseOfKept.length;
        return isKnown ? baseOfKept[parts[profile]] : TupleGrouping.NOWHERE;
    }

    /** The part of the profiles that one belongs to, or {@link TupleGrouping#NOWHERE}. */
    public int partOfProfile(int profile) {
        return profiles == null ? split.partOfProfile(profile) : profiles.of()[profile];
    }

    /** The cell of each group of the kept grouping, by its number and one. */
    public int[] cellOfGroup() {
        return cellOfGroup;
    }

    public int[] keptGroups() {
        return keptGroups;
    }

    public int[] keptCells() {
        return keptCells;
    }

    /** The groups that are not empty, in order. */
    public List<Group> groups(int[] counts) {
        if (order != null) {
            return few(counts, order);
        }
        var found = new ArrayList<Group>();
        int stride = stride();
        for (int cell = 0; cell < counts.length; cell++) {
            if (counts[cell] != 0 && cell % stride != 0) {
                found.add(group(cell / stride, cell % stride, counts[cell]));
            }
        }
        found.sort(Comparator.comparing(Group::values, ORDER));
        return found;
    }

    private List<Group> few(int[] counts, int[] inOrder) {
        var found = new Group[inOrder.length];
        int size = 0;
        for (int i = 0; i < inOrder.length; i++) {
            int count = counts[inOrder[i]];
            if (count != 0) {
                found[size++] = new Group(values.get(i), count);
            }
        }
        return List.of(size == found.length ? found : Arrays.copyOf(found, size));
    }

    /**
     * Returns a group of the answer.
     *
     * @param offset as of {@link TransitionOffsets}
     */
    public Group group(int profilePart, int offset, int count) {
        return new Group(split.values(profilePart, offset - 1), count);
    }

    /** How many are wanted in all. */
    public long total(int[] counts) {
        long total = 0;
        int stride = stride();
        for (int cell = 0; cell < counts.length; cell++) {
            total += cell % stride == 0 ? 0 : counts[cell];
        }
        return total;
    }
}
