package org.conductregister.query.statistics.history;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * Slices of at most {@value #LONGEST} bytes in the order appended, each known by its address. They lie in blocks of
 * {@value #BLOCK} bytes, so that growing moves nothing (the class of this name in Lucene is alike). What has been written is
 * not written again. One thread appends; any thread may save a {@link View}.
 *
 * <p>An address is an int without a sign, so that there is room for 4 GiB: it is compared, and taken off another, as such.
 */
final class ByteBlockPool {

    /** The most bytes in a slice. */
    static final int LONGEST = 256;

    /** An address that no slice has. */
    static final int NOWHERE = 0;

    private static final int BLOCK_SHIFT = 16;
    private static final int BLOCK = 1 << BLOCK_SHIFT;
    private static final int MASK = BLOCK - 1;

    private static final long MOST = 1L << Integer.SIZE;

    private final BufferAllocator allocator;

    /** Replaced when it is full; those that are not needed yet are null. */
    private ByteBuffer[] blocks;

    /** The address behind the last slice. */
    private long end;

    ByteBlockPool(BufferAllocator allocator) {
        this(allocator, new ByteBuffer[] {allocator.allocate(BLOCK)}, NOWHERE + 1);
    }

    private ByteBlockPool(BufferAllocator allocator, ByteBuffer[] blocks, long end) {
        this.allocator = allocator;
        this.blocks = blocks;
        this.end = end;
    }

    /**
     * The address that the next slice will have. No slice crosses from one block to the next.
     *
     * @throws IllegalStateException if there would be more than 4 GiB
     */
    int nextAddress() {
        int left = BLOCK - (int) (end & MASK);
        long next = left < LONGEST ? end + left : end;
        if (next + LONGEST > MOST) {
            throw new IllegalStateException("there is no room for more than %,d bytes".formatted(MOST));
        }
        return (int) next;
    }

    /**
     * Appends a slice; O(n).
     *
     * @param slice holds it from index 0 on; its first byte is not 0, which would read as the unused rest of a block
     * @return its address, {@link #nextAddress()} before
     * @throws IllegalArgumentException if it is longer than {@link #LONGEST}
     */
    int append(byte[] slice, int length) {
        if (length > LONGEST) {
            throw new IllegalArgumentException("a piece of %d bytes is too long".formatted(length));
        }
        int address = nextAddress();
        int block = address >>> BLOCK_SHIFT;
        if (block == blocks.length) {
            blocks = Arrays.copyOf(blocks, 2 * block);
        }
        if (blocks[block] == null) {
            blocks[block] = allocator.allocate(BLOCK);
        }
        blocks[block].put(address & MASK, slice, 0, length);
        end = Integer.toUnsignedLong(address) + length;
        return address;
    }

    /** The lowest address of a slice that is no lower than one, which itself is of a slice or behind one, if {@link #has} one. */
    int nextFrom(int address) {
        return has(address) && byteAt(address) == 0 ? (address | MASK) + 1 : address;
    }

    /** Whether an address lies before the end of the last slice. */
    boolean has(int address) {
        return Integer.toUnsignedLong(address) < end;
    }

    /** The address of the first slice, if there is one. */
    static int first() {
        return NOWHERE + 1;
    }

    /** The byte at an address. */
    byte byteAt(int address) {
        return blocks[address >>> BLOCK_SHIFT].get(address & MASK);
    }

    /** The block that an address lies in. */
    ByteBuffer blockOf(int address) {
        return blocks[address >>> BLOCK_SHIFT];
    }

    /** The index in its {@link #blockOf block} of an address. */
    static int offsetOf(int address) {
        return address & MASK;
    }

    /** A view of all slices. */
    View view() {
        return new View(blocks, end);
    }

    /** Reads what {@link View#save} wrote. */
    static ByteBlockPool load(LoadStream in, BufferAllocator allocator) throws IOException {
        long end = Integer.toUnsignedLong(in.readInt());
        var blocks = new ByteBuffer[(int) ((end - 1) >>> BLOCK_SHIFT) + 1];
        var bytes = new byte[BLOCK];
        for (int i = 0; i < blocks.length; i++) {
            int length = (int) Math.min(BLOCK, end - ((long) i << BLOCK_SHIFT));
            in.readBytes(bytes, 0, length);
            blocks[i] = allocator.allocate(BLOCK);
            blocks[i].put(0, bytes, 0, length);
        }
        return new ByteBlockPool(allocator, blocks, end);
    }

    /** The slices below an address. */
    static final class View {

        private final ByteBuffer[] blocks;
        private final long end;

        private View(ByteBuffer[] blocks, long end) {
            this.blocks = blocks;
            this.end = end;
        }

        /** Writes the slices; O(n). */
        void save(SaveStream out) throws IOException {
            var bytes = new byte[BLOCK];
            out.writeInt((int) end);
            for (long from = 0; from < end; from += BLOCK) {
                int length = (int) Math.min(BLOCK, end - from);
                blocks[(int) (from >>> BLOCK_SHIFT)].get(0, bytes, 0, length);
                out.writeBytes(bytes, 0, length);
            }
        }
    }
}
