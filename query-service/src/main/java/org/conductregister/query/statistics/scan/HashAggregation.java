package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.column.HashSlots;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.TransitionOffsets;

/**
 * Counts by cell where there are more cells than an array should have: a hash table of the cells that occur. Twelve bytes a
 * cell and its {@link HashSlots} slot. For one thread.
 */
final class HashAggregation {

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final CellLayout layout;

    /** By number of the cell, its profile part in the upper half and its offset in the lower. */
    private long[] keys = new long[1 << 10];

    private int[] counts = new int[keys.length];
    private final HashSlots slots = new HashSlots(cell -> hash(keys[cell]));

    HashAggregation(CellLayout layout) {
        this.layout = layout;
    }

    /**
     * Adds to the count of a cell; O(1) on average.
     *
     * @param profilePart the part of the profiles
     * @param offset of the cell from the first of that part, as in {@link TransitionOffsets}; nothing is counted at 0
     */
    void add(int profilePart, int offset, int delta) {
        if (offset != 0) {
            counts[cellOf(((long) profilePart << Integer.SIZE) | offset)] += delta;
        }
    }

    private int cellOf(long key) {
        int slot = slots.first(hash(key));
        for (int cell; (cell = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (keys[cell] == key) {
                return cell;
            }
        }
        if (slots.size() == keys.length) {
            keys = Arrays.copyOf(keys, 2 * keys.length);
            counts = Arrays.copyOf(counts, keys.length);
        }
        keys[slots.size()] = key;
        return slots.add(slot);
    }

    private static int hash(long key) {
        return (int) ((key * MULTIPLIER) >>> Integer.SIZE);
    }

    /** The groups of the cells whose count is not 0, in order; O(n log n). */
    List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (int cell = 0; cell < slots.size(); cell++) {
            if (counts[cell] != 0) {
                groups.add(layout.group((int) (keys[cell] >>> Integer.SIZE), (int) keys[cell], counts[cell]));
            }
        }
        groups.sort(Comparator.comparing(Group::values, CellLayout.ORDER));
        return groups;
    }
}
