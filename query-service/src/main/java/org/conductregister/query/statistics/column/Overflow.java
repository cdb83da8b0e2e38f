package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * The values of a narrow column that do not fit in it, by their index in the column: two sorted lists, searched by
 * halves. Meant for few values. One thread adds; any thread may read a {@link View}.
 */
public final class Overflow {

    /** Ascending. */
    private final IntColumn indexes;

    private final IntColumn values;

    Overflow() {
        this(new IntColumn(), new IntColumn());
    }

    private Overflow(IntColumn indexes, IntColumn values) {
        this.indexes = indexes;
        this.values = values;
    }

    /**
     * Adds an entry.
     *
     * @param index higher than any before
     */
    void add(int index, int value) {
        indexes.append(index);
        values.append(value);
    }

    /** The value at an index of the column, or another where there is no entry; O(log n). */
    int find(int index, int otherwise) {
        return view().find(index, otherwise);
    }

    /** A view of all entries. */
    View view() {
        return new View(indexes.view(), values.view());
    }

    /** A view of the entries of the first {@code length} values of the column; O(log n). */
    View view(int length) {
        if (indexes.size() == 0) {
            return View.EMPTY;
        }
        int entries = view().entriesBefore(length);
        return new View(indexes.view(entries), values.view(entries));
    }

    /** Reads what {@link View#save} wrote. */
    static Overflow load(LoadStream in) throws IOException {
        int size = in.readInt();
        return new Overflow(IntColumn.load(size, in), IntColumn.load(size, in));
    }

    /** The entries of the first values of a column. */
    public static final class View {

        /** Most columns have no entry: theirs is the same. */
        private static final View EMPTY = new Overflow().view();

        private final IntColumn.View indexes;
        private final IntColumn.View values;

        private View(IntColumn.View indexes, IntColumn.View values) {
            this.indexes = indexes;
            this.values = values;
        }

        /** The number of entries. */
        public int size() {
            return indexes.size();
        }

        /** The index in the column that an entry belongs to; ascending with the entries. */
        public int index(int entry) {
            return indexes.get(entry);
        }

        /** The value of an entry. */
        public int value(int entry) {
            return values.get(entry);
        }

        /** The value at an index of the column, or another where there is no entry; O(log n). */
        int find(int index, int otherwise) {
            int entry = entriesBefore(index);
            return entry < size() && indexes.get(entry) == index ? values.get(entry) : otherwise;
        }

        /** The number of entries whose index is lower; O(log n). */
        int entriesBefore(int index) {
            int low = 0;
            int high = size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (indexes.get(middle) < index) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        void save(SaveStream out) throws IOException {
            out.writeInt(size());
            indexes.save(out);
            values.save(out);
        }
    }
}
