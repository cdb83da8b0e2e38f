package org.conductregister.query.statistics.history;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** IntList of records, in the order they came. */
public final class IntList {

    private int[] numbers = new int[1];
    private int size;

    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    public int get(int at) {
        return numbers[at];
    }

    public void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(numbers[i]);
        }
    }
}
