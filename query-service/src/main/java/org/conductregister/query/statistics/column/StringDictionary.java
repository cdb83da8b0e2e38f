package org.conductregister.query.statistics.column;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Strings of at most {@value #LONGEST} bytes in UTF-8, numbered 0, 1, 2, … in the order added. Their bytes lie one after
 * another, each string behind a byte with its length, so a string of 12 letters takes about 25 bytes with its address and its
 * {@link HashSlots} slot. One thread adds; any thread may read a {@link View}.
 */
public final class StringDictionary {

    private static final int LONGEST = 255;
    private static final int SHIFT = 16;
    private static final int CHUNK = 1 << SHIFT;
    private static final int MASK = CHUNK - 1;

    /** No string crosses from one chunk to the next. */
    private byte[][] chunks = {new byte[256]};

    /** The address behind the last string. */
    private int end;

    private final IntColumn addresses;
    private final HashSlots slots = new HashSlots(this::hashOf);

    public StringDictionary() {
        this(new IntColumn());
    }

    private StringDictionary(IntColumn addresses) {
        this.addresses = addresses;
    }

    /** The number of strings. */
    public int size() {
        return addresses.size();
    }

    /**
     * The number of a string, which is added if it is new; O(1) on average.
     *
     * @throws IllegalArgumentException if it is longer than {@value #LONGEST} bytes
     */
    public int numberOf(String string) {
        var bytes = string.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a name of more than %d bytes: %s".formatted(LONGEST, string));
        }
        int slot = slots.first(hash(bytes, 0, bytes.length));
        for (int number; (number = slots.number(slot)) != HashSlots.FREE; slot = slots.next(slot)) {
            if (isEqual(number, bytes)) {
                return number;
            }
        }
        append(bytes);
        return slots.add(slot);
    }

    private void append(byte[] bytes) {
        int length = 1 + bytes.length;
        if ((end & MASK) + length > CHUNK) {
            end = ((end >> SHIFT) + 1) << SHIFT;
        }
        var chunk = writableChunk(length);
        int at = end & MASK;
        chunk[at] = (byte) bytes.length;
        System.arraycopy(bytes, 0, chunk, at + 1, bytes.length);
        addresses.append(end);
        end += length;
    }

    private byte[] writableChunk(int length) {
        int chunk = end >> SHIFT;
        var current = chunks;
        if (chunk == current.length) {
            current = Arrays.copyOf(current, chunk + 1);
            current[chunk] = new byte[CHUNK];
            chunks = current;
        } else if (chunk == 0 && end + length > current[0].length) {
            current = current.clone();
            current[0] = Arrays.copyOf(current[0], Math.min(CHUNK, 4 * (end + length)));
            chunks = current;
        }
        return current[chunk];
    }

    private boolean isEqual(int number, byte[] bytes) {
        int address = addresses.get(number);
        var chunk = chunks[address >> SHIFT];
        int at = address & MASK;
        int length = chunk[at] & 0xFF;
        return length == bytes.length && Arrays.equals(chunk, at + 1, at + 1 + length, bytes, 0, length);
    }

    private int hashOf(int number) {
        int address = addresses.get(number);
        var chunk = chunks[address >> SHIFT];
        int at = address & MASK;
        return hash(chunk, at + 1, chunk[at] & 0xFF);
    }

    private static int hash(byte[] bytes, int from, int length) {
        int hash = length;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash;
    }

    /** A view of all strings. */
    public View view() {
        return new View(addresses.view(), chunks, end);
    }

    /** Reads what {@link View#save} wrote. It may be used once the stream has finished. */
    public static StringDictionary load(LoadStream in) throws IOException {
        var loaded = new StringDictionary(IntColumn.load(in.readInt(), in));
        loaded.end = in.readInt();
        var chunks = new byte[Math.max(1, (loaded.end + MASK) >> SHIFT)][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = new byte[CHUNK];
            in.readBytes(chunks[i], 0, Math.min(CHUNK, loaded.end - (i << SHIFT)));
        }
        loaded.chunks = chunks;
        in.inBackground(() -> loaded.slots.rebuild(loaded.size()));
        return loaded;
    }

    /** The strings with numbers below {@link #size()}. */
    public static final class View {

        private final IntColumn.View addresses;
        private final byte[][] chunks;
        private final int end;

        private View(IntColumn.View addresses, byte[][] chunks, int end) {
            this.addresses = addresses;
            this.chunks = chunks;
            this.end = end;
        }

        /** The number of strings. */
        public int size() {
            return addresses.size();
        }

        /** The string with a number; O(1). */
        public String get(int number) {
            int address = addresses.get(number);
            var chunk = chunks[address >> SHIFT];
            int at = address & MASK;
            return new String(chunk, at + 1, chunk[at] & 0xFF, StandardCharsets.UTF_8);
        }

        /** Writes the strings; O(n). */
        public void save(SaveStream out) throws IOException {
            out.writeInt(size());
            addresses.save(out);
            out.writeInt(end);
            for (int from = 0; from < end; from += CHUNK) {
                out.writeBytes(chunks[from >> SHIFT], 0, Math.min(CHUNK, end - from));
            }
        }
    }
}
