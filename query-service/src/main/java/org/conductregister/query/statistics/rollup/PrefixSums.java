package org.conductregister.query.statistics.rollup;

import java.io.IOException;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/**
 * How many there are of one group at the end of each day: never changed, only followed by another that shares what has
 * stayed the same. A count is two numbers added, whatever the day.
 */
public final class PrefixSums {

    static final int SHIFT = 6;
    static final int BLOCK = 1 << SHIFT;

    static final PrefixSums EMPTY = new PrefixSums(0, new int[1], new int[0][]);

    private static final int[] NO_CHANGE = new int[BLOCK];

    private final int firstBlock;

    /** What there is before the first day of each block, and after the last one. */
    private final int[] before;

    /** What the days of a block have added by the end of each. */
    private final int[][] within;

    private PrefixSums(int firstBlock, int[] before, int[][] within) {
        this.firstBlock = firstBlock;
        this.before = before;
        this.within = within;
    }

    /** @param code of a day, or -1 for before any */
    public int upTo(int code) {
        int block = (code >> SHIFT) - firstBlock;
        if (block < 0) {
            return 0;
        }
        return block >= within.length ? before[within.length] : before[block] + within[block][code & BLOCK - 1];
    }

    void save(SaveStream out) throws IOException {
        out.number(firstBlock);
        out.number(within.length);
        out.numbers(before, 0, before.length);
        for (var block : within) {
            out.number(block == NO_CHANGE ? 0 : 1);
            if (block != NO_CHANGE) {
                out.numbers(block, 0, BLOCK);
            }
        }
    }

    static PrefixSums load(LoadStream in) throws IOException {
        int firstBlock = in.number();
        var within = new int[in.number()][];
        var before = new int[within.length + 1];
        in.numbers(before, 0, before.length);
        for (int i = 0; i < within.length; i++) {
            within[i] = NO_CHANGE;
            if (in.number() == 1) {
                within[i] = new int[BLOCK];
                in.numbers(within[i], 0, BLOCK);
            }
        }
        return new PrefixSums(firstBlock, before, within);
    }

    /** Gathers changes for the one that follows. */
    static final class Editor {

        private final PrefixSums from;
        private int firstBlock;
        private int[] @Nullable [] daily;

        Editor(PrefixSums from) {
            this.from = from;
            this.firstBlock = from.firstBlock;
            this.daily = new int[from.within.length][];
        }

        void add(int code, int delta) {
            int block = (code >> SHIFT) - firstBlock;
            if (block < 0 || block >= daily.length) {
                block = reach(code >> SHIFT);
            }
            var days = daily[block];
            if (days == null) {
                days = new int[BLOCK];
                daily[block] = days;
            }
            days[code & BLOCK - 1] += delta;
        }

        private int reach(int block) {
            if (daily.length == 0) {
                firstBlock = block;
                daily = new int[1][];
            } else if (block < firstBlock) {
                var wider = new int[daily.length + firstBlock - block][];
                System.arraycopy(daily, 0, wider, firstBlock - block, daily.length);
                daily = wider;
                firstBlock = block;
            } else {
                daily = Arrays.copyOf(daily, block - firstBlock + 1);
            }
            return block - firstBlock;
        }

        PrefixSums done() {
            var before = new int[daily.length + 1];
            var within = new int[daily.length][];
            for (int i = 0; i < daily.length; i++) {
                int place = i + firstBlock - from.firstBlock;
                var old = place >= 0 && place < from.within.length ? from.within[place] : NO_CHANGE;
                within[i] = daily[i] == null ? old : added(old, daily[i]);
                before[i + 1] = before[i] + within[i][BLOCK - 1];
            }
            return new PrefixSums(firstBlock, before, within);
        }

        private static int[] added(int[] old, int[] daily) {
            var now = new int[BLOCK];
            int sum = 0;
            for (int i = 0; i < BLOCK; i++) {
                sum += daily[i];
                now[i] = old[i] + sum;
            }
            return now;
        }
    }
}
