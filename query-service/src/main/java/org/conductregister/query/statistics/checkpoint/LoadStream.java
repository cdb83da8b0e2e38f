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

/** Reads what {@link SaveStream} wrote, in the same order. */
public final class LoadStream {

    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final ByteBuffer buffer =
            ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).flip();
    private final List<CompletableFuture<Void>> begun = new ArrayList<>();

    public LoadStream(InputStream in) {
        this.in = in;
    }

    /**
     * Reads an int.
     *
     * @throws EOFException here and below, when there is not that much left
     */
    public int number() throws IOException {
        return filled(Integer.BYTES).getInt();
    }

    public long longNumber() throws IOException {
        return filled(Long.BYTES).getLong();
    }

    /**
     * Reads a text.
     *
     * @throws IOException also when what stands there is no text that would have been written
     */
    public String text() throws IOException {
        int length = number();
        if (length < 0 || length > SaveStream.LONGEST_TEXT) {
            throw new IOException("no text of a checkpoint has %d bytes".formatted(length));
        }
        var utf8 = new byte[length];
        bytes(utf8, 0, utf8.length);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    public void bytes(byte[] into, int from, int length) throws IOException {
        int buffered = Math.min(length, buffer.remaining());
        buffer.get(into, from, buffered);
        if (in.readNBytes(into, from + buffered, length - buffered) < length - buffered) {
            throw new EOFException();
        }
    }

    public void numbers(int[] into, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, filled(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().get(into, from + done, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
            done += now;
        }
    }

    public void chars(char[] into, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, filled(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().get(into, from + done, now);
            buffer.position(buffer.position() + now * Character.BYTES);
            done += now;
        }
    }

    /** Begins work on what was read so far, while the rest is read. What it does is to be seen after {@link #finish}. */
    public void meanwhile(Runnable work) {
        begun.add(CompletableFuture.runAsync(work));
    }

    /**
     * To be called once all was read, before it is used: waits for what was begun {@link #meanwhile}.
     *
     * @throws CompletionException when that failed
     */
    public void finish() {
        begun.forEach(CompletableFuture::join);
    }

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
