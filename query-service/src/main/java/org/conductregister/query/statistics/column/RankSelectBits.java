package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * An ascending list of positions, one for each row, as a bit vector with rank and select: a 0 for each position from 1 on,
 * and after it a 1 for each row of that position. It is the upper half of an Elias-Fano code; a sample at every
 * {@value #POSITIONS_PER_SAMPLE}th 0 says where to begin. One bit a row and one a position, and half a bit for the samples.
 * One thread appends; any thread may read a {@link View}.
 */
public final class RankSelectBits {

    private static final int SAMPLE_SHIFT = 6;
    private static final int POSITIONS_PER_SAMPLE = 1 << SAMPLE_SHIFT;
    private static final int WORD_SHIFT = 5;

    private final IntColumn words;

    /** The index of the bit of position 64n + 1, by n. */
    private final IntColumn samples = new IntColumn();

    /** The number of bits. */
    private int length;

    private int lastPosition;

    public RankSelectBits() {
        this(new IntColumn());
    }

    private RankSelectBits(IntColumn words) {
        this.words = words;
    }

    /**
     * Appends a row; O(1), and O(n) for n positions without a row that come before it.
     *
     * @param position no lower than that of the row before
     */
    public void append(int position) {
        while (lastPosition < position) {
            nextPosition();
            appendBit(0);
        }
        appendBit(1);
    }

    private void nextPosition() {
        if (positionsUntilSample() == 0) {
            samples.append(length);
        }
        lastPosition++;
    }

    /** The number of positions to come before the next one that has a sample. */
    private int positionsUntilSample() {
        return -lastPosition & POSITIONS_PER_SAMPLE - 1;
    }

    private void appendBit(int bit) {
        int word = length >> WORD_SHIFT;
        if (word == words.size()) {
            words.append(bit);
        } else {
            words.set(word, words.get(word) | bit << length);
        }
        length++;
    }

    /** A view of the first rows, however many have been appended. */
    public View view(int rows) {
        return new View(words.view(), samples.view(), rows);
    }

    /** The number of the first {@code rows} rows whose position is no higher than one; as {@link View#sizeAt}. */
    public int sizeAt(long position, int rows) {
        return view(rows).sizeAt(position);
    }

    /** Reads what {@link View#save} wrote. It may be used once the stream has finished. */
    public static RankSelectBits load(LoadStream in) throws IOException {
        int bits = in.readInt();
        var loaded = new RankSelectBits(IntColumn.load(wordsOf(bits), in));
        loaded.length = bits;
        in.inBackground(loaded::buildSamples);
        return loaded;
    }

    /** Builds the samples, and drops bits that were appended after the view had been made. */
    private void buildSamples() {
        int bits = length;
        if ((bits & Integer.SIZE - 1) != 0) {
            int last = bits >> WORD_SHIFT;
            words.set(last, words.get(last) & (1 << bits) - 1);
        }
        for (length = 0; length < bits; length += Integer.SIZE) {
            sampleWord(words.get(length >> WORD_SHIFT), Math.min(Integer.SIZE, bits - length));
        }
        length = bits;
    }

    private void sampleWord(int word, int bits) {
        int zeros = bits - Integer.bitCount(word);
        if (zeros <= positionsUntilSample()) {
            lastPosition += zeros;
            return;
        }
        int begin = length;
        for (; length < begin + bits; length++) {
            if ((word >>> length & 1) == 0) {
                nextPosition();
            }
        }
        length = begin;
    }

    private static int wordsOf(int bits) {
        return (bits + Integer.SIZE - 1) >> WORD_SHIFT;
    }

    /** The positions of the first {@link #size()} rows. */
    public static final class View {

        private final IntColumn.View words;
        private final IntColumn.View samples;
        private final int size;

        private View(IntColumn.View words, IntColumn.View samples, int size) {
            this.words = words;
            this.samples = samples;
            this.size = size;
        }

        /** The number of rows. */
        public int size() {
            return size;
        }

        /**
         * The number of rows whose position is no higher than one: the rank of the 1s at the 0 that follows it. O(1), and a
         * step for each 32 bits from the sample on.
         */
        public int sizeAt(long position) {
            long sample = position >> SAMPLE_SHIFT;
            if (sample >= samples.size()) {
                return size;
            }
            int from = samples.get((int) sample);
            int rank = from - (int) (sample << SAMPLE_SHIFT);
            return rank >= size ? size : rankAtZero(from, rank, (int) (position - (sample << SAMPLE_SHIFT)) + 1);
        }

        /**
         * The number of 1s before a 0, at most {@link #size()}.
         *
         * @param from a bit from which to count
         * @param rank the number of 1s before that bit
         * @param zeros the 0 in question is the so many-th from that bit on, counted from 1
         */
        private int rankAtZero(int from, int rank, int zeros) {
            int ones = rank;
            int zerosLeft = zeros;
            for (int bit = from; ; bit = ((bit >> WORD_SHIFT) + 1) << WORD_SHIFT) {
                int word = words.get(bit >> WORD_SHIFT) >>> bit;
                int bits = Integer.SIZE - (bit & Integer.SIZE - 1);
                int onesInWord = Integer.bitCount(word);
                if (bits - onesInWord >= zerosLeft || ones + onesInWord >= size) {
                    return rankWithinWord(word, ones, zerosLeft);
                }
                ones += onesInWord;
                zerosLeft -= bits - onesInWord;
            }
        }

        private int rankWithinWord(int word, int rank, int zeros) {
            int ones = rank;
            int zerosLeft = zeros;
            for (int rest = word; ones < size; rest >>>= 1) {
                if ((rest & 1) == 1) {
                    ones++;
                } else if (--zerosLeft == 0) {
                    return ones;
                }
            }
            return size;
        }

        /** Writes the positions; O(n). */
        public void save(SaveStream out) throws IOException {
            int bits = size == 0 ? 0 : length();
            out.writeInt(bits);
            words.first(wordsOf(bits)).save(out);
        }

        /** The number of bits up to that of the last row. */
        private int length() {
            int ones = 0;
            for (int word = 0; ; word++) {
                int onesInWord = Integer.bitCount(words.get(word));
                if (ones + onesInWord >= size) {
                    int bits = 0;
                    for (int rest = words.get(word); ones < size; rest >>>= 1) {
                        ones += rest & 1;
                        bits++;
                    }
                    return (word << WORD_SHIFT) + bits;
                }
                ones += onesInWord;
            }
        }
    }
}
