package org.conductregister.query.statistics.paths;

import java.util.Arrays;

/** A piece of bytes while it is written. */
final class Ink {

    private byte[] bytes = new byte[256];
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

    void longNumber(long value) {
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
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
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * length);
        }
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
