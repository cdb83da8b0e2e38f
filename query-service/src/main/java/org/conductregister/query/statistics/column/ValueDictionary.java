package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/**
 * Immutable values, each held once and given a code: 0, 1, 2, … in the order added. One thread adds; any thread may read a
 * {@link View}.
 */
public final class ValueDictionary {

    /** Writes and reads values. */
    public interface Codec {

        void write(Object value, SaveStream out) throws IOException;

        Object read(LoadStream in) throws IOException;
    }

    private final Map<Object, Integer> codes = new HashMap<>();
    private Object[] values = new Object[8];
    private int size;

    /** The value that was asked for last, which is often asked for again. */
    private @Nullable Object last;

    private int lastCode;

    /** The number of values. */
    public int size() {
        return size;
    }

    /** The code of a value, which is added if it is new; O(1) on average. */
    public int codeOf(Object value) {
        if (value != last && !value.equals(last)) {
            var known = codes.get(value);
            lastCode = known == null ? add(value) : known;
            last = value;
        }
        return lastCode;
    }

    private int add(Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        codes.put(value, size);
        return size++;
    }

    /** The value of a code; O(1). */
    public Object get(int code) {
        return values[code];
    }

    /** A view of all values. */
    public View view() {
        return new View(values, size);
    }

    /** Reads what {@link View#save} wrote with the same codec. */
    public static ValueDictionary load(LoadStream in, Codec codec) throws IOException {
        var loaded = new ValueDictionary();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            loaded.add(codec.read(in));
        }
        return loaded;
    }

    /** The values with codes below {@link #size()}. */
    public static final class View {

        private final Object[] values;
        private final int size;

        private View(Object[] values, int size) {
            this.values = values;
            this.size = size;
        }

        /** The number of values. */
        public int size() {
            return size;
        }

        /** The value of a code; O(1). */
        public Object get(int code) {
            assert code < size;
            return values[code];
        }

        /** Writes the values; O(n). */
        public void save(SaveStream out, Codec codec) throws IOException {
            out.writeInt(size);
            for (int code = 0; code < size; code++) {
                codec.write(values[code], out);
            }
        }
    }
}
