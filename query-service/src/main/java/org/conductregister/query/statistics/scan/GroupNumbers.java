package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.TupleGrouping;

/**
 * The groups of a plan, numbered 0, 1, 2, … in the order in which members of them are met: for answers that keep more of each
 * group than a count. For one thread.
 */
public final class GroupNumbers {

    private final QueryPlan plan;
    private final UnitSnapshot snapshot;
    private final CellLayout layout;

    /** The part of the group, by profile; {@link TupleGrouping#NO_PART} where it is in no group. */
    private final int[] partOfProfile;

    private final int[] partOfState;
    private final int stride;

    /** By cell, the number of its group and one; empty where there are too many cells. */
    private final int[] numberOfCell;

    /** By cell, where there are too many cells for an array. */
    private final Map<Cell, Integer> sparseNumbers = new HashMap<>();

    /** The cells in order of their numbers. */
    private final List<Cell> cells = new ArrayList<>();

    private final List<List<Object>> values = new ArrayList<>();

    private record Cell(int profilePart, int offset) {}

    /** Begins with no group; O(profiles). */
    public GroupNumbers(QueryPlan plan, UnitSnapshot snapshot) {
        this(
                plan,
                snapshot,
                plan.grouping().layout(snapshot),
                new int[snapshot.profiles().size()]);
        var parts = plan.grouping().parts(layout, snapshot);
        Arrays.setAll(partOfProfile, profile -> profilePart(layout, parts, profile));
    }

    private GroupNumbers(QueryPlan plan, UnitSnapshot snapshot, CellLayout layout, int[] partOfProfile) {
        this.plan = plan;
        this.snapshot = snapshot;
        this.layout = layout;
        this.partOfProfile = partOfProfile;
        this.partOfState = layout.states().partOfTuple();
        this.stride = layout.stride();
        this.numberOfCell = layout.isSparse() ? new int[0] : new int[layout.cells()];
    }

    private static int profilePart(CellLayout layout, int[] parts, int profile) {
        if (layout.isSparse()) {
            return parts[profile];
        }
        int first = layout.firstCell(parts, profile);
        return first == CellLayout.NO_CELL ? TupleGrouping.NO_PART : first / layout.stride();
    }

    /** The same groups, none of them met yet: for another thread. */
    public GroupNumbers another() {
        return new GroupNumbers(plan, snapshot, layout, partOfProfile);
    }

    /** Whether a version in a state is in any group; O(1). */
    public boolean selects(int version, int state) {
        return selectsState(state) && selectsVersion(version);
    }

    /** Whether a version is in any group while it is in a state that {@link #selectsState is selected}; O(1). */
    boolean selectsState(int state) {
        return state != UnitState.NOT_THERE && partOfState[state - 1] != TupleGrouping.NO_PART;
    }

    /** Whether a version is in a group in some state; O(1). */
    boolean selectsVersion(int version) {
        var versions = snapshot.versions();
        return plan.window().admits(versions, version)
                && partOfProfile[versions.profile(version)] != TupleGrouping.NO_PART;
    }

    /** The number of the group of a version in a state, which it {@link #selects}; O(1). A group that is new gets the next. */
    public int of(int version, int state) {
        return ofCell(partOfProfile[snapshot.versions().profile(version)], 1 + partOfState[state - 1]);
    }

    /** The number of a group that {@link #another} numbered; a group that is new gets the next. */
    public int of(GroupNumbers others, int number) {
        var cell = others.cells.get(number);
        return ofCell(cell.profilePart(), cell.offset());
    }

    private int ofCell(int part, int offset) {
        if (layout.isSparse()) {
            return sparseNumbers.computeIfAbsent(new Cell(part, offset), this::add);
        }
        int cell = part * stride + offset;
        if (numberOfCell[cell] == 0) {
            numberOfCell[cell] = add(new Cell(part, offset)) + 1;
        }
        return numberOfCell[cell] - 1;
    }

    private int add(Cell cell) {
        cells.add(cell);
        values.add(layout.group(cell.profilePart(), cell.offset(), 0).values());
        return values.size() - 1;
    }

    /** The number of groups so far. */
    public int count() {
        return values.size();
    }

    /** The values that a group has in the dimensions grouped by. */
    public List<Object> values(int number) {
        return values.get(number);
    }

    /** The numbers in the order of the values of their groups. */
    public int[] inOrder() {
        var numbers = new Integer[values.size()];
        Arrays.setAll(numbers, number -> number);
        Arrays.sort(numbers, (a, b) -> CellLayout.ORDER.compare(values.get(a), values.get(b)));
        return Arrays.stream(numbers).mapToInt(number -> number).toArray();
    }
}
