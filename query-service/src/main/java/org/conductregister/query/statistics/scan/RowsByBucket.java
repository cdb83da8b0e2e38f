package org.conductregister.query.statistics.scan;

import java.util.function.IntConsumer;
import org.conductregister.query.statistics.index.PointTable;

/**
 * The rows that count towards the days of a series, by a counting sort.
 *
 * @param rows those of the first day first
 * @param begins where the rows of each day begin, and where the last ones end
 */
record RowsByBucket(int[] rows, int[] begins) {

    static RowsByBucket of(PointTable rows, int size, DayBuckets slots) {
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
        return new RowsByBucket(sorted, begins);
    }

    void forEach(int slot, IntConsumer action) {
        for (int i = begins[slot]; i < begins[slot + 1]; i++) {
            action.accept(rows[i]);
        }
    }
}
