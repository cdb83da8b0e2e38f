package org.conductregister.query.statistics.checkpoint;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Writes numbers, strings and arrays in little-endian order, for {@link LoadStream} to read in the same order. Arrays are
 * written without their length, and in bulk. Buffered: {@link #flush} must be called at the end. For one thread.
 */
public final class SaveStream {

    /** The most bytes that a string may take in UTF-8. */
    static final int LONGEST_STRING = 1 << 24;

    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);

    /**
     * Writes to a stream.
     *
     * @param out is not closed
     */
    public SaveStream(OutputStream out) {
        this.out = out;
    }

    /** Writes four bytes. */
    public void writeInt(int value) throws IOException {
        buffer(Integer.BYTES).putInt(value);
    }

    /** Writes eight bytes. */
    public void writeLong(long value) throws IOException {
        buffer(Long.BYTES).putLong(value);
    }

    /**
     * Writes the number of bytes of a string in UTF-8, and these.
     *
     * @throws IOException also if there are more than {@value #LONGEST_STRING}
     */
    public void writeString(String value) throws IOException {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        if (utf8.length > LONGEST_STRING) {
            throw new IOException("a text of %,d bytes is too long".formatted(utf8.length));
        }
        writeInt(utf8.length);
        writeBytes(utf8, 0, utf8.length);
    }

    /** Writes {@code length} elements of an array, from an index on. */
    public void writeBytes(byte[] values, int from, int length) throws IOException {
        if (length <= buffer.remaining()) {
            buffer.put(values, from, length);
        } else {
            flush();
            out.write(values, from, length);
        }
    }

    /** Writes {@code length} elements of an array, from an index on. */
    public void writeInts(int[] values, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, buffer(Integer.BYTES).remaining() / Integer.BYTES);
            buffer.asIntBuffer().put(values, from + done, now);
            buffer.position(buffer.position() + now * Integer.BYTES);
            done += now;
        }
    }

    /** Writes {@code length} elements of an array, from an index on. */
    public void writeChars(char[] values, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            int now = Math.min(length - done, buffer(Character.BYTES).remaining() / Character.BYTES);
            buffer.asCharBuffer().put(values, from + done, now);
            buffer.position(buffer.position() + now * Character.BYTES);
            done += now;
        }
    }

    /** Writes what is buffered to the stream beneath, which is not flushed. */
    public void flush() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
    }

    /** The buffer, with that many bytes free at least. */
    private ByteBuffer buffer(int bytes) throws IOException {
        if (buffer.remaining() < bytes) {
            flush();
        }
        return buffer;
    }
}
