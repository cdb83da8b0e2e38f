package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/** As {@link IntColumn}, of numbers from 0 to 65,535. */
final class CharColumn {

    private static final int SHIFT = IntColumn.SHIFT;
    private static final int CHUNK = IntColumn.CHUNK;
    private static final int WITHIN = IntColumn.WITHIN;

    private volatile char[][] chunks = {new char[16]};
    private int size;

    void append(char value) {
        room(size)[size & WITHIN] = value;
        size++;
    }

    /** The chunk of a place, made where it is the next to be written. */
    private char[] room(int place) {
        var now = chunks;
        int chunk = place >> SHIFT;
        if (chunk == now.length) {
            now = Arrays.copyOf(now, chunk + 1);
            now[chunk] = new char[CHUNK];
            chunks = now;
        } else if (chunk == 0 && place == now[0].length) {
            now = now.clone();
            now[0] = Arrays.copyOf(now[0], Math.min(CHUNK, 4 * place));
            chunks = now;
        }
        return now[chunk];
    }

    char get(int place) {
        return chunks[place >> SHIFT][place & WITHIN];
    }

    int size() {
        return size;
    }

    /** To be read up to the size that the reader knows of. */
    char[] chunk(int number) {
        return chunks[number];
    }

    void save(int to, SaveStream out) throws IOException {
        for (int from = 0; from < to; from += CHUNK) {
            out.chars(chunk(from >> SHIFT), 0, Math.min(CHUNK, to - from));
        }
    }

    static CharColumn load(int size, LoadStream in) throws IOException {
        var column = new CharColumn();
        var chunks = new char[Math.max(1, size + WITHIN >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new char[i == 0 && size < CHUNK ? Math.max(16, size) : CHUNK];
            in.chars(chunks[i], 0, Math.min(CHUNK, size - (i << SHIFT)));
        }
        column.chunks = chunks;
        column.size = size;
        return column;
    }
}
