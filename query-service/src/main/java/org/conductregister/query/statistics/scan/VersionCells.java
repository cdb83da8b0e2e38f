package org.conductregister.query.statistics.scan;

import java.util.Arrays;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;

/**
 * The first cell of each version in a range of versions, or {@link CellLayout#NO_CELL} for one that is not selected: worked out
 * once, so that a scan need not look up the profile and the days of a version at each of its rows. Versions reported in one
 * period lie together, so chunks at either end of the range in which none was reported when it is asked about are left out.
 * Four bytes a version. Immutable.
 */
final class VersionCells {

    private final int firstVersion;
    private final int[] firstCells;

    private VersionCells(int firstVersion, int[] firstCells) {
        this.firstVersion = firstVersion;
        this.firstCells = firstCells;
    }

    /** The cells of the versions from the lowest to the highest, both included, and of some beside them; O(versions). */
    static VersionCells of(QueryPlan plan, CellLayout layout, UnitSnapshot snapshot, int lowest, int highest) {
        int versions = snapshot.versions().size();
        int first = lowest >> IntColumn.SHIFT;
        int last = Math.min(highest, versions - 1) >> IntColumn.SHIFT;
        while (first <= last && !isOfInterest(plan, snapshot, first)) {
            first++;
        }
        while (last > first && !isOfInterest(plan, snapshot, last)) {
            last--;
        }
        if (first > last) {
            return new VersionCells(0, new int[0]);
        }
        int begin = first << IntColumn.SHIFT;
        var cells = new int[Math.min((last + 1) << IntColumn.SHIFT, versions) - begin];
        var parts = plan.grouping().parts(layout, snapshot);
        for (int chunk = first; chunk <= last; chunk++) {
            int from = (chunk << IntColumn.SHIFT) - begin;
            int to = Math.min(from + IntColumn.CHUNK, cells.length);
            if (isOfInterest(plan, snapshot, chunk)) {
                fill(plan, layout, snapshot, parts, chunk, cells, from, to);
            } else {
                Arrays.fill(cells, from, to, CellLayout.NO_CELL);
            }
        }
        return new VersionCells(begin, cells);
    }

    private static boolean isOfInterest(QueryPlan plan, UnitSnapshot snapshot, int chunk) {
        var window = plan.window();
        return snapshot.versions().reportedByChunk().overlaps(chunk, window.reportedFrom(), window.reportedTo());
    }

    /** The days are tested before the profile is looked up, since they cost less. */
    private static void fill(
            QueryPlan plan,
            CellLayout layout,
            UnitSnapshot snapshot,
            int[] parts,
            int chunk,
            int[] cells,
            int from,
            int to) {
        var window = plan.window();
        var versions = snapshot.versions();
        var profiles = versions.profiles(chunk);
        var reported = versions.reported();
        var referred = versions.referred();
        var reportedCodes = reported.chunk(chunk);
        var referredCodes = referred.chunk(chunk);
        int first = chunk << IntColumn.SHIFT;
        for (int i = from; i < to; i++) {
            int offset = i - from;
            boolean admitted = window.admits(
                    reported.day(reportedCodes[offset], first + offset),
                    referred.day(referredCodes[offset], first + offset));
            cells[i] = admitted ? layout.firstCell(parts, profiles[offset]) : CellLayout.NO_CELL;
        }
    }

    /** The version that {@link #firstCells} begins with. */
    int firstVersion() {
        return firstVersion;
    }

    /** The first cell of each version in order, for loops; the array must not be changed. */
    int[] firstCells() {
        return firstCells;
    }

    /** The first cell of a version, also of one outside the range, for which it is {@link CellLayout#NO_CELL}; O(1). */
    int firstCell(int version) {
        int at = version - firstVersion;
        return at >= 0 && at < firstCells.length ? firstCells[at] : CellLayout.NO_CELL;
    }
}
