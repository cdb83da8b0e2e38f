package org.conductregister.query.statistics.scan;

import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;

/**
 * Counts where none are ready: from nothing, adding the rows that were known and had happened, or from how the versions
 * stand now, taking off all others; whichever looks at less.
 */
final class FullScan {

    private final QueryPlan plan;
    private final CellLayout layout;
    private final UnitSnapshot view;
    private final PointScan ahead;
    private final PointScan notYetHappened;
    private final PointScan notYetKnown;

    /** @param known how many rows were known */
    FullScan(QueryPlan plan, CellLayout layout, UnitSnapshot view, int known) {
        this.plan = plan;
        this.layout = layout;
        this.view = view;
        this.ahead = new PointScan(plan, layout, view, 0, known, 1);
        this.notYetHappened = new PointScan(plan, layout, view, 0, known, -1);
        this.notYetKnown = new PointScan(plan, layout, view, known, view.size(), -1);
    }

    /** @param day as its code, or -1 for before any */
    void upTo(int day, int[] counts) {
        if (day < 0) {
            return;
        }
        int forward = ahead.cost(0, day);
        int back = notYetHappened.cost(day + 1, Character.MAX_VALUE) + notYetKnown.cost(0, Character.MAX_VALUE);
        var now = forward > back ? VersionCells.of(plan, layout, view, 0, view.versions() - 1) : null;
        if (now == null || now.inOrder().length + back > forward) {
            ahead.within(0, day, counts);
        } else {
            addNow(now, counts);
            notYetHappened.within(day + 1, Character.MAX_VALUE, counts, now);
            notYetKnown.within(0, Character.MAX_VALUE, counts, now);
        }
    }

    private void addNow(VersionCells bases, int[] counts) {
        var index = view.index();
        var versions = index.versions();
        var ofStates = layout.states().of();
        var inOrder = bases.inOrder();
        for (int i = 0; i < inOrder.length; i++) {
            if (inOrder[i] >= 0) {
                int state = versions.stateAt(
                        bases.begin() + i, Character.MAX_VALUE, view.size(), index.rows(), index.transitions());
                if (state != 0) {
                    counts[inOrder[i] + 1 + ofStates[state - 1]]++;
                }
            }
        }
    }
}
