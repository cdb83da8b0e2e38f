package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.entries.FactJson;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/** The values of one type that facts have stated, numbered from 0 as they are first met. Each is held once. */
final class ValueNumbers {

    private final Class<?> type;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private Object[] values = new Object[16];
    private @Nullable Object last;
    private int lastNumber;

    ValueNumbers(Class<?> type) {
        this.type = type;
    }

    /** What was stated last is often stated again. */
    int numberOf(Object value) {
        if (!value.equals(last)) {
            var number = numbers.get(value);
            lastNumber = number == null ? add(value) : number;
            last = value;
        }
        return lastNumber;
    }

    private int add(Object value) {
        int number = numbers.size();
        if (number == values.length) {
            values = Arrays.copyOf(values, 2 * number);
        }
        values[number] = value;
        numbers.put(value, number);
        return number;
    }

    Object value(int number) {
        return values[number];
    }

    Image image() {
        return new Image(values, numbers.size());
    }

    /** What there was; the array is the writer's own, read up to {@code size}. */
    record Image(Object[] values, int size) {

        public void save(SaveStream to) throws IOException {
            to.number(size);
            for (int i = 0; i < size; i++) {
                to.text(FactJson.mapper().writeValueAsString(values[i]));
            }
        }
    }

    void load(LoadStream from) throws IOException {
        int size = from.number();
        for (int i = 0; i < size; i++) {
            add(FactJson.mapper().readValue(from.text(), type));
        }
    }
}
