package org.conductregister.query.statistics.column;

import java.io.IOException;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;

/**
 * From which entry each row comes, in few bits: a 0 for each position, and after it a 1 for each of its rows. One thread
 * appends; who has been told of a size asks for no more.
 */
public final class RankSelectBits {

    private static final int SHIFT = 6;
    private static final int BETWEEN_SAMPLES = 1 << SHIFT;
    private static final int WORD_SHIFT = 5;

    private final IntColumn words;

    /** Where the 0 of position 64n + 1 lies. */
    private final IntColumn samples = new IntColumn();

    private int length;
    private int lastPosition;

    public RankSelectBits() {
        this(new IntColumn());
    }

    private RankSelectBits(IntColumn words) {
        this.words = words;
    }

    /** Appends a row of a position, which is no lower than the one before. */
    public void append(int position) {
        while (lastPosition < position) {
            nextPosition();
            appendBit(0);
        }
        appendBit(1);
    }

    private void nextPosition() {
        if (untilSample() == 0) {
            samples.append(length);
        }
        lastPosition++;
    }

    /** So many positions more have no sample. */
    private int untilSample() {
        return -lastPosition & BETWEEN_SAMPLES - 1;
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

    /** How many of the first {@code size} rows come from entries up to a position. */
    public int sizeAt(long position, int size) {
        long sample = position >> SHIFT;
        if (sample >= samples.size()) {
            return size;
        }
        int from = samples.get((int) sample);
        int before = from - (int) (sample << SHIFT);
        return before >= size ? size : ones(from, before, (int) (position - (sample << SHIFT)) + 1, size);
    }

    /** How many ones there are before so many zeros more, but at most {@code size}. */
    private int ones(int from, int before, int zeros, int size) {
        int ones = before;
        int left = zeros;
        for (int bit = from; ; bit = (bit >> WORD_SHIFT) + 1 << WORD_SHIFT) {
            int word = words.get(bit >> WORD_SHIFT) >>> bit;
            int bits = Integer.SIZE - (bit & Integer.SIZE - 1);
            int onesInWord = Integer.bitCount(word);
            if (bits - onesInWord >= left || ones + onesInWord >= size) {
                return onesWithin(word, ones, left, size);
            }
            ones += onesInWord;
            left -= bits - onesInWord;
        }
    }

    private static int onesWithin(int word, int before, int zeros, int size) {
        int ones = before;
        int left = zeros;
        for (int rest = word; ones < size; rest >>>= 1) {
            if ((rest & 1) == 1) {
                ones++;
            } else if (--left == 0) {
                return ones;
            }
        }
        return size;
    }

    /** How many bits tell of the first {@code size} rows. */
    private int lengthOf(int size) {
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

    public void save(int size, SaveStream out) throws IOException {
        int bits = size == 0 ? 0 : lengthOf(size);
        out.number(bits);
        words.save(bits + Integer.SIZE - 1 >> WORD_SHIFT, out);
    }

    /** What was saved; {@link #join} is to follow. */
    public static RankSelectBits load(LoadStream in) throws IOException {
        int bits = in.number();
        var positions = new RankSelectBits(IntColumn.load(bits + Integer.SIZE - 1 >> WORD_SHIFT, in));
        positions.length = bits;
        return positions;
    }

    /** Finds the samples again, and leaves out what was appended after the save began. */
    public void join() {
        int bits = length;
        if ((bits & Integer.SIZE - 1) != 0) {
            int last = bits >> WORD_SHIFT;
            words.set(last, words.get(last) & (1 << bits) - 1);
        }
        for (length = 0; length < bits; length += Integer.SIZE) {
            joinWord(words.get(length >> WORD_SHIFT), Math.min(Integer.SIZE, bits - length));
        }
        length = bits;
    }

    private void joinWord(int word, int bits) {
        int zeros = bits - Integer.bitCount(word);
        if (zeros <= untilSample()) {
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
}
