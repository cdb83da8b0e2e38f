package org.conductregister.query.statistics.scan;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.statistics.column.DayCode;

/** The days of a series, ascending, and to which of them a row counts first. */
final class DayBuckets {

    private final int[] codes;
    private final boolean coded;

    DayBuckets(List<LocalDate> days) {
        this.codes = new int[days.size()];
        boolean all = true;
        for (int i = 0; i < codes.length; i++) {
            int day = Math.toIntExact(days.get(i).toEpochDay());
            codes[i] = DayCode.code(day);
            all &= DayCode.hasCode(day);
        }
        this.coded = all;
    }

    /** Whether each of the days has a code of its own. */
    boolean areCoded() {
        return coded;
    }

    int count() {
        return codes.length;
    }

    int code(int slot) {
        return codes[slot];
    }

    int last() {
        return codes.length == 0 ? -1 : codes[codes.length - 1];
    }

    /** The first slot no earlier than a day that is no later than the last. */
    int find(int code) {
        int at = Arrays.binarySearch(codes, code);
        return at >= 0 ? at : -at - 1;
    }

    /** By code, less that of the first slot: what {@link #find} finds. */
    int[] table() {
        if (codes.length == 0) {
            return new int[1];
        }
        var table = new int[last() - codes[0] + 1];
        int slot = 0;
        for (int i = 0; i < table.length; i++) {
            if (codes[0] + i > codes[slot]) {
                slot++;
            }
            table[i] = slot;
        }
        return table;
    }

    /** How many days there are from the first slot to the last. */
    int span() {
        return last() - first();
    }

    int first() {
        return codes.length == 0 ? 0 : codes[0];
    }
}
