package org.conductregister.query.statistics.scan;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.rollup.Rollup;
import org.conductregister.query.statistics.rollup.SumRuns;

/**
 * Counts the units of a plan, as known after the first rows of a snapshot. It begins with what a rollup has, and then looks at
 * those rows alone that lie between what the rollup covers and what is known; see {@link Source}. For one thread.
 */
public final class CountQuery {

    private final QueryPlan plan;
    private final UnitSnapshot snapshot;

    /** The number of rows known. */
    private final int known;

    private final CellLayout layout;
    private final Source source;

    /**
     * A source that the counts are read from before rows are looked at. The one chosen leaves the fewest rows to look
     * at.
     */
    enum Source {
        /**
         * The prefix sums of a rollup, which cover the rows merged. Rows merged but not known are taken off; rows known but not
         * merged are pending in the rollup, which has their groups, and are added.
         */
        NOW,
        /** The runs of a rollup, which cover the rows up to the last run before those not known. The rest is added. */
        RUNS,
        /** Nothing: no rollup has the counts, or it has none as known then. All rows are looked at, or all versions. */
        ROWS
    }

    /**
     * A query of one plan.
     *
     * @param known the number of rows known
     */
    public CountQuery(QueryPlan plan, UnitSnapshot snapshot, int known) {
        this.plan = plan;
        this.snapshot = snapshot;
        this.known = known;
        this.layout = plan.grouping().layout(snapshot);
        this.source = chooseSource();
    }

    private Source chooseSource() {
        if (!layout.isOfRollup()) {
            return Source.ROWS;
        }
        var runs = rollup().runs();
        int rowsFromNow = Math.abs(snapshot.merged() - known);
        int rowsFromRuns = runs == null ? known : known - runs.covered(known);
        if (rowsFromNow <= rowsFromRuns) {
            return Source.NOW;
        }
        return runs == null ? Source.ROWS : Source.RUNS;
    }

    private Rollup.View rollup() {
        return snapshot.rollups().get(plan.grouping().rollup());
    }

    private SumRuns.View runs() {
        return requireNonNull(rollup().runs(), "they are the source only where there are any");
    }

    /** Returns the source that the counts are read from. */
    Source source() {
        return source;
    }

    /** The groups that are not empty at the end of a day, in order. */
    public List<Group> groups(LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        return layout.isSparse() ? sparseGroups(day) : layout.groups(counts(day));
    }

    /** The number of units at the end of a day. */
    long total(LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        return layout.isSparse()
                ? sparseGroups(day).stream().mapToLong(Group::count).sum()
                : layout.total(counts(day));
    }

    /** By cell. */
    private int[] counts(int day) {
        var counts = new int[layout.cells()];
        int upTo = DayCode.upTo(day);
        addCovered(upTo, counts);
        if (source == Source.ROWS) {
            new FullScan(plan, layout, snapshot, known).addUpTo(upTo, counts);
        } else if (addsPending()) {
            addPending(upTo, counts);
        } else {
            uncovered().add(0, upTo, counts);
        }
        if (!DayCode.hasCode(day)) {
            var scan = allKnown();
            snapshot.points().forEachUncoded(known, day, row -> scan.add(row, counts));
        }
        return counts;
    }

    /** Adds what the source has. */
    private void addCovered(int upTo, int[] counts) {
        if (source == Source.ROWS) {
            return;
        }
        var rollup = rollup();
        var groups = layout.selectedGroups();
        var cells = layout.selectedCells();
        if (source == Source.NOW) {
            var sums = rollup.counts();
            for (int i = 0; i < groups.length && groups[i] < sums.length; i++) {
                counts[cells[i]] += sums[groups[i]].upTo(upTo);
            }
        } else {
            var runs = runs();
            int covered = runs.covered(known);
            for (int i = 0; i < groups.length; i++) {
                counts[cells[i]] += runs.upTo(covered, groups[i], upTo);
            }
        }
    }

    /** Whether the rows to look at are pending in the rollup, where their groups are known. */
    private boolean addsPending() {
        return source == Source.NOW && known >= snapshot.merged();
    }

