package org.conductregister.query.statistics.scan;

import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;

/**
 * Counts at a day that no rollup has. Either forward: from nothing, the rows that are known and no later are added. Or back:
 * from the last state of each version, the rows that are later or not known are taken off again. It takes the way on which
 * there is less to look at. For one thread.
 */
final class FullScan {

    private final QueryPlan plan;
    private final CellLayout layout;
    private final UnitSnapshot snapshot;
    private final PointScan forward;
    private final PointScan later;
    private final PointScan notKnown;

    /** @param known the number of rows known */
    FullScan(QueryPlan plan, CellLayout layout, UnitSnapshot snapshot, int known) {
        this.plan = plan;
        this.layout = layout;
        this.snapshot = snapshot;
        this.forward = new PointScan(plan, layout, snapshot, 0, known, 1);
        this.later = new PointScan(plan, layout, snapshot, 0, known, -1);
        this.notKnown =
                new PointScan(plan, layout, snapshot, known, snapshot.points().size(), -1);
    }

    /**
     * Adds the counts to the cells; O(rows) at most.
     *
     * @param upTo a {@link org.conductregister.query.statistics.column.DayCode}, or -1 for before all days
     */
    void addUpTo(int upTo, int[] counts) {
        if (upTo < 0) {
            return;
        }
        int costForward = forward.cost(0, upTo);
        int costBack = later.cost(upTo + 1, Character.MAX_VALUE) + notKnown.cost(0, Character.MAX_VALUE);
        var cells = costForward > costBack
                ? VersionCells.of(plan, layout, snapshot, 0, snapshot.versions().size() - 1)
                : null;
        if (cells == null || cells.firstCells().length + costBack > costForward) {
            forward.add(0, upTo, counts);
        } else {
            addLastStates(cells, counts);
            later.add(upTo + 1, Character.MAX_VALUE, counts, cells);
            notKnown.add(0, Character.MAX_VALUE, counts, cells);
        }
    }

    private void addLastStates(VersionCells cells, int[] counts) {
        var partOfState = layout.states().partOfTuple();
        var firstCells = cells.firstCells();
        int rows = snapshot.points().size();
        for (int i = 0; i < firstCells.length; i++) {
            if (firstCells[i] >= 0) {
                int state = snapshot.stateAt(cells.firstVersion() + i, Character.MAX_VALUE, rows);
                if (state != UnitState.NOT_THERE) {
                    counts[firstCells[i] + 1 + partOfState[state - 1]]++;
                }
            }
        }
    }
}
