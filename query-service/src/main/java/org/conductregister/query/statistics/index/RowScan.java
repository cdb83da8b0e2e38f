package org.conductregister.query.statistics.index;

import org.jspecify.annotations.Nullable;

/** Passes over some rows and adds what they change to the cells of a layout. */
final class RowScan {

    private final Plan plan;
    private final Layout layout;
    private final UnitView view;
    private final int from;
    private final int to;
    private final int sign;
    private final Rows rows;
    private final Guises guises;
    private final MoveOffsets.Known offsets;
    private final int[] parts;

    /** Whether all profiles have their cells from the first on. */
    private final boolean oneForAll;

    /**
     * @param from the first row
     * @param to after the last row
     * @param sign 1, or -1 to take off what they have changed
     */
    RowScan(Plan plan, Layout layout, UnitView view, int from, int to, int sign) {
        this.plan = plan;
        this.layout = layout;
        this.view = view;
        this.from = from;
        this.to = to;
        this.sign = sign;
        this.rows = view.index().rows();
        this.guises = view.index().guises();
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
        within(firstDay, lastDay, counts, stretch == null || stretch.rows < stretch.guises() ? null : stretch.bases());
    }

    /** @param bases of all guises of the rows; null where they are to be looked up as they are met */
    void within(int firstDay, int lastDay, int[] counts, @Nullable Bases bases) {
        if (firstDay > lastDay) {
            return;
        }
        for (int row = from; row < to; row = (row >> IntColumn.SHIFT) + 1 << IntColumn.SHIFT) {
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

    /** Whether any row of a chunk may be of the days and of a guise reported when it is wanted. */
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

        int guises() {
            return Math.max(0, highest - lowest + 1);
        }

        Bases bases() {
            return Bases.of(plan, layout, view, lowest, highest);
        }
    }

    private Stretch stretch(int firstDay, int lastDay) {
        var stretch = new Stretch();
        for (int row = from; row < to; row = (row >> IntColumn.SHIFT) + 1 << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            if (touches(chunk, firstDay, lastDay)) {
                stretch.rows += Math.min(to, chunk + 1 << IntColumn.SHIFT) - row;
                stretch.lowest = Math.min(stretch.lowest, rows.guisesOfChunks().lowest(chunk));
                stretch.highest =
                        Math.max(stretch.highest, rows.guisesOfChunks().highest(chunk));
            }
        }
        return stretch;
    }

    private void addOfAll(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts) {
        var days = rows.days(chunk);
        var moves = rows.moves(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * rows.move(moves[i], chunk, i);
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
        var moves = rows.moves(chunk);
        var ofGuise = rows.guises(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * rows.move(moves[i], chunk, i);
            int off = pairs[pair];
            int on = pairs[pair + 1];
            if (off != on && days[i] >= firstDay && days[i] <= lastDay) {
                int base = base(ofGuise[i]);
                if (base >= 0) {
                    counts[base + off] -= sign;
                    counts[base + on] += sign;
                }
            }
        }
    }

    private void addMany(int chunk, int begin, int end, int firstDay, int lastDay, int[] counts, Bases bases) {
        var days = rows.days(chunk);
        var moves = rows.moves(chunk);
        var ofGuise = rows.guises(chunk);
        var pairs = offsets.pairs();
        var inOrder = bases.inOrder();
        int first = bases.begin();
        for (int i = begin; i < end; i++) {
            int at = ofGuise[i] - first;
            if (at >= 0 && at < inOrder.length && days[i] >= firstDay && days[i] <= lastDay) {
                int base = inOrder[at];
                if (base >= 0) {
                    int pair = 2 * rows.move(moves[i], chunk, i);
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
    void bySlot(Slots slots, int[] counts) {
        if (from == to) {
            return;
        }
        boolean many = to - from > slots.span();
        var table = many ? slots.table() : null;
        var bases = oneForAll || to - from < view.guises()
                ? null
                : stretch(0, Character.MAX_VALUE).bases();
        int cells = layout.cells();
        for (int row = from; row < to; row++) {
            int day = rows.day(row);
            if (day <= slots.last()) {
                int guise = rows.guise(row);
                int base = bases == null ? base(guise) : bases.of(guise);
                if (base >= 0) {
                    int slot = table == null ? slots.find(day) : table[Math.max(day - slots.first(), 0)];
                    int move = rows.move(row);
                    counts[slot * cells + base + offsets.from(move)] -= sign;
                    counts[slot * cells + base + offsets.to(move)] += sign;
                }
            }
        }
    }

    /** Adds one row, whatever its day. */
    void add(int row, int[] counts) {
        int base = base(rows.guise(row));
        if (base >= 0) {
            int move = rows.move(row);
            counts[base + offsets.from(move)] -= sign;
            counts[base + offsets.to(move)] += sign;
        }
    }

    /** Adds one row, whatever its day. */
    void add(int row, VastCounts counts) {
        int guise = rows.guise(row);
        int part = layout.partOfProfile(guises.profile(guise));
        if (part != Parts.NOWHERE && guises.isWithin(plan.window(), guise)) {
            int move = rows.move(row);
            counts.add(part, offsets.from(move), -sign);
            counts.add(part, offsets.to(move), sign);
        }
    }

    void addUpTo(int upTo, VastCounts counts) {
        for (int row = from; row < to; row++) {
            if (rows.day(row) <= upTo) {
                add(row, counts);
            }
        }
    }

    /** Where the cells of a guise begin; negative where it is not wanted. */
    private int base(int guise) {
        if (oneForAll) {
            return 0;
        }
        int base = layout.base(parts, guises.profile(guise));
        return base >= 0 && guises.isWithin(plan.window(), guise) ? base : Parts.NOWHERE;
    }
}
