package org.conductregister.query.statistics.scan;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;
import org.conductregister.query.statistics.plan.Selection;

/** A random index and a random question about it, planned as far as the scan. */
record RandomScan(RandomIndex index, UnitSnapshot snapshot, Selection selection, QueryPlan plan, CellLayout layout) {

    static RandomScan of(Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        return new RandomScan(index, snapshot, selection, plan, plan.grouping().layout(snapshot));
    }

    /** A count for each cell, all of them 0. */
    int[] noCounts() {
        return new int[layout.cells()];
    }

    PointScan points(int from, int to, int sign) {
        return new PointScan(plan, layout, snapshot, from, to, sign);
    }

    FullScan full(int known) {
        return new FullScan(plan, layout, snapshot, known);
    }

    List<Group> groups(int[] counts) {
        return layout.groups(counts);
    }

    Map<List<Object>, Long> counted(int[] counts) {
        return asMap(groups(counts));
    }

    static Map<List<Object>, Long> asMap(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::values, Group::count));
    }

    /** The counts at the end of a day as known after the first rows, worked out version by version. */
    Map<List<Object>, Long> expected(int known, int day) {
        return RandomSelections.counts(selection, index, known, day);
    }
}
