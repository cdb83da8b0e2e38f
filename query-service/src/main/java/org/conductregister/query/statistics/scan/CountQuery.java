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

/**
 * Counts of one plan in one snapshot, as known at one place of the rows. What the kept groupings have ready is read off
 * them, and only the rows between what they tell of and what was known are looked at; where none has it, all rows are
 * passed over.
 */
public final class CountQuery {

    private final QueryPlan plan;
    private final UnitSnapshot view;

    /** How many rows were known. */
    private final int known;

    private final CellLayout layout;
    private final Source source;

    /** From where counts are read before rows are looked at. */
    private enum Source {
        /** Counts as known now, then the rows since added, or those not yet known taken off again. */
        NOW,
        /** Counts as known at the last whole run, then the rows since added. */
        RUNS,
        /** Nothing is ready. */
        ROWS
    }

    public CountQuery(QueryPlan plan, UnitSnapshot view, int known) {
        this.plan = plan;
        this.view = view;
        this.known = known;
        this.layout = plan.split().layout(view);
        this.source = source();
    }

    private Source source() {
        if (!plan.split().isKept() || layout.isVast()) {
            return Source.ROWS;
        }
        int fromNow = Math.abs(view.taken() - known);
        var runs = view.kept().get(plan.split().keptBy()).runs();
        int fromRuns = runs == null ? known : known - runs.covered(known);
        if (fromNow <= fromRuns) {
            return Source.NOW;
        }
        return runs == null ? Source.ROWS : Source.RUNS;
    }

    public List<Group> groups(LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        if (layout.isVast()) {
            return vast(day);
        }
        return layout.groups(counts(day));
    }

    long total(LocalDate asAt) {
        int day = Math.toIntExact(asAt.toEpochDay());
        return layout.isVast() ? vast(day).stream().mapToLong(Group::count).sum() : layout.total(counts(day));
    }

    /** By cell of the layout. */
    private int[] counts(int day) {
        var counts = new int[layout.cells()];
        int upTo = DayCode.upTo(day);
        addReady(upTo, counts);
        if (isWaiting()) {
            addWaiting(upTo, counts);
        } else if (source == Source.ROWS) {
            new FullScan(plan, layout, view, known).upTo(upTo, counts);
        } else {
            rowsToLookAt().within(0, upTo, counts);
        }
        if (!DayCode.hasCode(day)) {
            var strays = new PointScan(plan, layout, view, 0, known, 1);
            view.index().rows().forEachStray(known, day, row -> strays.add(row, counts));
        }
        return counts;
    }

    private void addReady(int upTo, int[] counts) {
        if (source == Source.ROWS) {
            return;
        }
        var kept = view.kept().get(plan.split().keptBy());
        var groups = layout.keptGroups();
        var cells = layout.keptCells();
        if (source == Source.NOW) {
            var ready = kept.counts();
            for (int i = 0; i < groups.length && groups[i] < ready.length; i++) {
                counts[cells[i]] += ready[groups[i]].upTo(upTo);
            }
        } else {
            var runs = requireNonNull(kept.runs(), "this source is chosen where it keeps them");
            int row = runs.covered(known);
            for (int i = 0; i < groups.length; i++) {
                counts[cells[i]] += runs.upTo(row, groups[i], upTo);
            }
        }
    }

    /** Whether the rows to look at are those that wait for the kept groupings, by whose groups they are known. */
    private boolean isWaiting() {
        return source == Source.NOW && known >= view.taken();
    }

    private void addWaiting(int upTo, int[] counts) {
        var kept = view.kept().get(plan.split().keptBy());
        var cells = layout.cellOfGroup();
        for (int i = 0; i < known - view.taken(); i++) {
            if (kept.pendingDays()[i] <= upTo) {
                counts[cells[kept.pendingLeft()[i] + 1]]--;
                counts[cells[kept.pendingEntered()[i] + 1]]++;
            }
        }
    }

