package org.conductregister.query.statistics.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.TransitionOffsets;

/** Counts by cell where there are more cells than could be laid out: only those met are there. */
final class HashAggregation {

    private static final long FREE = -1;

    private final CellLayout layout;
    private long[] keys = new long[1 << 10];
    private int[] counts = new int[keys.length];
    private int size;

    HashAggregation(CellLayout layout) {
        this.layout = layout;
        Arrays.fill(keys, FREE);
    }

    /** @param offset as of {@link TransitionOffsets}; nothing is counted at 0 */
    void add(int profilePart, int offset, int delta) {
        if (offset == 0) {
            return;
        }
        if (2 * size > keys.length) {
            grow();
        }
        int slot = slot((long) profilePart << Integer.SIZE | offset);
        counts[slot] += delta;
    }

    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> Integer.SIZE) & keys.length - 1;
        while (keys[slot] != key) {
            if (keys[slot] == FREE) {
                keys[slot] = key;
                size++;
                return slot;
            }
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        var oldKeys = keys;
        var oldCounts = counts;
        keys = new long[2 * oldKeys.length];
        counts = new int[keys.length];
        size = 0;
        Arrays.fill(keys, FREE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                counts[slot(oldKeys[i])] = oldCounts[i];
            }
        }
    }

    /** The groups that are not empty, in order. */
    List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (int i = 0; i < keys.length; i++) {
            if (counts[i] != 0) {
                groups.add(layout.group((int) (keys[i] >>> Integer.SIZE), (int) keys[i], counts[i]));
            }
        }
        groups.sort(Comparator.comparing(Group::values, CellLayout.ORDER));
        return groups;
    }
}
