package org.conductregister.query.statistics.column;

import java.util.Arrays;

/**
 * A growing array of bytes, to which numbers are written in as few bytes as they need: seven bits in each, the lowest first,
 * and the eighth bit set in all but the last (LEB128, as in Protocol Buffers). For one thread.
 */
public final class VarintWriter {

    /** The number of bits in a key. */
    public static final int KEY_BITS = 48;

    private static final int LEAST = 64;

    /** The greatest length that an array can have on any JVM. */
    private static final int MOST = Integer.MAX_VALUE - 8;

    private byte[] bytes;
    private int length;

    public VarintWriter() {
        this(new byte[LEAST], 0);
    }

    /**
     * Goes on with what was written before.
     *
     * @param bytes what has been written, from index 0 on
     * @param length how many of them have been written
     */
    VarintWriter(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
    }

    /** Drops what was written, but for the first bytes; those between are to be {@link #setByte set} later. */
    public void reset(int newLength) {
        length = newLength;
    }

    /** Writes a number of 0 or more, in 1 to 9 bytes; a negative one takes 10. */
    public void writeVarint(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            writeByte(((int) rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    /** Writes the lowest {@link #KEY_BITS} bits of a number, in six bytes. */
    public void writeKey(long value) {
        for (int shift = 0; shift < KEY_BITS; shift += Byte.SIZE) {
            writeByte((int) (value >>> shift));
        }
    }

    /** Writes at most 255 characters of ASCII, behind a byte with their number. */
    public void writeAscii(String value) {
        writeByte(value.length());
        for (int i = 0; i < value.length(); i++) {
            writeByte(value.charAt(i));
        }
    }

    /**
     * Writes the lowest eight bits of a number.
     *
     * @throws IllegalStateException if there would be more bytes than an array may have
     */
    public void writeByte(int value) {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, larger(length));
        }
        bytes[length++] = (byte) value;
    }

    /** The length of the array that takes the place of a full one. */
    static int larger(int full) {
        if (full == MOST) {
            throw new IllegalStateException("there is no room for more than %,d bytes".formatted(MOST));
        }
        return (int) Math.min(MOST, (long) full + (full >> 3) + LEAST);
    }

    /** Replaces a byte that lies before {@link #length()}. */
    public void setByte(int index, int value) {
        bytes[index] = (byte) value;
    }

    /** The array written to, as long as it is large enough. It holds what was written up to {@link #length()}. */
    public byte[] bytes() {
        return bytes;
    }

    /** The number of bytes written. */
    public int length() {
        return length;
    }
}
