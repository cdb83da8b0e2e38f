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
    private final int[] parts;
    private final int[] partOfState;
    private final int stride;

    /** By cell, the number of its group and one; empty where there are too many cells. */
    private final int[] numberOfCell;

    /** By cell, where there are too many cells for an array. */
    private final Map<Long, Integer> sparseNumbers = new HashMap<>();

    private final List<List<Object>> values = new ArrayList<>();

    /** Begins with no group. */
    public GroupNumbers(QueryPlan plan, UnitSnapshot snapshot) {
        this.plan = plan;
        this.snapshot = snapshot;
        this.layout = plan.grouping().layout(snapshot);
        this.parts = plan.grouping().parts(layout, snapshot);
        this.partOfState = layout.states().partOfTuple();
        this.stride = layout.stride();
        this.numberOfCell = layout.isSparse() ? new int[0] : new int[layout.cells()];
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
        return plan.window().admits(versions, version) && profilePart(versions.profile(version)) >= 0;
    }

    /** The part of a profile, or a negative number. */
    private int profilePart(int profile) {
        if (layout.isSparse()) {
            return parts[profile];
        }
        int first = layout.firstCell(parts, profile);
        return first == CellLayout.NO_CELL ? TupleGrouping.NO_PART : first / stride;
    }

    /** The number of the group of a version in a state, which it {@link #selects}; O(1). A group that is new gets the next. */
    public int of(int version, int state) {
        int part = profilePart(snapshot.versions().profile(version));
        int offset = 1 + partOfState[state - 1];
        return layout.isSparse() ? ofSparse(part, offset) : ofCell(part, offset);
    }

    private int ofCell(int part, int offset) {
        int cell = part * stride + offset;
        int known = numberOfCell[cell];
        if (known != 0) {
            return known - 1;
        }
        values.add(layout.group(part, offset, 0).values());
        numberOfCell[cell] = values.size();
        return values.size() - 1;
    }

    private int ofSparse(int part, int offset) {
        return sparseNumbers.computeIfAbsent(((long) part << Integer.SIZE) | offset, cell -> {
            values.add(layout.group(part, offset, 0).values());
            return values.size() - 1;
        });
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
