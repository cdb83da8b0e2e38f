package org.conductregister.query.statistics.index;

import java.util.function.IntConsumer;

/**
 * The rows that count towards the days of a series, by a counting sort.
 *
 * @param rows those of the first day first
 * @param begins where the rows of each day begin, and where the last ones end
 */
record RowsBySlot(int[] rows, int[] begins) {

    static RowsBySlot of(Rows rows, int size, Slots slots) {
        var table = slots.table();
        var begins = new int[slots.count() + 1];
        for (int row = 0; row < size; row++) {
            int day = rows.day(row);
            if (day <= slots.last()) {
                begins[table[Math.max(day - slots.first(), 0)] + 1]++;
            }
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        var sorted = new int[begins[begins.length - 1]];
        var next = begins.clone();
        for (int row = 0; row < size; row++) {
            int day = rows.day(row);
            if (day <= slots.last()) {
                sorted[next[table[Math.max(day - slots.first(), 0)]]++] = row;
            }
        }
        return new RowsBySlot(sorted, begins);
    }

    void forEach(int slot, IntConsumer action) {
        for (int i = begins[slot]; i < begins[slot + 1]; i++) {
            action.accept(rows[i]);
        }
    }
}
