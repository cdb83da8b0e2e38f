package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Whole numbers in the order appended, in chunks, so that growing copies nothing and wastes little. One thread appends;
 * who has been told of a size by a safe publication reads what lies before it.
 */
public final class IntColumn {

    public static final int SHIFT = 13;

    /** How many values lie in a chunk; the first one grows to it, for small registers are many in tests. */
    public static final int CHUNK = 1 << SHIFT;

    public static final int WITHIN = CHUNK - 1;

    private volatile int[][] chunks = {new int[16]};
    private int size;

    public void append(int value) {
        room(size)[size & WITHIN] = value;
        size++;
    }

    /** The chunk of a place, made where it is the next to be written. */
    private int[] room(int place) {
        var now = chunks;
        int chunk = place >> SHIFT;
        if (chunk == now.length) {
            now = Arrays.copyOf(now, chunk + 1);
            now[chunk] = new int[CHUNK];
            chunks = now;
        } else if (chunk == 0 && place == now[0].length) {
            now = now.clone();
            now[0] = Arrays.copyOf(now[0], Math.min(CHUNK, 4 * place));
            chunks = now;
        }
        return now[chunk];
    }

    public int get(int place) {
        return chunks[place >> SHIFT][place & WITHIN];
    }

    /** Only for columns whose readers can tell what has changed since they were told of a size. */
    public void set(int place, int value) {
        chunks[place >> SHIFT][place & WITHIN] = value;
    }

    public int size() {
        return size;
    }

    /** To be read up to the size that the reader knows of. */
    public int[] chunk(int number) {
        return chunks[number];
    }

    public void save(int to, SaveStream out) throws IOException {
        for (int from = 0; from < to; from += CHUNK) {
            out.numbers(chunk(from >> SHIFT), 0, Math.min(CHUNK, to - from));
        }
    }

    public static IntColumn load(int size, LoadStream in) throws IOException {
        var column = new IntColumn();
        var chunks = new int[Math.max(1, size + WITHIN >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new int[i == 0 && size < CHUNK ? Math.max(16, size) : CHUNK];
            in.numbers(chunks[i], 0, Math.min(CHUNK, size - (i << SHIFT)));
        }
        column.chunks = chunks;
        column.size = size;
        return column;
    }
}
