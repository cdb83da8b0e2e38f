package org.conductregister.query.disclosure.hiding;

import java.util.BitSet;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses, beside the cells that must be hidden, others, so that the small ones keep several possible values: the hypercube
 * method. The same table always gives the same cells. Takes time proportional to the number of small cells times the number of
 * cells. Not thread-safe.
 *
 * <p>For each small cell it takes the box that costs least: hidden corners cost nothing, others by their size, margins more.
 * Cells of which nobody is are never hidden, and cannot be corners. Where no box does, the cell is left to who checks the table,
 * and {@link #widen} hides more.
 */
public final class SecondarySuppression {

    private static final double MARGIN_COSTS = 8;
    private static final double KNOWN_COSTS = 10_000;

    private final FrequencyTable table;
    private final int below;
    private final int possibilities;
    private final BitSet known;
    private final BitSet held;
    private final BitSet hidden;

    /**
     * Begins with the cells that must be hidden.
     *
     * @param below a count from 1 to less than this is small
     * @param possibilities the number of values that a small cell must keep
     * @param hidden those that are hidden anyway
     * @param held of these, the ones that may also be 0
     * @param known cells that somebody knows from elsewhere, which hide little
     */
    public SecondarySuppression(
            FrequencyTable table, int below, int possibilities, BitSet hidden, BitSet held, BitSet known) {
        this.table = table;
        this.below = below;
        this.possibilities = possibilities;
        this.hidden = (BitSet) hidden.clone();
        this.held = (BitSet) held.clone();
        this.known = (BitSet) known.clone();
    }

    /** The cells that are hidden by now. */
    public BitSet hidden() {
        return (BitSet) hidden.clone();
    }

    /** Returns the ones of these that may also be 0. */
    public BitSet held() {
        return (BitSet) held.clone();
    }

    /** Hides one cell, if anybody is in it. */
    public void hide(int cell) {
        if (table.count(cell) > 0) {
            hidden.set(cell);
        }
    }

    /**
     * Hides what keeps each small cell from being told from the margins; of a large table that may take minutes.
     *
     * @param beforeEach is run before each cell, and ends it all by throwing
     */
    public void protectAll(Runnable beforeEach) {
        // Innermost cells first, the smallest first: margins come to be protected by what protects their parts
        var small = hidden.stream()
                .filter(this::isSmall)
                .boxed()
                .sorted((a, b) -> table.margins(a) != table.margins(b)
                        ? Integer.compare(table.margins(a), table.margins(b))
                        : table.count(a) != table.count(b)
                                ? Long.compare(table.count(a), table.count(b))
                                : Integer.compare(a, b))
                .toList();
        for (int cell : small) {
            beforeEach.run();
            protect(cell);
        }
    }

    private boolean isSmall(int cell) {
        return table.count(cell) > 0 && table.count(cell) < below;
    }

    /** Whether somebody is assumed to know that a hidden cell is small: not of margins, which are hidden for other reasons too. */
    private boolean isToldSmall(int cell) {
        return isSmall(cell) && table.margins(cell) == 0 && !held.get(cell);
    }

    /** Hides the corners of boxes until the cell can have enough values, or no further box helps. */
    public void protect(int cell) {
        long up = 0;
        long down = 0;
        while (up + down + 1 < possibilities) {
            var box = cheapest(cell, up, down);
            if (box == null) {
                return;
            }
            for (int corner : box.corners) {
                hidden.set(corner);
            }
            up = Math.max(up, box.up);
            down = Math.max(down, box.down);
        }
    }

    private record Box(int[] corners, long up, long down, double cost) {}

    /** The box that costs least for what it adds; the first of those that are equal. */
    private @Nullable Box cheapest(int cell, long up, long down) {
        int dimensions = table.dimensions();
        if (dimensions == 0) {
            return null;
        }
        var places = table.places(cell);
        var opposite = new int[dimensions];
        Box best = null;
        double bestCost = Double.MAX_VALUE;
        long missing = possibilities - 1 - up - down;
        do {
            if (differsEverywhere(places, opposite)) {
                double limit = best == null ? Double.MAX_VALUE : bestCost * missing;
                var box = box(places, opposite, limit);
                if (box != null) {
                    long gain = Math.min(missing, Math.max(box.up - up, 0) + Math.max(box.down - down, 0));
                    if (gain > 0 && box.cost / gain < bestCost) {
                        best = box;
                        bestCost = box.cost / gain;
                    }
                }
            }
        } while (next(opposite));
        return best;
    }

    private static boolean differsEverywhere(int[] a, int[] b) {
        for (int k = 0; k < a.length; k++) {
            if (a[k] == b[k]) {
                return false;
            }
        }
        return true;
    }

    private boolean next(int[] places) {
        for (int k = places.length - 1; k >= 0; k--) {
            if (++places[k] <= table.size(k)) {
                return true;
            }
            places[k] = 0;
        }
        return false;
    }

    /** The box between two cells; null where a corner is empty, or it costs as much as the limit. */
    private @Nullable Box box(int[] places, int[] opposite, double limit) {
        int dimensions = places.length;
        var corners = new int[1 << dimensions];
        long up = Long.MAX_VALUE;
        long down = Long.MAX_VALUE;
        double cost = 0;
        for (int which = 0; which < corners.length; which++) {
            boolean rises = true;
            var at = new int[dimensions];
            for (int k = 0; k < dimensions; k++) {
                boolean other = (which & 1 << k) != 0;
                at[k] = other ? opposite[k] : places[k];
                // A part and its sum move together, two parts against each other
                boolean withMargin = places[k] == table.size(k) || opposite[k] == table.size(k);
                rises ^= other && !withMargin;
            }
            int corner = table.cell(at);
            long count = table.count(corner);
            if (count == 0 && !held.get(corner)) {
                return null;
            }
            if (!hidden.get(corner)) {
                cost += cost(corner);
                if (cost >= limit) {
                    return null;
                }
            }
            long room = isToldSmall(corner) ? below - 1 - count : Long.MAX_VALUE;
            long reserve = count - (held.get(corner) ? 0 : 1);
            up = Math.min(up, rises ? room : reserve);
            down = Math.min(down, rises ? reserve : room);
            corners[which] = corner;
        }
        return up + down == 0 ? null : new Box(corners, up, down, cost);
    }

    private double cost(int corner) {
        double cost = 1 + Math.log((double) table.count(corner));
        for (int margins = table.margins(corner); margins > 0; margins--) {
            cost *= MARGIN_COSTS;
        }
        return known.get(corner) ? cost * KNOWN_COSTS : cost;
    }

    /**
     * Hides more around a cell for which that was not enough.
     *
     * @param step 0: all on its lines; 1: all margins over it but the grand total; 2: what is empty on its lines too, so that
     *     nobody can tell what is not; 3: the grand total
     */
    public void widen(int cell, int step) {
        switch (step) {
            case 0 -> onLines(cell, this::hide);
            case 1 -> overIt(cell, false);
            case 2 -> onLines(cell, this::hold);
            default -> overIt(cell, true);
        }
    }

    /** Hides one cell, also an empty one. */
    public void hold(int cell) {
        hidden.set(cell);
        held.set(cell);
    }

    private void onLines(int cell, IntConsumer each) {
        var places = table.places(cell);
        for (int k = 0; k < places.length; k++) {
            var at = places.clone();
            for (at[k] = 0; at[k] < table.size(k); at[k]++) {
                each.accept(table.cell(at));
            }
        }
        each.accept(cell);
    }

    private void overIt(int cell, boolean grandTotal) {
        var places = table.places(cell);
        int all = (1 << places.length) - 1;
        for (int margins = 1; margins <= all; margins++) {
            if ((margins == all) == grandTotal) {
                hide(table.including(places, margins));
            }
        }
    }
}
