package org.conductregister.query.statistics.column;

import org.conductregister.query.statistics.history.ByteBlockPool;

/** A piece of bytes while it is written. There is room for more than the longest, which is refused at the end. */
public final class VarintWriter {

    public static final int KEY_BITS = 48;

    private final byte[] bytes = new byte[2 * ByteBlockPool.LONGEST];
    private int length;

    public void clear(int begin) {
        length = begin;
    }

    /** @param value 0 or more; small ones take few bytes */
    public void number(int value) {
        int rest = value;
        while (rest > 0x7F) {
            octet(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    /** @param value of {@link #KEY_BITS} */
    public void key(long value) {
        for (int shift = 0; shift < KEY_BITS; shift += Byte.SIZE) {
            octet((int) (value >>> shift));
        }
    }

    /** @param ascii letters, digits and the like */
    public void word(String ascii) {
        octet(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            octet(ascii.charAt(i));
        }
    }

    public void octet(int value) {
        bytes[length++] = (byte) value;
    }

    public void put(int at, int octet) {
        bytes[at] = (byte) octet;
    }

    public byte[] bytes() {
        return bytes;
    }

    public int length() {
        return length;
    }
}
