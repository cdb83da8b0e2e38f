package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * A growing list of numbers that a dictionary gave, such as a {@link TransitionDictionary} or a {@link ValueDictionary}, in two
 * bytes each: what is frequent occurs early and so has a low number; from {@link #OVERFLOW} on, the number is in an
 * {@link Overflow} entry. One thread appends; any thread may
 * read a {@link View}.
 */
public final class DictionaryColumn {

    /** The content of a chunk in place of a number that does not fit in it. */
    public static final char OVERFLOW = Character.MAX_VALUE;

    private final CharColumn low;
    private final Overflow high;

    public DictionaryColumn() {
        this(new CharColumn(), new Overflow());
    }

    private DictionaryColumn(CharColumn low, Overflow high) {
        this.low = low;
        this.high = high;
    }

    /**
     * Appends a number.
     *
     * @param number 0 or more
     */
    public void append(int number) {
        if (number >= OVERFLOW) {
            high.add(size(), number);
        }
        low.append((char) Math.min(number, OVERFLOW));
    }

    /** The number of values. */
    public int size() {
        return low.size();
    }

    /** The number at an index. */
    public int get(int index) {
        char number = low.get(index);
        return number == OVERFLOW ? high.find(index, OVERFLOW) : number;
    }

    /** A view of all values. */
    public View view() {
        return view(size());
    }

    /** A view of the first values. */
    public View view(int length) {
        return new View(low.view(length), high.view(length));
    }

    /** Reads what {@link View#save} wrote of a view of {@code size} values. */
    public static DictionaryColumn load(int size, LoadStream in) throws IOException {
        return new DictionaryColumn(CharColumn.load(size, in), Overflow.load(in));
    }

    /** The first {@link #size()} values of a column. A read is O(1); of a number that does not fit in two bytes, O(log n). */
    public static final class View {

        private final CharColumn.View low;
        private final Overflow.View high;

        private View(CharColumn.View low, Overflow.View high) {
            this.low = low;
            this.high = high;
        }

        /** The number of values. */
        public int size() {
            return low.size();
        }

        /** The number at an index. */
        public int get(int index) {
            char number = low.get(index);
            return number == OVERFLOW ? high.find(index, OVERFLOW) : number;
        }

        /**
         * The values from index {@code number * CHUNK} on, as {@link IntColumn.View#chunk}. Where one is {@link #OVERFLOW},
         * {@link #get} has the number.
         */
        public char[] chunk(int number) {
            return low.chunk(number);
        }

        /**
         * Reads values of a chunk, also those that do not fit in two bytes; O(to - from).
         *
         * @param number as in {@link #chunk}
         * @param from the first, by its place in the chunk
         * @param to the end of those that are read, no later than that of the values in the chunk
         * @param into where they are written to, each at its place in the chunk
         */
        public void read(int number, int from, int to, int[] into) {
            var values = low.chunk(number);
            for (int i = from; i < to; i++) {
                into[i] = values[i];
            }
            int first = number << IntColumn.SHIFT;
            for (int entry = high.entriesBefore(first + from); entry < high.size(); entry++) {
                int offset = high.index(entry) - first;
                if (offset >= to) {
                    break;
                }
                into[offset] = high.value(entry);
            }
        }

        /** Writes the values, without their number; O(n). */
        public void save(SaveStream out) throws IOException {
            low.save(out);
            high.save(out);
        }
    }
}
