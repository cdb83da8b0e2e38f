package org.conductregister.query.statistics.paths;

import java.nio.charset.StandardCharsets;

/** Reads a piece of bytes that {@link Ink} wrote, in the same order. */
final class Cursor {

    private final byte[] bytes;
    private int at;

    Cursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = bytes[at++];
            value |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                return value;
            }
        }
    }

    long key() {
        long value = 0;
        for (int shift = 0; shift < Ink.KEY_BITS; shift += Byte.SIZE) {
            value |= (bytes[at++] & 0xFFL) << shift;
        }
        return value;
    }

    String word() {
        int length = octet();
        at += length;
        return new String(bytes, at - length, length, StandardCharsets.US_ASCII);
    }

    /** The next octet, without going past it. */
    int peek() {
        return bytes[at] & 0xFF;
    }

    int octet() {
        return bytes[at++] & 0xFF;
    }
}
