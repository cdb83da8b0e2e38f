package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * A growing list of ints in chunks of {@value #CHUNK}: growing moves nothing, and at most one chunk is partly empty. One
 * thread appends; any thread may read a {@link View} that it received by a safe publication, while more is appended.
 */
public final class IntColumn {

    /** The base-2 logarithm of {@link #CHUNK}. */
    public static final int SHIFT = 13;

    /** The number of values in a chunk. The first chunk starts small and grows to it, so that small columns stay small. */
    public static final int CHUNK = 1 << SHIFT;

    /** The bits of an index that say where in its chunk it lies. */
    public static final int MASK = CHUNK - 1;

    private int[][] chunks = {new int[16]};
    private int size;

    /** Appends a value; O(1), but for the growth of the first chunk and of the array of chunks. */
    public void append(int value) {
        writableChunk(size)[size & MASK] = value;
        size++;
    }

    /** The chunk that the next value goes to, allocated if need be. */
    private int[] writableChunk(int index) {
        var current = chunks;
        int chunk = index >> SHIFT;
        if (chunk == current.length) {
            current = Arrays.copyOf(current, chunk + 1);
            current[chunk] = new int[CHUNK];
            chunks = current;
        } else if (chunk == 0 && index == current[0].length) {
            current = current.clone();
            current[0] = Arrays.copyOf(current[0], Math.min(CHUNK, 4 * index));
            chunks = current;
        }
        return current[chunk];
    }

    /** The value at an index from 0 to {@link #size()} - 1. */
    public int get(int index) {
        return chunks[index >> SHIFT][index & MASK];
    }

    /**
     * Replaces a value. Readers may see either value from then on, also in views made before; a column that is changed so
     * needs a protocol of its own.
     */
    public void set(int index, int value) {
        chunks[index >> SHIFT][index & MASK] = value;
    }

    /** The number of values. */
    public int size() {
        return size;
    }

    /** A view of all values. */
    public View view() {
        return view(size);
    }

    /**
     * A view of the first values.
     *
     * @param length how many, from 0 to {@link #size()}
     */
    public View view(int length) {
        assert length >= 0 && length <= size;
        return new View(chunks, length);
    }

    /** Reads what {@link View#save} wrote of a view of {@code size} values. */
    public static IntColumn load(int size, LoadStream in) throws IOException {
        var column = new IntColumn();
        var chunks = new int[Math.max(1, (size + MASK) >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new int[i == 0 && size < CHUNK ? Math.max(16, size) : CHUNK];
            in.readInts(chunks[i], 0, Math.min(CHUNK, size - (i << SHIFT)));
        }
        column.chunks = chunks;
        column.size = size;
        return column;
    }

    /** The first {@link #size()} values of a column. Every read is O(1). */
    public static final class View {

        private final int[][] chunks;
        private final int size;

        private View(int[][] chunks, int size) {
            this.chunks = chunks;
            this.size = size;
        }

        /** The number of values. */
        public int size() {
            return size;
        }

        /** The value at an index from 0 to {@link #size()} - 1. */
        public int get(int index) {
            assert index < size;
            return chunks[index >> SHIFT][index & MASK];
        }

        /**
         * The values from index {@code number * CHUNK} on, for loops. The array is the writer's: it must not be changed, nor
         * read beyond {@link #size()}.
         */
        public int[] chunk(int number) {
            assert number << SHIFT < size;
            return chunks[number];
        }

        /** A view of the first values of this one. */
        public View first(int length) {
            assert length <= size;
            return new View(chunks, length);
        }

        /** Writes the values, without their number; O(n). */
        public void save(SaveStream out) throws IOException {
            for (int from = 0; from < size; from += CHUNK) {
                out.writeInts(chunks[from >> SHIFT], 0, Math.min(CHUNK, size - from));
            }
        }
    }
}
