package org.conductregister.query.statistics.scan;

import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.PointTable;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.plan.TransitionOffsets;
import org.conductregister.query.statistics.plan.TupleGrouping;
import org.jspecify.annotations.Nullable;

/**
 * A pass over a range of rows, which adds their transitions to the cells of a layout: at each row one cell loses a unit and
 * another gains one. Chunks that have no day or no report of interest are skipped by their zone maps. For one thread.
 */
final class PointScan {

    private final QueryPlan plan;
    private final CellLayout layout;
    private final UnitSnapshot snapshot;
    private final int from;
    private final int to;
    private final int sign;
    private final PointTable.View points;
    private final MemberVersions.View versions;
    private final TransitionOffsets.Pairs offsets;
    private final int[] parts;

    /** Whether all versions have the same cells, which begin with the first. */
    private final boolean isOnePart;

    /**
     * @param from the first row
     * @param to the row after the last; where it is no higher than {@code from}, there is none
     * @param sign 1 to add the transitions, -1 to take them off
     */
    PointScan(QueryPlan plan, CellLayout layout, UnitSnapshot snapshot, int from, int to, int sign) {
        this.plan = plan;
        this.layout = layout;
        this.snapshot = snapshot;
        this.from = from;
        this.to = to;
        this.sign = sign;
        this.points = snapshot.points();
        this.versions = snapshot.versions();
        this.offsets = plan.grouping().offsets(snapshot);
        this.parts = plan.grouping().parts(layout, snapshot);
        this.isOnePart = plan.isOneProfilePart();
    }

    /** The number of rows that {@link #add(int, int, int[])} has to look at; O(chunks). */
    int cost(int firstDay, int lastDay) {
        return extent(firstDay, lastDay).rows;
    }

    /**
     * Adds the rows of some days.
     *
     * @param firstDay a {@link org.conductregister.query.statistics.column.DayCode}
     * @param lastDay likewise, included
     */
    void add(int firstDay, int lastDay, int[] counts) {
        if (isOnePart || from >= to) {
            add(firstDay, lastDay, counts, null);
            return;
        }
        var extent = extent(firstDay, lastDay);
        add(firstDay, lastDay, counts, extent.rows < extent.versions() ? null : extent.cells());
    }

    /** @param cells of all versions of the rows; null to look them up at each row */
    void add(int firstDay, int lastDay, int[] counts, @Nullable VersionCells cells) {
        if (firstDay > lastDay) {
            return;
        }
        for (int row = from; row < to; row = ((row >> IntColumn.SHIFT) + 1) << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            if (!isOfInterest(chunk, firstDay, lastDay)) {
                continue;
            }
            int begin = row & IntColumn.MASK;
            int end = Math.min(to - (chunk << IntColumn.SHIFT), IntColumn.CHUNK);
            if (isOnePart) {
                addOfOnePart(chunk, begin, end, firstDay, lastDay, counts);
            } else if (cells == null) {
                addLookingUp(chunk, begin, end, firstDay, lastDay, counts);
            } else {
                addWithCells(chunk, begin, end, firstDay, lastDay, counts, cells);
            }
        }
    }

    /** Whether a row of a chunk may be of the days, and of a version reported on a day that is asked about. */
    private boolean isOfInterest(int chunk, int firstDay, int lastDay) {
        var window = plan.window();
        return points.daysByChunk().overlaps(chunk, firstDay, lastDay)
                && points.reportedByChunk().overlaps(chunk, window.reportedFrom(), window.reportedTo());
    }

    /** The extent of the points that a pass has to look at. */
    private final class Extent {

        private int rows;
        private int lowestVersion = Integer.MAX_VALUE;
        private int highestVersion = -1;

        int versions() {
            return Math.max(0, highestVersion - lowestVersion + 1);
        }

        VersionCells cells() {
            return VersionCells.of(plan, layout, snapshot, lowestVersion, highestVersion);
        }
    }

    private Extent extent(int firstDay, int lastDay) {
        var extent = new Extent();
        var versionsByChunk = points.versionsByChunk();
        for (int row = from; row < to; row = ((row >> IntColumn.SHIFT) + 1) << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            if (isOfInterest(chunk, firstDay, lastDay)) {
                extent.rows += Math.min(to, (chunk + 1) << IntColumn.SHIFT) - row;
                extent.lowestVersion = Math.min(extent.lowestVersion, versionsByChunk.lowest(chunk));
                extent.highestVersion = Math.max(extent.highestVersion, versionsByChunk.highest(chunk));
            }
        }
        return extent;
    }