    private void addPending(int upTo, int[] counts) {
        var rollup = rollup();
        var cells = layout.cellOfGroup();
        for (int i = 0; i < known - snapshot.merged(); i++) {
            if (rollup.pendingDays()[i] <= upTo) {
                counts[cells[rollup.pendingLeft()[i] + 1]]--;
                counts[cells[rollup.pendingEntered()[i] + 1]]++;
            }
        }
    }

    private void addPending(DayBuckets buckets, int[] counts) {
        var rollup = rollup();
        var cells = layout.cellOfGroup();
        for (int i = 0; i < known - snapshot.merged(); i++) {
            if (rollup.pendingDays()[i] <= buckets.last()) {
                int first = buckets.find(rollup.pendingDays()[i]) * layout.cells();
                counts[first + cells[rollup.pendingLeft()[i] + 1]]--;
                counts[first + cells[rollup.pendingEntered()[i] + 1]]++;
            }
        }
    }

    /** A pass over the rows that the source does not cover, or covers although they are not known. */
    private PointScan uncovered() {
        return switch (source) {
            case NOW -> new PointScan(plan, layout, snapshot, known, snapshot.merged(), -1);
            case RUNS -> new PointScan(plan, layout, snapshot, runs().covered(known), known, 1);
            case ROWS -> allKnown();
        };
    }

    private PointScan allKnown() {
        return new PointScan(plan, layout, snapshot, 0, known, 1);
    }

    private List<Group> sparseGroups(int day) {
        var counts = new HashAggregation(layout);
        var scan = allKnown();
        scan.addUpTo(DayCode.upTo(day), counts);
        snapshot.points().forEachUncoded(known, day, row -> scan.add(row, counts));
        return counts.groups();
    }

    /**
     * The groups at the end of each of some days.
     *
     * @param days ascending
     * @throws TooManyGroupsException when there are more than {@link StatisticsEngine#MOST_GROUPS} over all days
     */
    public List<Series.Point> series(List<LocalDate> days) {
        var points = new SeriesPoints(days);
        var buckets = new DayBuckets(days);
        boolean fitsArray = !layout.isSparse() && (long) layout.cells() * days.size() <= CellLayout.MAX_CELLS;
        if (buckets.areCoded() && fitsArray) {
            addInOnePass(buckets, points);
        } else if (buckets.areCoded() && source == Source.ROWS) {
            addBucketByBucket(buckets, points);
        } else {
            days.forEach(day -> points.add(groups(day)));
        }
        return points.points;
    }

    /** The points of a series so far. */
    private static final class SeriesPoints {

        private final List<LocalDate> days;
        private final List<Series.Point> points;
        private int groups;

        SeriesPoints(List<LocalDate> days) {
            this.days = days;
            this.points = new ArrayList<>(days.size());
        }

        void add(List<Group> next) {
            groups += next.size();
            if (groups > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            points.add(new Series.Point(days.get(points.size()), next));
        }
    }

    /** The changes of each bucket by cell, from one pass over the rows; then their running sums. */
    private void addInOnePass(DayBuckets buckets, SeriesPoints points) {
        int cells = layout.cells();
        var changes = new int[cells * buckets.count()];
        if (addsPending()) {
            addPending(buckets, changes);
        } else {
            uncovered().addByBucket(buckets, changes);
        }
        var sums = new int[cells];
        var counts = new int[cells];
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            for (int cell = 0; cell < cells; cell++) {
                sums[cell] += changes[bucket * cells + cell];
                counts[cell] = sums[cell];
            }
            addCovered(buckets.day(bucket), counts);
            points.add(layout.groups(counts));
        }
    }

    /** For more cells than an array has room for on every day: the rows sorted by bucket, each added once. */
    private void addBucketByBucket(DayBuckets buckets, SeriesPoints points) {
        var scan = allKnown();
        var sorted = RowsByBucket.of(snapshot.points(), known, buckets);
        if (layout.isSparse()) {
            var counts = new HashAggregation(layout);
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                sorted.forEach(bucket, row -> scan.add(row, counts));
                points.add(counts.groups());
            }
        } else {
            var counts = new int[layout.cells()];
            for (int bucket = 0; bucket < buckets.count(); bucket++) {
                sorted.forEach(bucket, row -> scan.add(row, counts));
                points.add(layout.groups(counts));
            }
        }
    }
}
