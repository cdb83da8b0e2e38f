package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/**
 * Tuples of a fixed number of fields, numbered 0, 1, 2, … in the order added. Each field has a {@link ValueDictionary} and a
 * {@link DictionaryColumn} with the code of each tuple's value, so a tuple takes two bytes a field and its {@link HashSlots} slot. One thread
 * adds; any thread may read a {@link View}.
 */
public final class TupleDictionary {

    private final ValueDictionary[] values;
    private final DictionaryColumn[] codes;
    private final HashSlots slots = new HashSlots(this::hashOf);
    private int size;

    /** The codes of the tuple that is looked up. */
    private final int[] wanted;

    private @Nullable View latestView;

    /**
     * A dictionary of no tuples.
     *
     * @param fields how many there are in a tuple
     */
    public TupleDictionary(int fields) {
        this(new ValueDictionary[fields], new DictionaryColumn[fields], 0);
        Arrays.setAll(values, i -> new ValueDictionary());
        Arrays.setAll(codes, i -> new DictionaryColumn());
    }

    private TupleDictionary(ValueDictionary[] values, DictionaryColumn[] codes, int size) {
        this.values = values;
        this.codes = codes;
        this.size = size;
        this.wanted = new int[values.length];
    }

    /** The number of tuples. */
    public int size() {
        return size;
    }

    /** The number of a tuple, which is added if it is new; O(1) on average for each field. */
    public int numberOf(Object[] tuple) {
        int hash = 0;
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = values[i].codeOf(tuple[i]);
            hash = 31 * hash + wanted[i];
        }
        int slot = slots.first(hash);
        for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (isWanted(number)) {
                return number;
            }
        }
        for (int i = 0; i < wanted.length; i++) {
            codes[i].append(wanted[i]);
        }
        size++;
        return slots.add(slot);
    }

    private boolean isWanted(int number) {
        for (int i = 0; i < wanted.length; i++) {
            if (codes[i].get(number) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private int hashOf(int number) {
        int hash = 0;
        for (var column : codes) {
            hash = 31 * hash + column.get(number);
        }
        return hash;
    }

    /** The code of the value that a tuple has in a field. */
    public int code(int tuple, int field) {
        return codes[field].get(tuple);
    }

    /** The value that a tuple has in a field. */
    public Object value(int tuple, int field) {
        return values[field].get(code(tuple, field));
    }

    /** A view of all tuples. It is the same until a tuple is added. */
    public View view() {
        if (latestView == null || latestView.size() < size) {
            latestView = new View(this);
        }
        return latestView;
    }

    /** Reads what {@link View#save} wrote. */
    public static TupleDictionary load(LoadStream in) throws IOException {
        var values = new ValueDictionary[in.readInt()];
        var codes = new DictionaryColumn[values.length];
        int size = in.readInt();
        for (int i = 0; i < values.length; i++) {
            values[i] = ValueDictionary.load(in, new ValueCodec());
            codes[i] = DictionaryColumn.load(size, in);
        }
        var loaded = new TupleDictionary(values, codes, size);
        loaded.slots.rebuild(size);
        return loaded;
    }

    /** The tuples with numbers below {@link #size()}. Every read is O(1). */
    public static final class View {

        private final ValueDictionary.View[] values;
        private final DictionaryColumn.View[] codes;
        private final int size;

        /** By field, how its values are read; {@link UnaryOperator#identity} is as they are stored. */
        private final UnaryOperator<Object>[] readings;

        private View(TupleDictionary tuples) {
            this.values =
                    Arrays.stream(tuples.values).map(ValueDictionary::view).toArray(ValueDictionary.View[]::new);
            this.codes = Arrays.stream(tuples.codes).map(DictionaryColumn::view).toArray(DictionaryColumn.View[]::new);
            this.size = tuples.size;
            this.readings = asStored(values.length);
        }

        private View(View other, UnaryOperator<Object>[] readings) {
            this.values = other.values;
            this.codes = other.codes;
            this.size = other.size;
            this.readings = readings;
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type can be made in no other way
        private static UnaryOperator<Object>[] asStored(int fields) {
            UnaryOperator[] readings = new UnaryOperator[fields];
            Arrays.fill(readings, UnaryOperator.identity());
            return readings;
        }

        /**
         * The same tuples, with another reading of the values in one field: several stored values may be read as one. Codes stay
         * those of the values stored.
         */
        public View reading(int field, UnaryOperator<Object> reading) {
            var others = readings.clone();
            others[field] = reading;
            return new View(this, others);
        }

        /** The number of tuples. */
        public int size() {
            return size;
        }

        /** The code of the value that a tuple has in a field. */
        public int code(int tuple, int field) {
            return codes[field].get(tuple);
        }

        /** The value that a tuple has in a field. */
        public Object value(int tuple, int field) {
            return valueOf(field, code(tuple, field));
        }

        /** The number of different values stored in a field. They have the codes below it. */
        public int distinctValues(int field) {
            return values[field].size();
        }

        /** The value of a code in a field. */
        public Object valueOf(int field, int code) {
            return readings[field].apply(values[field].get(code));
        }

        /** Writes the tuples and their values; O(n). */
        public void save(SaveStream out) throws IOException {
            var codec = new ValueCodec();
            out.writeInt(values.length);
            out.writeInt(size);
            for (int field = 0; field < values.length; field++) {
                values[field].save(out, codec);
                codes[field].save(out);
            }
        }
    }
}
