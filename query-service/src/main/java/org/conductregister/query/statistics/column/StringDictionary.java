package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * StringDictionary, numbered in the order met: their bytes one after another, and a hash table over them. Some 25 bytes for a name of
 * 12 letters. StringDictionary are short: at most {@value #LONGEST} bytes.
 */
public final class StringDictionary {

    private static final int LONGEST = 255;
    private static final int SHIFT = 16;
    private static final int CHUNK = 1 << SHIFT;

    private volatile byte[][] chunks = {new byte[256]};
    private int end;
    private final IntColumn addresses;

    /** One more than the number of a name, or 0; a name lies at its hash or in the next free slot. */
    private int[] slots = new int[16];

    public StringDictionary() {
        this(new IntColumn());
    }

    private StringDictionary(IntColumn addresses) {
        this.addresses = addresses;
    }

    public int size() {
        return addresses.size();
    }

    /** The number of a name; one not met before is added. */
    public int numberOf(String name) {
        var bytes = name.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a name of more than %d bytes: %s".formatted(LONGEST, name));
        }
        int slot = hash(bytes, 0, bytes.length) & slots.length - 1;
        while (slots[slot] != 0) {
            if (is(slots[slot] - 1, bytes)) {
                return slots[slot] - 1;
            }
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = size() + 1;
        add(bytes);
        if (isTooFull(slots.length)) {
            rehash();
        }
        return size() - 1;
    }

    private void add(byte[] bytes) {
        int length = bytes.length + 1;
        if ((end & CHUNK - 1) + length > CHUNK) {
            end = (end >> SHIFT) + 1 << SHIFT;
        }
        var chunk = room(length);
        chunk[end & CHUNK - 1] = (byte) bytes.length;
        System.arraycopy(bytes, 0, chunk, (end & CHUNK - 1) + 1, bytes.length);
        addresses.append(end);
        end += length;
    }

    private byte[] room(int length) {
        int chunk = end >> SHIFT;
        var now = chunks;
        if (chunk == now.length) {
            now = Arrays.copyOf(now, chunk + 1);
            now[chunk] = new byte[CHUNK];
            chunks = now;
        } else if (chunk == 0 && end + length > now[0].length) {
            now = now.clone();
            now[0] = Arrays.copyOf(now[0], Math.min(CHUNK, 4 * (end + length)));
            chunks = now;
        }
        return now[chunk];
    }

    private boolean is(int number, byte[] bytes) {
        int address = addresses.get(number);
        var chunk = chunks[address >> SHIFT];
        int at = address & CHUNK - 1;
        int length = chunk[at] & 0xFF;
        return length == bytes.length && Arrays.equals(chunk, at + 1, at + 1 + length, bytes, 0, length);
    }

    public String name(int number) {
        int address = addresses.get(number);
        var chunk = chunks[address >> SHIFT];
        int at = address & CHUNK - 1;
        return new String(chunk, at + 1, chunk[at] & 0xFF, StandardCharsets.UTF_8);
    }

    private boolean isTooFull(int length) {
        return 4L * size() > 3L * length;
    }

    private void rehash() {
        int length = slots.length;
        while (isTooFull(length)) {
            length *= 2;
        }
        var larger = new int[length];
        for (int number = 0; number < size(); number++) {
            int address = addresses.get(number);
            var chunk = chunks[address >> SHIFT];
            int at = address & CHUNK - 1;
            int slot = hash(chunk, at + 1, chunk[at] & 0xFF) & length - 1;
            while (larger[slot] != 0) {
                slot = slot + 1 & length - 1;
            }
            larger[slot] = number + 1;
        }
        slots = larger;
    }

    private static int hash(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        hash *= 0x9E3779B9;
        return hash ^ hash >>> 15;
    }

    /** What there is now, to be written on any thread while more is added. */
    public Image image() {
        return new Image(size(), end, chunks);
    }

    /** @param chunks not written before {@code end} any more */
    public final class Image {

        private final int count;
        private final int bytes;
        private final byte[][] taken;

        private Image(int count, int bytes, byte[][] taken) {
            this.count = count;
            this.bytes = bytes;
            this.taken = taken;
        }

        public void save(SaveStream out) throws IOException {
            out.number(count);
            addresses.save(count, out);
            out.number(bytes);
            for (int from = 0; from < bytes; from += CHUNK) {
                out.bytes(taken[from >> SHIFT], 0, Math.min(CHUNK, bytes - from));
            }
        }
    }

    /** What was saved; {@link #join} is to follow. */
    public static StringDictionary load(LoadStream in) throws IOException {
        var names = new StringDictionary(IntColumn.load(in.number(), in));
        names.end = in.number();
        var chunks = new byte[Math.max(1, names.end + CHUNK - 1 >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new byte[CHUNK];
            in.bytes(chunks[i], 0, Math.min(CHUNK, names.end - (i << SHIFT)));
        }
        names.chunks = chunks;
        return names;
    }

    /** Makes what was loaded ready for names to be found in it. */
    public void join() {
        rehash();
    }
}
