package org.conductregister.query.statistics.paths;

/** A piece of bytes while it is written. There is room for more than the longest, which is refused at the end. */
final class Ink {

    static final int KEY_BITS = 48;

    private final byte[] bytes = new byte[2 * Arena.LONGEST];
    private int length;

    void clear(int begin) {
        length = begin;
    }

    /** @param value 0 or more; small ones take few bytes */
    void number(int value) {
        int rest = value;
        while (rest > 0x7F) {
            octet(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        octet(rest);
    }

    /** @param value of {@link #KEY_BITS} */
    void key(long value) {
        for (int shift = 0; shift < KEY_BITS; shift += Byte.SIZE) {
            octet((int) (value >>> shift));
        }
    }

    /** @param ascii letters, digits and the like */
    void word(String ascii) {
        octet(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            octet(ascii.charAt(i));
        }
    }

    void octet(int value) {
        bytes[length++] = (byte) value;
    }

    void put(int at, int octet) {
        bytes[at] = (byte) octet;
    }

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
