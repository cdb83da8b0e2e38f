package org.conductregister.query.statistics.paths;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a piece of bytes that {@link Ink} wrote, in the same order. */
final class Cursor {

    private final ByteBuffer bytes;
    private int at;

    Cursor(ByteBuffer bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = bytes.get(at++);
            value |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                return value;
            }
        }
    }

    long key() {
        long value = 0;
        for (int shift = 0; shift < Ink.KEY_BITS; shift += Byte.SIZE) {
            value |= (bytes.get(at++) & 0xFFL) << shift;
        }
        return value;
    }

    String word() {
        var word = new byte[octet()];
        bytes.get(at, word);
        at += word.length;
        return new String(word, StandardCharsets.US_ASCII);
    }

    /** The next octet, without going past it. */
    int peek() {
        return bytes.get(at) & 0xFF;
    }

    int octet() {
        return bytes.get(at++) & 0xFF;
    }
}
