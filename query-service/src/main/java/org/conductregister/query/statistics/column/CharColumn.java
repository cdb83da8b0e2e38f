package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/** A growing list of numbers from 0 to 65,535, two bytes each. Otherwise as {@link IntColumn}. */
final class CharColumn {

    private static final int SHIFT = IntColumn.SHIFT;
    private static final int CHUNK = IntColumn.CHUNK;
    private static final int MASK = IntColumn.MASK;

    private char[][] chunks = {new char[16]};
    private int size;

    /** Appends a value; O(1), but for the growth of the first chunk and of the array of chunks. */
    void append(char value) {
        writableChunk(size)[size & MASK] = value;
        size++;
    }

    /** The chunk that the next value goes to, allocated if need be. */
    private char[] writableChunk(int index) {
        var current = chunks;
        int chunk = index >> SHIFT;
        if (chunk == current.length) {
            current = Arrays.copyOf(current, chunk + 1);
            current[chunk] = new char[CHUNK];
            chunks = current;
        } else if (chunk == 0 && index == current[0].length) {
            current = current.clone();
            current[0] = Arrays.copyOf(current[0], Math.min(CHUNK, 4 * index));
            chunks = current;
        }
        return current[chunk];
    }

    /** The value at an index from 0 to {@link #size()} - 1. */
    char get(int index) {
        return chunks[index >> SHIFT][index & MASK];
    }

    /** The number of values. */
    int size() {
        return size;
    }

    /** A view of all values. */
    View view() {
        return view(size);
    }

    /**
     * A view of the first values.
     *
     * @param length how many, from 0 to {@link #size()}
     */
    View view(int length) {
        assert length >= 0 && length <= size;
        return new View(chunks, length);
    }

    /** Reads what {@link View#save} wrote of a view of {@code size} values. */
    static CharColumn load(int size, LoadStream in) throws IOException {
        var column = new CharColumn();
        var chunks = new char[Math.max(1, (size + MASK) >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new char[i == 0 && size < CHUNK ? Math.max(16, size) : CHUNK];
            in.readChars(chunks[i], 0, Math.min(CHUNK, size - (i << SHIFT)));
        }
        column.chunks = chunks;
        column.size = size;
        return column;
    }

    /** The first {@link #size()} values of a column. Every read is O(1). */
    static final class View {

        private final char[][] chunks;
        private final int size;

        private View(char[][] chunks, int size) {
            this.chunks = chunks;
            this.size = size;
        }

        /** The number of values. */
        int size() {
            return size;
        }

        /** The value at an index from 0 to {@link #size()} - 1. */
        char get(int index) {
            assert index < size;
            return chunks[index >> SHIFT][index & MASK];
        }

        /**
         * The values from index {@code number * CHUNK} on, for loops. The array is the writer's: it must not be changed, nor
         * read beyond {@link #size()}.
         */
        char[] chunk(int number) {
            assert number << SHIFT < size;
            return chunks[number];
        }

        /** Writes the values, without their number; O(n). */
        void save(SaveStream out) throws IOException {
            for (int from = 0; from < size; from += CHUNK) {
                out.writeChars(chunks[from >> SHIFT], 0, Math.min(CHUNK, size - from));
            }
        }
    }
}
