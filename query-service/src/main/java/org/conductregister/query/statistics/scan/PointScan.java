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

/** Passes over some rows and adds what they change to the cells of a layout. */
final class PointScan {

    private final QueryPlan plan;
    private final CellLayout layout;
    private final UnitSnapshot view;
    private final int from;
    private final int to;
    private final int sign;
    private final PointTable rows;
    private final MemberVersions versions;
    private final TransitionOffsets.Known offsets;
    private final int[] parts;

    /** Whether all profiles have their cells from the first on. */
    private final boolean oneForAll;

    /**
     * @param from the first row
     * @param to after the last row
     * @param sign 1, or -1 to take off what they have changed
     */
    PointScan(QueryPlan plan, CellLayout layout, UnitSnapshot view, int from, int to, int sign) {
        this.plan = plan;
        this.layout = layout;
        this.view = view;
        this.from = from;
        this.to = to;
        this.sign = sign;
        this.rows = view.index().rows();
        this.versions = view.index().versions();
        this.offsets = plan.split().offsets(view);
        this.parts = layout.parts(view);
        this.oneForAll = plan.isOfAllProfiles();
    }

    /** How many rows {@link #within} has to look at, more or less. */
    int cost(int firstDay, int lastDay) {
        return stretch(firstDay, lastDay).rows;
    }

    /**
     * Adds the rows of some days.
     *
     * @param firstDay as its code, as is the last, which is included
     */
    void within(int firstDay, int lastDay, int[] counts) {
        var stretch = oneForAll || from >= to ? null : stretch(firstDay, lastDay);
        within(
                firstDay,
                lastDay,
                counts,
                stretch == null || stretch.rows < stretch.versions() ? null : stretch.bases());
    }

    /** @param bases of all versions of the rows; null where they are to be looked up as they are met */
    void within(int firstDay, int lastDay, int[] counts, @Nullable VersionCells bases) {
        if (firstDay > lastDay) {
            return;
        }
        for (int row = from; row < to; row = ((row >> IntColumn.SHIFT) + 1) << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            if (!touches(chunk, firstDay, lastDay)) {
                continue;
            }
            int begin = row & IntColumn.WITHIN;
            int end = Math.min(to - (chunk << IntColumn.SHIFT), IntColumn.CHUNK);
            if (oneForAll) {
                addOfAll(chunk, begin, end, firstDay, lastDay, counts);
            } else if (bases == null) {
                addFew(chunk, begin, end, firstDay, lastDay, counts);
            } else {
                addMany(chunk, begin, end, firstDay, lastDay, counts, bases);
            }
        }
    }

    /** Whether any row of a chunk may be of the days and of a version reported when it is wanted. */
    private boolean touches(int chunk, int firstDay, int lastDay) {
        var window = plan.window();
        return rows.daysOfChunks().touch(chunk, firstDay, lastDay)
                && rows.reportedInChunks().touch(chunk, window.reportedFrom(), window.reportedTo());
    }

    /** How much there is to look at. */
    private final class Stretch {

        private int rows;
        private int lowest = Integer.MAX_VALUE;
        private int highest = -1;

        int versions() {
            return Math.max(0, highest - lowest + 1);
        }

        VersionCells bases() {
            return VersionCells.of(plan, layout, view, lowest, highest);
        }
    }

    private Stretch stretch(int firstDay, int lastDay) {
        var stretch = new Stretch();
        for (int row = from; row < to; row = ((row >> IntColumn.SHIFT) + 1) << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            if (touches(chunk, firstDay, lastDay)) {
                stretch.rows += Math.min(to, (chunk + 1) << IntColumn.SHIFT) - row;
                stretch.lowest =
                        Math.min(stretch.lowest, rows.versionsOfChunks().lowest(chunk));
                stretch.highest =
                        Math.max(stretch.highest, rows.versionsOfChunks().highest(chunk));
            }
        }
        return stretch;
    }

