package org.conductregister.query.statistics.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes numbers, arrays and texts, to be read by {@link LoadStream} in the same order. Arrays go in bulk. */
public final class SaveStream {

    /** In bytes. */
    static final int LONGEST_TEXT = 1 << 24;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    public SaveStream(OutputStream out) {
        this.out = out;
    }

    public void number(int value) throws IOException {
        room(Integer.BYTES).putInt(value);
    }

    public void longNumber(long value) throws IOException {
        room(Long.BYTES).putLong(value);
    }

    /**
     * Writes a text.
     *
     * @throws IOException also when it has more than {@value #LONGEST_TEXT} bytes
     */
    public void text(String value) throws IOException {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LONGEST_TEXT) {
            throw new IOException("a text of %,d bytes is too long".formatted(utf8.length));
        }
        number(utf8.length);
        bytes(utf8, 0, utf8.length);
    }

    public void bytes(byte[] values, int from, int length) throws IOException {
        if (length <= buffer.remaining()) {
            buffer.put(values, from, length);
        } else {
            flush();
            out.write(values, from, length);
        }
    }

    public void numbers(int[] values, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, room(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from + done, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
            done += now;
        }
    }

    public void chars(char[] values, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, room(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().put(values, from + done, now);
            buffer.position(buffer.position() + now * Character.BYTES);
            done += now;
        }
    }

    /** Hands everything on to the stream beneath. */
    public void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    private ByteBuffer room(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }
}
