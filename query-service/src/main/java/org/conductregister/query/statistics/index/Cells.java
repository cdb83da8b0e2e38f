package org.conductregister.query.statistics.index;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Each tuple of values that a unit has been in, numbered. */
final class Cells {

    private record Key(Object[] values, int hash) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.hash == hash && Arrays.equals(key.values, values);
        }

        @Override
        public int hashCode() {
            return hash;
        }
    }

    private final Map<Key, Integer> numbers = new HashMap<>();
    private Object[][] values = new Object[16][];

    int numberOf(Object[] tuple) {
        var key = new Key(tuple, Arrays.hashCode(tuple));
        var number = numbers.get(key);
        return number == null ? add(key) : number;
    }

    private int add(Key key) {
        int number = numbers.size();
        if (number == values.length) {
            values = Arrays.copyOf(values, 2 * number);
        }
        values[number] = key.values();
        numbers.put(key, number);
        return number;
    }

    int size() {
        return numbers.size();
    }

    /** By number, and room for more at the end. */
    Object[][] values() {
        return values;
    }
}
