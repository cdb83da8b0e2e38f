package org.conductregister.query.statistics.checkpoint;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/**
 * Reads what {@link SaveStream} wrote, in the same order. Every read throws {@link EOFException} if there is not enough
 * left. For one thread; what was read may be built up {@link #inBackground} on others.
 */
public final class LoadStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).flip();
    private final List<CompletableFuture<Void>> tasks = new ArrayList<>();

    /**
     * Reads from a stream.
     *
     * @param in is not closed; more may be read of it than is asked for
     */
    public LoadStream(InputStream in) {
        this.in = in;
    }

    /** Reads four bytes. */
    public int readInt() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    /** Reads eight bytes. */
    public long readLong() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    /**
     * Reads a string.
     *
     * @throws IOException also if there is none that {@link SaveStream} would have written
     */
    public String readString() throws IOException {
        int length = readInt();
        if (length < 0 || length > SaveStream.LONGEST_STRING) {
            throw new IOException("no text of a checkpoint has %d bytes".formatted(length));
        }
        var utf8 = new byte[length];
        readBytes(utf8, 0, utf8.length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    /** Reads {@code length} elements into an array, from an index on. */
    public void readBytes(byte[] into, int from, int length) throws IOException {
        int buffered = Math.min(length, buffer.remaining());
        buffer.get(into, from, buffered);
        if (in.readNBytes(into, from + buffered, length - buffered) < length - buffered) {
            throw new EOFException();
        }
    }

    /** Reads {@code length} elements into an array, from an index on. */
    public void readInts(int[] into, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, filled(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(into, from + done, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
            done += now;
        }
    }

    /** Reads {@code length} elements into an array, from an index on. */
    public void readChars(char[] into, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, filled(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().get(into, from + done, now);
            buffer.position(buffer.position() + now * Character.BYTES);
            done += now;
        }
    }

    /**
     * Starts a task on what has been read so far, while reading goes on. Only {@link #finish} makes its effects visible; until
     * then nothing else may use what it works on.
     */
    public void inBackground(Runnable task) {
        tasks.add(CompletableFuture.runAsync(task));
    }

    /**
     * Waits for the tasks started {@link #inBackground}. It must be called after the last read, before what was read is used.
     *
     * @throws CompletionException if one failed
     */
    public void finish() {
        tasks.forEach(CompletableFuture::join);
    }

    /** Whether nothing is left to be read. */
    boolean isAtEnd() throws IOException {
        return !buffer.hasRemaining() && in.read() < 0;
    }

    /** The buffer, with that many bytes to be read at least. */
    private ByteBuffer filled(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            buffer.compact();
            while (buffer.position() < bytes) {
                int read = in.read(buffer.array(), buffer.position(), buffer.remaining());
                if (read < 0) {
                    throw new EOFException();
                }
                buffer.position(buffer.position() + read);
            }
            buffer.flip();
        }
        return buffer;
    }
}