    /** @param added those of a slot follow one another */
    private void addWaiting(DayBuckets slots, int[] added) {
        var kept = view.kept().get(plan.split().keptBy());
        var cells = layout.cellOfGroup();
        for (int i = 0; i < known - view.taken(); i++) {
            if (kept.pendingDays()[i] <= slots.last()) {
                int slot = slots.find(kept.pendingDays()[i]) * layout.cells();
                added[slot + cells[kept.pendingLeft()[i] + 1]]--;
                added[slot + cells[kept.pendingEntered()[i] + 1]]++;
            }
        }
    }

    private PointScan rowsToLookAt() {
        return switch (source) {
            case NOW -> new PointScan(plan, layout, view, known, view.taken(), -1);
            case RUNS ->
                new PointScan(
                        plan,
                        layout,
                        view,
                        requireNonNull(view.kept().get(plan.split().keptBy()).runs())
                                .covered(known),
                        known,
                        1);
            case ROWS -> new PointScan(plan, layout, view, 0, known, 1);
        };
    }

    private List<Group> vast(int day) {
        var counts = new HashAggregation(layout);
        var scan = new PointScan(plan, layout, view, 0, known, 1);
        scan.addUpTo(DayCode.upTo(day), counts);
        view.index().rows().forEachStray(known, day, row -> scan.add(row, counts));
        return counts.groups();
    }

    /**
     * Counts as at the end of each day.
     *
     * @param days ascending
     */
    public List<Series.Point> series(List<LocalDate> days) {
        var points = new Points(days);
        var slots = new DayBuckets(days);
        boolean few = !layout.isVast() && (long) layout.cells() * days.size() <= CellLayout.MOST_CELLS;
        if (slots.areCoded() && few) {
            inOnePass(slots, points);
        } else if (slots.areCoded() && source == Source.ROWS) {
            dayByDay(slots, points);
        } else {
            days.forEach(day -> points.add(groups(day)));
        }
        return points.done;
    }

    /** Gathers the points of a series, as long as they are not too many. */
    private static final class Points {

        private final List<LocalDate> days;
        private final List<Series.Point> done;
        private int groups;

        Points(List<LocalDate> days) {
            this.days = days;
            this.done = new ArrayList<>(days.size());
        }

        void add(List<Group> next) {
            groups += next.size();
            if (groups > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            done.add(new Series.Point(days.get(done.size()), next));
        }
    }

    /** What each day adds in each cell, from one pass over the rows; then day upon day. */
    private void inOnePass(DayBuckets slots, Points points) {
        int cells = layout.cells();
        var added = new int[cells * slots.count()];
        if (isWaiting()) {
            addWaiting(slots, added);
        } else {
            rowsToLookAt().bySlot(slots, added);
        }
        var sinceFirst = new int[cells];
        var counts = new int[cells];
        for (int slot = 0; slot < slots.count(); slot++) {
            for (int cell = 0; cell < cells; cell++) {
                sinceFirst[cell] += added[slot * cells + cell];
                counts[cell] = sinceFirst[cell];
            }
            addReady(slots.code(slot), counts);
            points.add(layout.groups(counts));
        }
    }

    /** The rows in order of their days, each counted once; for more cells than there is room for on every day. */
    private void dayByDay(DayBuckets slots, Points points) {
        var scan = new PointScan(plan, layout, view, 0, known, 1);
        var sorted = RowsByBucket.of(view.index().rows(), known, slots);
        var vast = layout.isVast() ? new HashAggregation(layout) : null;
        var counts = new int[vast == null ? layout.cells() : 0];
        for (int slot = 0; slot < slots.count(); slot++) {
            sorted.forEach(slot, row -> {
                if (vast == null) {
                    scan.add(row, counts);
                } else {
                    scan.add(row, vast);
                }
            });
            points.add(vast == null ? layout.groups(counts) : vast.groups());
        }
    }
}
