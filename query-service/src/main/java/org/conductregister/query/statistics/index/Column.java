package org.conductregister.query.statistics.index;

import java.util.Arrays;

/** Whole numbers in the order appended. What was once readable is never written again. */
final class Column {

    private int[] values = new int[16];
    private int size;

    void append(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    int last() {
        return values[size - 1];
    }

    /** The values so far, and room for more at the end. */
    int[] values() {
        return values;
    }
}
