package org.conductregister.query.statistics.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.query.statistics.Series;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.TooManyGroupsException;

/**
 * Counts of one plan in one snapshot, as known at one place of the rows. What the kept groupings have ready is read off
 * them, and only the rows between what they tell of and what was known are looked at; where none has it, all rows are
 * passed over.
 */
final class Counting {

    private final Plan plan;
    private final UnitView view;

    /** How many rows were known. */
    private final int known;

    private final Layout layout;
    private final Source source;

    /** From where counts are read before rows are looked at. */
    private enum Source {
        /** Counts as known now, then the rows since added, or those not yet known taken off again. */
        NOW,
        /** Counts as known at the last whole stratum, then the rows since added. */
        STRATA,
        /** Nothing is ready. */
        ROWS
    }

    Counting(Plan plan, UnitView view, int known) {
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
        var strata = view.kept().get(plan.split().keptBy()).strata();
        int fromStrata = strata == null ? known : known - strata.covered(known);
        if (fromNow <= fromStrata) {
            return Source.NOW;
        }
        return strata == null ? Source.ROWS : Source.STRATA;
    }

    List<Group> groups(LocalDate asAt) {
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
        int upTo = Days.upTo(day);
        addReady(upTo, counts);
        if (isWaiting()) {
            addWaiting(upTo, counts);
        } else if (source == Source.ROWS) {
            new FullCount(plan, layout, view, known).upTo(upTo, counts);
        } else {
            rowsToLookAt().within(0, upTo, counts);
        }
        if (!Days.hasCode(day)) {
            var strays = new RowScan(plan, layout, view, 0, known, 1);
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
            int row = kept.strata().covered(known);
            for (int i = 0; i < groups.length; i++) {
                counts[cells[i]] += kept.strata().upTo(row, groups[i], upTo);
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
            if (kept.days()[i] <= upTo) {
                counts[cells[kept.leaves()[i] + 1]]--;
                counts[cells[kept.enters()[i] + 1]]++;
            }
        }
    }

    /** @param added those of a slot follow one another */
    private void addWaiting(Slots slots, int[] added) {
        var kept = view.kept().get(plan.split().keptBy());
        var cells = layout.cellOfGroup();
        for (int i = 0; i < known - view.taken(); i++) {
            if (kept.days()[i] <= slots.last()) {
                int slot = slots.find(kept.days()[i]) * layout.cells();
                added[slot + cells[kept.leaves()[i] + 1]]--;
                added[slot + cells[kept.enters()[i] + 1]]++;
            }
        }
    }

    private RowScan rowsToLookAt() {
        return switch (source) {
            case NOW -> new RowScan(plan, layout, view, known, view.taken(), -1);
            case STRATA ->
                new RowScan(
                        plan,
                        layout,
                        view,
                        view.kept().get(plan.split().keptBy()).strata().covered(known),
                        known,
                        1);
            case ROWS -> new RowScan(plan, layout, view, 0, known, 1);
        };
    }

    private List<Group> vast(int day) {
        var counts = new VastCounts(layout);
        var scan = new RowScan(plan, layout, view, 0, known, 1);
        scan.addUpTo(Days.upTo(day), counts);
        view.index().rows().forEachStray(known, day, row -> scan.add(row, counts));
        return counts.groups();
    }

    /** @param days ascending */
    List<Series.Point> series(List<LocalDate> days) {
        var points = new Points(days);
        var slots = new Slots(days);
        boolean few = !layout.isVast() && (long) layout.cells() * days.size() <= Layout.MOST_CELLS;
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
    private void inOnePass(Slots slots, Points points) {
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
    private void dayByDay(Slots slots, Points points) {
        var scan = new RowScan(plan, layout, view, 0, known, 1);
        var sorted = RowsBySlot.of(view.index().rows(), known, slots);
        var vast = layout.isVast() ? new VastCounts(layout) : null;
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
