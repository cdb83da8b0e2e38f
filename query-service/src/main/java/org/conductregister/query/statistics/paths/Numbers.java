package org.conductregister.query.statistics.paths;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** Numbers of records, in the order they came. */
final class Numbers {

    private int[] numbers = new int[1];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    int get(int at) {
        return numbers[at];
    }

    void forEach(IntConsumer action) {
        for (int i = 0; i < size; i++) {
            action.accept(numbers[i]);
        }
    }
}