    private void addOfAll(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts) {
        var days = rows.days(chunk);
        var transitions = rows.transitions(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * rows.transition(transitions[i], chunk, i);
            int off = pairs[pair];
            int on = pairs[pair + 1];
            if (off != on && days[i] >= firstDay && days[i] <= lastDay) {
                counts[off] -= sign;
                counts[on] += sign;
            }
        }
    }

    private void addFew(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts) {
        var days = rows.days(chunk);
        var transitions = rows.transitions(chunk);
        var ofVersion = rows.versions(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * rows.transition(transitions[i], chunk, i);
            int off = pairs[pair];
            int on = pairs[pair + 1];
            if (off != on && days[i] >= firstDay && days[i] <= lastDay) {
                int base = base(ofVersion[i]);
                if (base >= 0) {
                    counts[base + off] -= sign;
                    counts[base + on] += sign;
                }
            }
        }
    }

    private void addMany(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts, VersionCells bases) {
        var days = rows.days(chunk);
        var transitions = rows.transitions(chunk);
        var ofVersion = rows.versions(chunk);
        var pairs = offsets.pairs();
        var inOrder = bases.inOrder();
        int first = bases.begin();
        for (int i = begin; i < end; i++) {
            int at = ofVersion[i] - first;
            if (at >= 0 && at < inOrder.length && days[i] >= firstDay && days[i] <= lastDay) {
                int base = inOrder[at];
                if (base >= 0) {
                    int pair = 2 * rows.transition(transitions[i], chunk, i);
                    counts[base + pairs[pair]] -= sign;
                    counts[base + pairs[pair + 1]] += sign;
                }
            }
        }
    }

    /**
     * As {@link #within}, for each slot the rows since the one before.
     *
     * @param counts those of a slot follow one another
     */
    void bySlot(DayBuckets slots, int[] counts) {
        if (from == to) {
            return;
        }
        boolean many = to - from > slots.span();
        var table = many ? slots.table() : null;
        var bases = oneForAll || to - from < view.versions()
                ? null
                : stretch(0, Character.MAX_VALUE).bases();
        int cells = layout.cells();
        for (int row = from; row < to; row++) {
            int day = rows.day(row);
            if (day <= slots.last()) {
                int version = rows.version(row);
                int base = bases == null ? base(version) : bases.of(version);
                if (base >= 0) {
                    int slot = table == null ? slots.find(day) : table[Math.max(day - slots.first(), 0)];
                    int transition = rows.transition(row);
                    counts[slot * cells + base + offsets.from(transition)] -= sign;
                    counts[slot * cells + base + offsets.to(transition)] += sign;
                }
            }
        }
    }

    /** Adds one row, whatever its day. */
    void add(int row, int[] counts) {
        int base = base(rows.version(row));
        if (base >= 0) {
            int transition = rows.transition(row);
            counts[base + offsets.from(transition)] -= sign;
            counts[base + offsets.to(transition)] += sign;
        }
    }

    /** Adds one row, whatever its day. */
    void add(int row, HashAggregation counts) {
        int version = rows.version(row);
        int part = layout.partOfProfile(versions.profile(version));
        if (part != TupleGrouping.NOWHERE && plan.window().admits(versions, version)) {
            int transition = rows.transition(row);
            counts.add(part, offsets.from(transition), -sign);
            counts.add(part, offsets.to(transition), sign);
        }
    }

    void addUpTo(int upTo, HashAggregation counts) {
        for (int row = from; row < to; row++) {
            if (rows.day(row) <= upTo) {
                add(row, counts);
            }
        }
    }

    /** Where the cells of a version begin; negative where it is not wanted. */
    private int base(int version) {
        if (oneForAll) {
            return 0;
        }
        int base = layout.base(parts, versions.profile(version));
        return base >= 0 && plan.window().admits(versions, version) ? base : TupleGrouping.NOWHERE;
    }
}
