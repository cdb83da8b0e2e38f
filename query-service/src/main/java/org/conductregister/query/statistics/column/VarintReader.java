package org.conductregister.query.statistics.column;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Reads a piece of bytes that {@link VarintWriter} wrote, in the same order. */
public final class VarintReader {

    private final ByteBuffer bytes;
    private int at;

    public VarintReader(ByteBuffer bytes, int at) {
        this.bytes = bytes;
        this.at = at;
    }

    public int number() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte octet = bytes.get(at++);
            value |= (octet & 0x7F) << shift;
            if (octet >= 0) {
                return value;
            }
        }
    }

    public long key() {
        long value = 0;
        for (int shift = 0; shift < VarintWriter.KEY_BITS; shift += Byte.SIZE) {
            value |= (bytes.get(at++) & 0xFFL) << shift;
        }
        return value;
    }

    public String word() {
        var word = new byte[octet()];
        bytes.get(at, word);
        at += word.length;
        return new String(word, StandardCharsets.US_ASCII);
    }

    /** The next octet, without going past it. */
    public int peek() {
        return bytes.get(at) & 0xFF;
    }

    public int octet() {
        return bytes.get(at++) & 0xFF;
    }
}
