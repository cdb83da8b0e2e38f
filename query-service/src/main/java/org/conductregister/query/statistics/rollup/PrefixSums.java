package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.conductregister.query.statistics.column.DayCode;
import org.jspecify.annotations.Nullable;

/**
 * The count of one group at the end of each day, as prefix sums in two levels: one sum for each block of {@value #BLOCK} days,
 * and one for each day within its block, as {@link PackedInts} of the difference: most groups change so little in a block that a
 * day takes one byte. A read is O(1). Immutable: {@link Builder} makes the next version, which shares the blocks that have not
 * changed. Days are {@link DayCode}s.
 */
public final class PrefixSums {

    static final int SHIFT = 6;
    static final int BLOCK = 1 << SHIFT;

    /** A count of 0 on every day. */
    static final PrefixSums EMPTY = new PrefixSums(0, new int[1], new byte[0][]);

    private static final byte[] NO_CHANGE = new byte[BLOCK];

    /** The number of the first block, where block 0 begins with code 0. */
    private final int firstBlock;

    /** The count before each block, and after the last one. */
    private final int[] before;

    /** By block and day, the count at the end of the day less that before the block. */
    private final byte[][] within;

    private PrefixSums(int firstBlock, int[] before, byte[][] within) {
        this.firstBlock = firstBlock;
        this.before = before;
        this.within = within;
    }

    /** The count at the end of a day, or 0 for -1; O(1). */
    public int upTo(int code) {
        int block = (code >> SHIFT) - firstBlock;
        if (block < 0) {
            return 0;
        }
        return block >= within.length
                ? before[within.length]
                : before[block] + PackedInts.get(within[block], BLOCK, code & BLOCK - 1);
    }

    /** Writes the counts; O(n). */
    void save(SaveStream out) throws IOException {
        out.writeInt(firstBlock);
        out.writeInt(within.length);
        out.writeInts(before, 0, before.length);
        for (var block : within) {
            int length = block == NO_CHANGE ? 0 : block.length;
            out.writeInt(length);
            out.writeBytes(block, 0, length);
        }
    }

    /** Reads what {@link #save} wrote. */
    static PrefixSums load(LoadStream in) throws IOException {
        int firstBlock = in.readInt();
        var within = new byte[in.readInt()][];
        var before = new int[within.length + 1];
        in.readInts(before, 0, before.length);
        for (int i = 0; i < within.length; i++) {
            int length = in.readInt();
            within[i] = length == 0 ? NO_CHANGE : new byte[length];
            in.readBytes(within[i], 0, length);
        }
        return new PrefixSums(firstBlock, before, within);
    }

    /** Makes the next version. */
    static final class Builder {

        private final PrefixSums previous;
        private int firstBlock;

        /** By block, how much each day adds; null for a block without a change. */
        private int[] @Nullable [] changes;

        Builder(PrefixSums previous) {
            this.previous = previous;
            this.firstBlock = previous.firstBlock;
            this.changes = new int[previous.within.length][];
        }

        /** Adds to the counts from the end of a day on; O(1), and O(n) for a day before or after all blocks. */
        void add(int code, int delta) {
            int block = (code >> SHIFT) - firstBlock;
            if (block < 0 || block >= changes.length) {
                block = extendTo(code >> SHIFT);
            }
            var days = changes[block];
            if (days == null) {
                days = new int[BLOCK];
                changes[block] = days;
            }
            days[code & BLOCK - 1] += delta;
        }

        private int extendTo(int block) {
            if (changes.length == 0) {
                firstBlock = block;
                changes = new int[1][];
            } else if (block < firstBlock) {
                var wider = new int[changes.length + firstBlock - block][];
                System.arraycopy(changes, 0, wider, firstBlock - block, changes.length);
                changes = wider;
                firstBlock = block;
            } else {
                changes = Arrays.copyOf(changes, block - firstBlock + 1);
            }
            return block - firstBlock;
        }

        /** O(n) of the blocks, and of the days in those that change. */
        PrefixSums build() {
            var before = new int[changes.length + 1];
            var within = new byte[changes.length][];
            for (int i = 0; i < changes.length; i++) {
                int index = i + firstBlock - previous.firstBlock;
                var old = index >= 0 && index < previous.within.length ? previous.within[index] : NO_CHANGE;
                within[i] = changes[i] == null ? old : changed(old, changes[i]);
                before[i + 1] = before[i] + PackedInts.get(within[i], BLOCK, BLOCK - 1);
            }
            return new PrefixSums(firstBlock, before, within);
        }

        private static byte[] changed(byte[] old, int[] changes) {
            var changed = new int[BLOCK];
            int sum = 0;
            for (int i = 0; i < BLOCK; i++) {
                sum += changes[i];
                changed[i] = PackedInts.get(old, BLOCK, i) + sum;
            }
            return PackedInts.pack(changed, BLOCK);
        }
    }
}
