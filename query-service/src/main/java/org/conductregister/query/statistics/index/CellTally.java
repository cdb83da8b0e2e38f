package org.conductregister.query.statistics.index;

import java.util.List;
import org.conductregister.query.statistics.Table.Group;

/** Of units of which each is in one cell: counts add up. */
final class CellTally implements Tally {

    private final UnitView view;
    private final Window window;
    private final Grouping grouping;
    private final int[] counts;

    CellTally(UnitView view, Window window, Grouping grouping) {
        this.view = view;
        this.window = window;
        this.grouping = grouping;
        this.counts = new int[grouping.groups().size()];
    }

    @Override
    public void add(int point) {
        int group = grouping.ofCell()[view.cell()[point]];
        if (group != Grouping.OUTSIDE && window.admits(view.reported()[point], view.referred()[point])) {
            counts[group] += view.delta()[point];
        }
    }

    @Override
    public List<Group> groups() {
        return grouping.counted(counts);
    }
}
