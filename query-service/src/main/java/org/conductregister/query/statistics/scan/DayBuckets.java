package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.column.DayCode;

/**
 * The days of a series as buckets for rows: a row is in the bucket of the first day that is no earlier than its own. Days are
 * {@link DayCode}s. Immutable.
 */
final class DayBuckets {

    private final int[] codes;
    private final boolean coded;

    /** @param days ascending */
    DayBuckets(List<LocalDate> days) {
        this.codes = new int[days.size()];
        boolean allCoded = true;
        for (int i = 0; i < codes.length; i++) {
            int day = Math.toIntExact(days.get(i).toEpochDay());
            codes[i] = DayCode.code(day);
            allCoded &= DayCode.hasCode(day);
        }
        this.coded = allCoded;
    }

    /** Whether each of the days has a code of its own; only then are the buckets of use. */
    boolean areCoded() {
        return coded;
    }

    /** The number of buckets. */
    int count() {
        return codes.length;
    }

    /** The day of a bucket. */
    int day(int bucket) {
        return codes[bucket];
    }

    /** The first day, or 0 if there is none. */
    int first() {
        return codes.length == 0 ? 0 : codes[0];
    }

    /** The last day, or -1 if there is none. */
    int last() {
        return codes.length == 0 ? -1 : codes[codes.length - 1];
    }

    /** The number of days from the first to the last, less one. */
    int span() {
        return last() - first();
    }

    /** The bucket of a day no later than the last; O(log n). */
    int find(int day) {
        int found = Arrays.binarySearch(codes, day);
        return found >= 0 ? found : -found - 1;
    }

    /** The bucket of each day from the first to the last, at its distance from the first; days before are in bucket 0. O(span). */
    int[] table() {
        if (codes.length == 0) {
            return new int[1];
        }
        var table = new int[span() + 1];
        int bucket = 0;
        for (int i = 0; i < table.length; i++) {
            if (first() + i > codes[bucket]) {
                bucket++;
            }
            table[i] = bucket;
        }
        return table;
    }
}
