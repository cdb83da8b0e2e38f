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
 * The cells that an answer is counted in: one for each part of the profiles with each part of the states. The cells of a part
 * of the profiles follow one another; the first of them gathers the units that are not selected, and is in no answer.
 *
 * <p>Where a rollup has the counts, a layout also maps its groups to cells. Immutable; any thread may read it.
 */
public final class CellLayout {

    /** The most cells that are an array; more are a hash table of those that occur. */
    public static final int MAX_CELLS = 1 << 22;

    /** The order of groups in an answer. */
    public static final Comparator<List<Object>> ORDER = (a, b) -> {
        for (int i = 0; i < a.size(); i++) {
            int order = Dimension.ORDER.compare(a.get(i), b.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    };

    /** The cell of a profile that is not selected. */
    public static final int NO_CELL = -1;

    private static final int MAX_SORTED_CELLS = 1 << 12;

    private final GroupValues groupValues;

    /** Null where a rollup has the counts: its groups are mapped to cells then. */
    private final TupleGrouping.@Nullable Parts profiles;

    private final TupleGrouping.Parts states;
    private final int profileParts;
    private final RollupCells rollup;

    /** Where there are few: all cells but those for what is not selected, in the order of their groups; else null. */
    private final int @Nullable [] sortedCells;

    /** By index in {@link #sortedCells}. */
    private final List<List<Object>> sortedValues;

    /** The values grouped by, of a part of the profiles and a part of the states. */
    @FunctionalInterface
    interface GroupValues {

        List<Object> of(int profilePart, int statePart);
    }

    /**
     * A group of a rollup.
     *
     * @param rollupPart the number that the rollup gives to the group's values of fixed dimensions
     * @param profilePart of the profiles with these values, or {@link TupleGrouping#NO_PART}
     * @param statePart of the states of the group, or {@link TupleGrouping#NO_PART}
     */
    record RollupGroup(int rollupPart, int profilePart, int statePart) {}

    /**
     * The cells of the groups of a rollup.
     *
     * @param cellOfGroup by group and one: index 0 is for no group. Cell 0 gathers what is not selected
     * @param selectedGroups the groups that have a cell in the answer
     * @param selectedCells the cell of each of these
     * @param firstCellOfPart by rollup part, the first cell of its profiles, or {@link #NO_CELL}
     */
    private record RollupCells(int[] cellOfGroup, int[] selectedGroups, int[] selectedCells, int[] firstCellOfPart) {

        static RollupCells of(List<RollupGroup> groups, int stride) {
            var cellOfGroup = new int[groups.size() + 1];
            int parts = groups.stream()
                    .mapToInt(group -> group.rollupPart() + 1)
                    .max()
                    .orElse(0);
            var firstCellOfPart = new int[parts];
            for (int i = 0; i < groups.size(); i++) {
                var group = groups.get(i);
                boolean isSelected = group.profilePart() != TupleGrouping.NO_PART;
                int firstCell = isSelected ? group.profilePart() * stride : NO_CELL;
                firstCellOfPart[group.rollupPart()] = firstCell;
                if (isSelected && group.statePart() != TupleGrouping.NO_PART) {
                    cellOfGroup[i + 1] = firstCell + 1 + group.statePart();
                }
            }
            var selected = IntStream.range(0, groups.size())
                    .filter(group -> cellOfGroup[group + 1] != 0)
                    .toArray();
            var cells =
                    IntStream.of(selected).map(group -> cellOfGroup[group + 1]).toArray();
            return new RollupCells(cellOfGroup, selected, cells, firstCellOfPart);
        }

        int groups() {
            return cellOfGroup.length - 1;
        }
    }

    private CellLayout(
            GroupValues groupValues,
            TupleGrouping.@Nullable Parts profiles,
            TupleGrouping.Parts states,
            int profileParts,
            RollupCells rollup,
            int @Nullable [] sortedCells,
            List<List<Object>> sortedValues) {
        this.groupValues = groupValues;
        this.profiles = profiles;
        this.states = states;
        this.profileParts = profileParts;
        this.rollup = rollup;
        this.sortedCells = sortedCells;
        this.sortedValues = sortedValues;
    }

    /** A layout for counts that no rollup has. */
    static CellLayout of(GroupValues values, TupleGrouping.Parts profiles, TupleGrouping.Parts states) {
        return of(values, profiles, states, profiles.count(), List.of());
    }

    /** A layout for counts that a rollup has. */
    static CellLayout ofRollup(
            GroupValues values, int profileParts, TupleGrouping.Parts states, List<RollupGroup> groups) {
        return of(values, null, states, profileParts, groups);
    }

    private static CellLayout of(
            GroupValues groupValues,
            TupleGrouping.@Nullable Parts profiles,
            TupleGrouping.Parts states,
            int profileParts,
            List<RollupGroup> groups) {
        int stride = states.count() + 1;
        int[] sortedCells = null;
        var sortedValues = new ArrayList<List<Object>>();
        if ((long) profileParts * stride <= MAX_SORTED_CELLS) {
            sortedCells = IntStream.range(0, profileParts * stride)
                    .filter(cell -> cell % stride != 0)
                    .boxed()
                    .sorted(Comparator.comparing(cell -> groupValues.of(cell / stride, cell % stride - 1), ORDER))
                    .mapToInt(cell -> cell)
                    .toArray();
            for (int cell : sortedCells) {
                sortedValues.add(groupValues.of(cell / stride, cell % stride - 1));
            }
        }
        var rollup = RollupCells.of(groups, stride);
        return new CellLayout(groupValues, profiles, states, profileParts, rollup, sortedCells, sortedValues);
    }

    /** Whether an array for so many parts would have more than {@link #MAX_CELLS}. */
    static boolean isSparse(int profileParts, int stateParts) {
        return (long) profileParts * (stateParts + 1) > MAX_CELLS;
    }

    /**
     * Whether it covers all profiles and states of a snapshot.
     *
     * @param rollupGroups the number of groups of the rollup there, if it is one for a rollup
     */
    boolean covers(UnitSnapshot snapshot, int rollupGroups) {
        return states.tuples() >= snapshot.states().size()
                && (profiles == null
                        ? rollup.groups() >= rollupGroups
                        : profiles.tuples() >= snapshot.profiles().size());
    }

    /** Whether a layout for so many parts, without a rollup, has the same cells. */
    boolean hasCells(int partsOfProfiles, int partsOfStates) {
        return profiles != null && profileParts == partsOfProfiles && states.count() == partsOfStates;
    }

    /** Whether a layout for so many parts, for so many groups of the rollup, has the same cells. */
    boolean hasRollupCells(int partsOfProfiles, int partsOfStates, int groups) {
        return profiles == null
                && profileParts == partsOfProfiles
                && states.count() == partsOfStates
                && rollup.groups() >= groups;
    }

    /** The same cells, with more profiles or states known. */
    CellLayout with(TupleGrouping.@Nullable Parts moreProfiles, TupleGrouping.Parts moreStates) {
        return new CellLayout(groupValues, moreProfiles, moreStates, profileParts, rollup, sortedCells, sortedValues);
    }

    /** Whether a rollup has the counts. */
    public boolean isOfRollup() {
        return profiles == null;
    }

    /** Whether there are too many cells for an array. */
    public boolean isSparse() {
        return isSparse(profileParts, states.count());
    }

    /** The number of cells, unless there are {@link #isSparse too many}; at least 1. */
    public int cells() {
        return Math.max(1, profileParts * stride());
    }

    /** The number of cells of a part of the profiles: one for each part of the states, and the one that gathers the others. */
    public int stride() {
        return states.count() + 1;
    }

    /** The parts of the states. */
    public TupleGrouping.Parts states() {
        return states;
    }

    /**
     * The first cell of a profile, or {@link #NO_CELL} if it is not selected. A profile that no row has may be given any.
     *
     * @param parts as {@link GroupingPlan#parts} returns them for the snapshot
     */
    public int firstCell(int[] parts, int profile) {
        if (profiles != null) {
            return parts[profile] == TupleGrouping.NO_PART ? NO_CELL : parts[profile] * stride();
        }
        var firstCellOfPart = rollup.firstCellOfPart();
        boolean isKnown = profile < parts.length && parts[profile] < firstCellOfPart.length;
        return isKnown ? firstCellOfPart[parts[profile]] : NO_CELL;
    }

    /** The part of each profile, where no rollup has the counts. */
    public TupleGrouping.@Nullable Parts profiles() {
        return profiles;
    }

    /** The cell of each group of the rollup, by its number and one; cell 0 at index 0, for no group. */
    public int[] cellOfGroup() {
        return rollup.cellOfGroup();
    }

    /** The groups of the rollup that have a cell in the answer. */
    public int[] selectedGroups() {
        return rollup.selectedGroups();
    }

    /** The cell of each of the {@link #selectedGroups}. */
    public int[] selectedCells() {
        return rollup.selectedCells();
    }

    /** The groups whose count is not 0, in order; O(cells), and O(n log n) for n groups if there are many cells. */
    public List<Group> groups(int[] counts) {
        if (sortedCells != null) {
            return sortedGroups(counts, sortedCells);
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

    private List<Group> sortedGroups(int[] counts, int[] cells) {
        var found = new Group[cells.length];
        int size = 0;
        for (int i = 0; i < cells.length; i++) {
            int count = counts[cells[i]];
            if (count != 0) {
                found[size++] = new Group(sortedValues.get(i), count);
            }
        }
        return List.of(size == found.length ? found : Arrays.copyOf(found, size));
    }

    /**
     * The group of a cell.
     *
     * @param offset of the cell from the first of its profiles, as in {@link TransitionOffsets}; not 0
     */
    public Group group(int profilePart, int offset, int count) {
        return new Group(groupValues.of(profilePart, offset - 1), count);
    }

    /** The sum of the counts that are in the answer; O(cells). */
    public long total(int[] counts) {
        long total = 0;
        int stride = stride();
        for (int cell = 0; cell < counts.length; cell++) {
            total += cell % stride == 0 ? 0 : counts[cell];
        }
        return total;
    }
}
