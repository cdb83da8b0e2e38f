package org.conductregister.query.statistics.index;

/** Passes over some rows and adds what they change to the cells of a layout. */
final class RowScan {

    private static final int OUTSIDE = -1;

    private final Plan plan;
    private final Layout layout;
    private final UnitView view;
    private final int from;
    private final int to;
    private final int sign;
    private final Rows rows;
    private final Guises guises;
    private final MoveOffsets.Known offsets;

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
        this.offsets = plan.offsets(view);
        this.oneForAll = plan.isOfAllProfiles();
    }

    /** @param upTo a day's code, or -1 for before any */
    void upTo(int upTo, int[] counts) {
        if (upTo < 0 || from == to) {
            return;
        }
        var bases = !oneForAll && to - from > view.guises() ? new Bases(bases()) : null;
        for (int row = from; row < to; row = (row >> IntColumn.SHIFT) + 1 << IntColumn.SHIFT) {
            int chunk = row >> IntColumn.SHIFT;
            int end = Math.min(to - (chunk << IntColumn.SHIFT), IntColumn.CHUNK);
            if (oneForAll) {
                addOfAll(chunk, row & IntColumn.WITHIN, end, upTo, counts);
            } else if (bases == null) {
                addFew(chunk, row & IntColumn.WITHIN, end, upTo, counts);
            } else {
                if (rows.guisesUpTo(chunk) > bases.lowest) {
                    addMany(chunk, row & IntColumn.WITHIN, end, upTo, counts, bases);
                }
            }
        }
    }

    private void addOfAll(int chunk, int begin, int end, int upTo, int[] counts) {
        var days = rows.days(chunk);
        var moves = rows.moves(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * moves[i];
            int off = pairs[pair];
            int on = pairs[pair + 1];
            if (off != on && days[i] <= upTo) {
                counts[off] -= sign;
                counts[on] += sign;
            }
        }
    }

    private void addFew(int chunk, int begin, int end, int upTo, int[] counts) {
        var days = rows.days(chunk);
        var moves = rows.moves(chunk);
        var ofGuise = rows.guises(chunk);
        var pairs = offsets.pairs();
        for (int i = begin; i < end; i++) {
            int pair = 2 * moves[i];
            int off = pairs[pair];
            int on = pairs[pair + 1];
            if (off != on && days[i] <= upTo) {
                int base = base(ofGuise[i]);
                if (base >= 0) {
                    counts[base + off] -= sign;
                    counts[base + on] += sign;
                }
            }
        }
    }

    private void addMany(int chunk, int begin, int end, int upTo, int[] counts, Bases bases) {
        var days = rows.days(chunk);
        var moves = rows.moves(chunk);
        var ofGuise = rows.guises(chunk);
        var pairs = offsets.pairs();
        var ofGuises = bases.ofGuises;
        for (int i = begin; i < end; i++) {
            int guise = ofGuise[i];
            if (guise >= bases.lowest && guise <= bases.highest && days[i] <= upTo) {
                int base = ofGuises[guise];
                if (base >= 0) {
                    int pair = 2 * moves[i];
                    counts[base + pairs[pair]] -= sign;
                    counts[base + pairs[pair + 1]] += sign;
                }
            }
        }
    }

    /**
     * As {@link #upTo}, for each slot the rows since the one before.
     *
     * @param counts those of a slot follow one another
     */
    void bySlot(Slots slots, int[] counts) {
        if (from == to) {
            return;
        }
        boolean many = to - from > slots.span();
        var table = many ? slots.table() : null;
        var bases = to - from > view.guises() ? bases() : null;
        int cells = layout.cells();
        for (int row = from; row < to; row++) {
            int day = rows.day(row);
            if (day <= slots.last()) {
                int guise = rows.guise(row);
                int base = bases == null ? base(guise) : bases[guise];
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
        int base = layout.base(guises.profile(guise));
        return base >= 0 && guises.isWithin(plan.window(), guise) ? base : OUTSIDE;
    }

    /** Where the cells of each guise begin, and between which guises those wanted lie: a cohort is met in one stretch. */
    private static final class Bases {

        private final int[] ofGuises;
        private final int lowest;
        private final int highest;

        Bases(int[] ofGuises) {
            this.ofGuises = ofGuises;
            int low = 0;
            while (low < ofGuises.length && ofGuises[low] < 0) {
                low++;
            }
            int high = ofGuises.length - 1;
            while (high >= low && ofGuises[high] < 0) {
                high--;
            }
            this.lowest = low;
            this.highest = high;
        }
    }

    /** For each guise where its cells begin; negative where it is not wanted. Days are looked at first: they cost least. */
    private int[] bases() {
        var bases = new int[view.guises()];
        var window = plan.window();
        for (int begin = 0; begin < bases.length; begin += IntColumn.CHUNK) {
            int chunk = begin >> IntColumn.SHIFT;
            var profiles = guises.profiles(chunk);
            var reported = guises.daysReported(chunk);
            var referred = guises.daysReferred(chunk);
            int end = Math.min(bases.length - begin, IntColumn.CHUNK);
            for (int i = 0; i < end; i++) {
                bases[begin + i] = window.admits(reported[i], referred[i]) ? layout.base(profiles[i]) : OUTSIDE;
            }
        }
        return bases;
    }
}
