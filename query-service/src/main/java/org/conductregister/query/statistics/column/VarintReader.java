package org.conductregister.query.statistics.column;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads what {@link VarintWriter} wrote, in the same order. For one thread; several may read the same bytes. */
public final class VarintReader {

    private final ByteBuffer bytes;
    private int position;

    /**
     * Reads bytes from a position on.
     *
     * @param position of the byte to be read first; that of {@code bytes} is left alone
     */
    public VarintReader(ByteBuffer bytes, int position) {
        this.bytes = bytes;
        this.position = position;
    }

    VarintReader(byte[] bytes, int position) {
        this(ByteBuffer.wrap(bytes), position);
    }

    /** Reads a number of {@link VarintWriter#writeVarint}. */
    public long readVarlong() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get(position++);
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Reads a number of {@link VarintWriter#writeVarint} that is an int. */
    public int readVarint() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get(position++);
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    /** Reads a number of {@link VarintWriter#writeKey}. */
    public long readKey() {
        long value = 0;
        for (int shift = 0; shift < VarintWriter.KEY_BITS; shift += Byte.SIZE) {
            value |= (bytes.get(position++) & 0xFFL) << shift;
        }
        return value;
    }

    /** Reads what {@link VarintWriter#writeAscii} wrote. */
    public String readAscii() {
        var ascii = new byte[readByte()];
        bytes.get(position, ascii);
        position += ascii.length;
        return new String(ascii, StandardCharsets.US_ASCII);
    }

    /** Reads a byte, as a number from 0 to 255. */
    public int readByte() {
        return bytes.get(position++) & 0xFF;
    }

    /** The byte to be read next, as a number from 0 to 255. */
    public int peekByte() {
        return bytes.get(position) & 0xFF;
    }
}
