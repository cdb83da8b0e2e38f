package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Pieces of bytes in the order appended. They are held in chunks, so that growing moves nothing; what was once written is
 * never written again, so that another thread may read what there was when it got hold of it.
 */
public final class ByteBlockPool {

    private static final int CHUNK_BITS = 16;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Bytes of a piece. */
    public static final int LONGEST = 256;

    /** No piece begins here. */
    static final int NOWHERE = 0;

    private final BufferAllocator room;
    private ByteBuffer[] chunks;
    private int size;

    ByteBlockPool(BufferAllocator room) {
        this(room, new ByteBuffer[] {room.take(CHUNK)}, 1);
    }

    private ByteBlockPool(BufferAllocator room, ByteBuffer[] chunks, int size) {
        this.room = room;
        this.chunks = chunks;
        this.size = size;
    }

    /**
     * Where the next piece begins.
     *
     * @throws ArithmeticException when there would be more than 2 GiB
     */
    int end() {
        int room = CHUNK - (size & CHUNK - 1);
        return room < LONGEST ? Math.addExact(size, room) : size;
    }

    /**
     * Appends a piece at {@link #end()}.
     *
     * @param piece its first byte is not 0, which fills up a chunk
     * @throws IllegalArgumentException when it is longer than {@link #LONGEST}
     */
    int append(byte[] piece, int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException("a piece of %d bytes is too long".formatted(length));
        }
        int begin = end();
        int chunk = begin >>> CHUNK_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, 2 * chunk);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = room.take(CHUNK);
        }
        chunks[chunk].put(begin & CHUNK - 1, piece, 0, length);
        size = begin + length;
        return begin;
    }

    /** Where the first piece from here on begins; no less than {@link #size()} where there is none. */
    int next(int from) {
        while (from < size && byteAt(from) == 0) {
            from = (from | CHUNK - 1) + 1;
        }
        return from;
    }

    byte byteAt(int address) {
        return chunks[address >>> CHUNK_BITS].get(address & CHUNK - 1);
    }

    /** The bytes among which a piece lies. */
    ByteBuffer chunkOf(int address) {
        return chunks[address >>> CHUNK_BITS];
    }

    /** Where in {@link #chunkOf} a piece begins. */
    static int placeOf(int address) {
        return address & CHUNK - 1;
    }

    int size() {
        return size;
    }

    /** What there is now, for another thread; what is appended later is not in it. */
    ByteBlockPool image() {
        return new ByteBlockPool(room, chunks, size);
    }

    void save(SaveStream to) throws IOException {
        var bytes = new byte[CHUNK];
        to.number(size);
        for (int at = 0; at < size; at += CHUNK) {
            int length = Math.min(CHUNK, size - at);
            chunkOf(at).get(0, bytes, 0, length);
            to.bytes(bytes, 0, length);
        }
    }

    static ByteBlockPool load(LoadStream from, BufferAllocator room) throws IOException {
        var bytes = new byte[CHUNK];
        int size = from.number();
        var arena = new ByteBlockPool(room, new ByteBuffer[(size - 1 >>> CHUNK_BITS) + 1], size);
        for (int at = 0; at < size; at += CHUNK) {
            int length = Math.min(CHUNK, size - at);
            from.bytes(bytes, 0, length);
            var chunk = room.take(CHUNK);
            chunk.put(0, bytes, 0, length);
            arena.chunks[at >>> CHUNK_BITS] = chunk;
        }
        return arena;
    }
}
