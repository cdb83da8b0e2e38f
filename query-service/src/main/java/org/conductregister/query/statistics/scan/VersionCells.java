package org.conductregister.query.statistics.scan;

import java.util.Arrays;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.TupleGrouping;

/**
 * For each version of a stretch where its cells begin; negative where it is not wanted. A cohort lies in one stretch: the
 * chunks before and after it are not looked into.
 */
final class VersionCells {

    private final int begin;
    private final int[] bases;

    private VersionCells(int begin, int[] bases) {
        this.begin = begin;
        this.bases = bases;
    }

    /** Of the versions from the lowest to the highest, both included. */
    static VersionCells of(QueryPlan plan, CellLayout layout, UnitSnapshot view, int lowest, int highest) {
        int first = lowest >> IntColumn.SHIFT;
        int last = Math.min(highest, view.versions() - 1) >> IntColumn.SHIFT;
        while (first <= last && !touches(plan, view, first)) {
            first++;
        }
        while (last > first && !touches(plan, view, last)) {
            last--;
        }
        if (first > last) {
            return new VersionCells(0, new int[0]);
        }
        int begin = first << IntColumn.SHIFT;
        var bases = new int[Math.min((last + 1) << IntColumn.SHIFT, view.versions()) - begin];
        for (int chunk = first; chunk <= last; chunk++) {
            int from = (chunk << IntColumn.SHIFT) - begin;
            int to = Math.min(from + IntColumn.CHUNK, bases.length);
            if (touches(plan, view, chunk)) {
                fill(plan, layout, view, chunk, bases, from, to);
            } else {
                Arrays.fill(bases, from, to, TupleGrouping.NOWHERE);
            }
        }
        return new VersionCells(begin, bases);
    }

    /** Whether any version of a chunk may have been reported on the days wanted. */
    private static boolean touches(QueryPlan plan, UnitSnapshot view, int chunk) {
        var window = plan.window();
        return view.index().versions().reportedInChunks().touch(chunk, window.reportedFrom(), window.reportedTo());
    }

    /** DayCode are looked at first: they cost least. */
    private static void fill(
            QueryPlan plan, CellLayout layout, UnitSnapshot view, int chunk, int[] bases, int from, int to) {
        var window = plan.window();
        var parts = layout.parts(view);
        var versions = view.index().versions();
        var profiles = versions.profiles(chunk);
        var reported = versions.daysReported();
        var referred = versions.daysReferred();
        var reportedCodes = reported.chunk(chunk);
        var referredCodes = referred.chunk(chunk);
        int first = chunk << IntColumn.SHIFT;
        for (int i = from; i < to; i++) {
            int at = i - from;
            boolean admitted = window.admits(
                    reported.day(reportedCodes[at], first + at), referred.day(referredCodes[at], first + at));
            bases[i] = admitted ? layout.base(parts, profiles[at]) : TupleGrouping.NOWHERE;
        }
    }

    /** The first version of the stretch. */
    int begin() {
        return begin;
    }

    /** Those of the stretch, from its first version on. */
    int[] inOrder() {
        return bases;
    }

    int of(int version) {
        int at = version - begin;
        return at >= 0 && at < bases.length ? bases[at] : TupleGrouping.NOWHERE;
    }
}
