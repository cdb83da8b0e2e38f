package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/** The values of one feature, numbered in the order met. */
final class ValueDictionary {

    private final Map<Object, Integer> codes = new HashMap<>();
    private volatile Object[] values = new Object[8];
    private int size;
    private Object latest = this;
    private int latestCode;

    int size() {
        return size;
    }

    /** The number of a value; one not met before is added. */
    int codeOf(Object value) {
        if (value == latest) {
            return latestCode;
        }
        var known = codes.get(value);
        int code = known == null ? add(value) : known;
        latest = value;
        latestCode = code;
        return code;
    }

    private int add(Object value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size] = value;
        codes.put(value, size);
        return size++;
    }

    Object value(int code) {
        return values[code];
    }

    void save(int to, SaveStream out) throws IOException {
        out.number(to);
        for (int i = 0; i < to; i++) {
            ValueCodec.save(values[i], out);
        }
    }

    static ValueDictionary load(LoadStream in) throws IOException {
        var values = new ValueDictionary();
        var met = new HashMap<Object, Object>();
        int size = in.number();
        for (int i = 0; i < size; i++) {
            values.add(ValueCodec.load(in, met));
        }
        return values;
    }
}
