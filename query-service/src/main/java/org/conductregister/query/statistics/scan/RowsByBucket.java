package org.conductregister.query.statistics.scan;

import java.util.function.IntConsumer;
import org.conductregister.query.statistics.index.PointTable;

/**
 * The rows that are in a bucket, sorted by bucket and in each by number: a counting sort. Four bytes a row.
 *
 * @param rows those of the first bucket first
 * @param begins by bucket, the index in {@code rows} of its first row; one more entry for the end
 */
record RowsByBucket(int[] rows, int[] begins) {

    /**
     * Sorts the first rows; O(rows + days).
     *
     * @param known the number of rows
     * @param buckets days with codes of their own
     */
    static RowsByBucket of(PointTable.View points, int known, DayBuckets buckets) {
        var table = buckets.table();
        var begins = new int[buckets.count() + 1];
        for (int row = 0; row < known; row++) {
            int day = points.day(row);
            if (day <= buckets.last()) {
                begins[table[Math.max(day - buckets.first(), 0)] + 1]++;
            }
        }
        for (int i = 1; i < begins.length; i++) {
            begins[i] += begins[i - 1];
        }
        var sorted = new int[begins[begins.length - 1]];
        var next = begins.clone();
        for (int row = 0; row < known; row++) {
            int day = points.day(row);
            if (day <= buckets.last()) {
                sorted[next[table[Math.max(day - buckets.first(), 0)]]++] = row;
            }
        }
        return new RowsByBucket(sorted, begins);
    }

    /** Calls an action with each row of a bucket. */
    void forEach(int bucket, IntConsumer action) {
        for (int i = begins[bucket]; i < begins[bucket + 1]; i++) {
            action.accept(rows[i]);
        }
    }
}
