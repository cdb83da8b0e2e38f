package org.conductregister.command.imports.scratch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A hash table from 64-bit keys to 64-bit values, by open addressing with linear probing. The first thousands lie on the
 * heap, all of them in a temporary file once there are more, so that memory does not grow with them; a look-up then costs
 * a read of 128 bytes, seldom two. For one thread. The file is gone when it is closed.
 */
public final class LongTable implements Closeable {

    /** No key: it marks a slot that is free. */
    private static final long FREE = 0;

    private static final int SLOT = 2 * Long.BYTES;
    private static final int SLOTS_A_BLOCK = 8;
    private static final int FIRST_SLOTS = 1 << 10;
    private static final int SLOTS_ON_HEAP = 1 << 16;
    private static final int GROWTH = 4;

    private final Path directory;
    private final int slotsOnHeap;
    private Slots slots = new OnHeap(FIRST_SLOTS);
    private long size;

    /** @param directory where its file is made once it needs one */
    public LongTable(Path directory) {
        this(directory, SLOTS_ON_HEAP);
    }

    LongTable(Path directory, int slotsOnHeap) {
        this.directory = directory;
        this.slotsOnHeap = slotsOnHeap;
    }

    /** The storage of keys and values, and which slot is looked at. */
    private interface Slots extends Closeable {

        long count();

        void lookAt(long slot) throws IOException;

        /** The key in the slot looked at. */
        long key();

        /** The value in the slot looked at. */
        long value();

        void put(long slot, long key, long value) throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * The value of a key.
     *
     * @param key not 0
     * @param absent what is returned where it has none
     */
    public long get(long key, long absent) {
        try {
            find(slots, key);
            return slots.key() == key ? slots.value() : absent;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sets the value of a key.
     *
     * @param key not 0
     * @param absent what is returned where it had none
     * @return the value before
     */
    public long put(long key, long value, long absent) {
        try {
            long slot = find(slots, key);
            boolean known = slots.key() == key;
            long before = known ? slots.value() : absent;
            slots.put(slot, key, value);
            if (!known && ++size > slots.count() / 3 * 2) {
                grow();
            }
            return before;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of keys. */
    public long size() {
        return size;
    }

    /** Looks at the slot of a key, or where it is none at the free slot that it would have. */
    private static long find(Slots slots, long key) throws IOException {
        long last = slots.count() - 1;
        long slot = (key ^ key >>> 32) & last;
        slots.lookAt(slot);
        while (slots.key() != FREE && slots.key() != key) {
            slot = slot + 1 & last;
            slots.lookAt(slot);
        }
        return slot;
    }

    private void grow() throws IOException {
        long more = slots.count() * GROWTH;
        var larger = more <= slotsOnHeap ? new OnHeap((int) more) : new InFile(directory, more);
        for (long slot = 0; slot < slots.count(); slot++) {
            slots.lookAt(slot);
            if (slots.key() != FREE) {
                long key = slots.key();
                larger.put(find(larger, key), key, slots.value());
            }
        }
        slots.close();
        slots = larger;
    }

    @Override
    public void close() throws IOException {
        slots.close();
    }

    private static final class OnHeap implements Slots {

        private final long[] keys;
        private final long[] values;
        private int at;

        OnHeap(int slots) {
            keys = new long[slots];
            values = new long[slots];
        }

        @Override
        public long count() {
            return keys.length;
        }

        @Override
        public void lookAt(long slot) {
            at = (int) slot;
        }

        @Override
        public long key() {
            return keys[at];
        }

        @Override
        public long value() {
            return values[at];
        }

        @Override
        public void put(long slot, long key, long value) {
            keys[(int) slot] = key;
            values[(int) slot] = value;
        }

        @Override
        public void close() {}
    }

    /** Reads a block of neighbouring slots at a time. */
    private static final class InFile implements Slots {

        private final Path path;
        private final FileChannel file;
        private final long count;
        private final ByteBuffer block = ByteBuffer.allocateDirect(SLOTS_A_BLOCK * SLOT);
        private final ByteBuffer slotWritten = ByteBuffer.allocateDirect(SLOT);
        private @Nullable Long blockRead;
        private int at;

        InFile(Path directory, long count) throws IOException {
            this.count = count;
            path = Files.createTempFile(directory, "table", ".part");
            file = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
            file.write(ByteBuffer.allocate(SLOT), (count - 1) * SLOT);
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public void lookAt(long slot) throws IOException {
            long wanted = slot / SLOTS_A_BLOCK;
            if (blockRead == null || blockRead != wanted) {
                read(wanted);
            }
            at = (int) (slot % SLOTS_A_BLOCK) * SLOT;
        }

        private void read(long wanted) throws IOException {
            block.clear();
            long from = wanted * SLOTS_A_BLOCK * SLOT;
            while (block.hasRemaining()) {
                if (file.read(block, from + block.position()) < 0) {
                    throw new IOException("the temporary file is shorter than what was written to it");
                }
            }
            blockRead = wanted;
        }

        @Override
        public long key() {
            return block.getLong(at);
        }

        @Override
        public long value() {
            return block.getLong(at + Long.BYTES);
        }

        @Override
        public void put(long slot, long key, long value) throws IOException {
            lookAt(slot);
            block.putLong(at, key).putLong(at + Long.BYTES, value);
            slotWritten.clear();
            slotWritten.putLong(key).putLong(value).flip();
            long to = slot * SLOT;
            while (slotWritten.hasRemaining()) {
                to += file.write(slotWritten, to);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
            Files.deleteIfExists(path);
        }
    }
}