    private void addOfOnePart(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts) {
        var days = points.days(chunk);
        var transitions = points.transitions(chunk);
        var pairs = offsets.offsets();
        for (int i = begin; i < end; i++) {
            int pair = 2 * points.transition(transitions[i], chunk, i);
            int left = pairs[pair];
            int entered = pairs[pair + 1];
            if (left != entered && days[i] >= firstDay && days[i] <= lastDay) {
                counts[left] -= sign;
                counts[entered] += sign;
            }
        }
    }

    private void addLookingUp(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts) {
        var days = points.days(chunk);
        var transitions = points.transitions(chunk);
        var versionOfRow = points.versions(chunk);
        var pairs = offsets.offsets();
        for (int i = begin; i < end; i++) {
            int pair = 2 * points.transition(transitions[i], chunk, i);
            int left = pairs[pair];
            int entered = pairs[pair + 1];
            if (left != entered && days[i] >= firstDay && days[i] <= lastDay) {
                int cell = firstCell(versionOfRow[i]);
                if (cell >= 0) {
                    counts[cell + left] -= sign;
                    counts[cell + entered] += sign;
                }
            }
        }
    }

    private void addWithCells(
            int chunk, int begin, int end, int firstDay, int lastDay, int[] counts, VersionCells cells) {
        var days = points.days(chunk);
        var transitions = points.transitions(chunk);
        var versionOfRow = points.versions(chunk);
        var pairs = offsets.offsets();
        var firstCells = cells.firstCells();
        int first = cells.firstVersion();
        for (int i = begin; i < end; i++) {
            int at = versionOfRow[i] - first;
            if (at >= 0 && at < firstCells.length && days[i] >= firstDay && days[i] <= lastDay) {
                int cell = firstCells[at];
                if (cell >= 0) {
                    int pair = 2 * points.transition(transitions[i], chunk, i);
                    counts[cell + pairs[pair]] -= sign;
                    counts[cell + pairs[pair + 1]] += sign;
                }
            }
        }
    }

    /**
     * Adds the rows of each bucket to its cells. Those of a bucket follow those of the one before.
     *
     * @param buckets days with codes of their own
     * @param counts by bucket and cell
     */
    void addByBucket(DayBuckets buckets, int[] counts) {
        if (from >= to) {
            return;
        }
        var table = to - from > buckets.span() ? buckets.table() : null;
        boolean fewRows = isOnePart || to - from < versions.size();
        var versionCells = fewRows ? null : extent(0, Character.MAX_VALUE).cells();
        int cells = layout.cells();
        for (int row = from; row < to; row++) {
            int day = points.day(row);
            if (day <= buckets.last()) {
                int version = points.version(row);
                int cell = versionCells == null ? firstCell(version) : versionCells.firstCell(version);
                if (cell >= 0) {
                    int bucket = table == null ? buckets.find(day) : table[Math.max(day - buckets.first(), 0)];
                    int transition = points.transition(row);
                    counts[bucket * cells + cell + offsets.from(transition)] -= sign;
                    counts[bucket * cells + cell + offsets.to(transition)] += sign;
                }
            }
        }
    }

    /** Adds one row, whatever its day. */
    void add(int row, int[] counts) {
        int cell = firstCell(points.version(row));
        if (cell >= 0) {
            int transition = points.transition(row);
            counts[cell + offsets.from(transition)] -= sign;
            counts[cell + offsets.to(transition)] += sign;
        }
    }

    /** Adds one row, whatever its day, where the layout {@link CellLayout#isSparse is sparse}. */
    void add(int row, HashAggregation counts) {
        int version = points.version(row);
        int part = parts[versions.profile(version)];
        if (part != TupleGrouping.NO_PART && plan.window().admits(versions, version)) {
            int transition = points.transition(row);
            counts.add(part, offsets.from(transition), -sign);
            counts.add(part, offsets.to(transition), sign);
        }
    }

    /** Adds the rows up to a day, which is a code, where the layout {@link CellLayout#isSparse is sparse}. */
    void addUpTo(int upTo, HashAggregation counts) {
        for (int row = from; row < to; row++) {
            if (points.day(row) <= upTo) {
                add(row, counts);
            }
        }
    }

    /** The first cell of a version, or {@link CellLayout#NO_CELL}. */
    private int firstCell(int version) {
        if (isOnePart) {
            return 0;
        }
        int cell = layout.firstCell(parts, versions.profile(version));
        return cell >= 0 && plan.window().admits(versions, version) ? cell : CellLayout.NO_CELL;
    }
}
