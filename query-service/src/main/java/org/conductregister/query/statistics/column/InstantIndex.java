package org.conductregister.query.statistics.column;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.conductregister.query.statistics.checkpoint.LoadStream;
import org.conductregister.query.statistics.checkpoint.SaveStream;
import org.jspecify.annotations.Nullable;

/**
 * Which entries were recorded up to an instant: ascending pairs of an instant, in whole microseconds, and the first position
 * recorded then. Pairs are delta-encoded as varints, about three bytes each; every {@value #PAIRS_PER_BLOCK}th is also kept in
 * full, so that a lookup is a binary search among those and a walk in one block. One thread adds; any thread may read a
 * {@link View}.
 */
public final class InstantIndex {

    private static final int PAIRS_PER_BLOCK = 64;

    private long[] blockMicros = new long[4];
    private long[] blockPositions = new long[4];

    /** By block, the index in {@link #deltas} of what follows its first pair. */
    private int[] blockAddresses = new int[4];

    /**
     * For each pair but the first of a block, twice the microseconds since the pair before; if one is added to that, the
     * positions since the pair before follow, which are one otherwise.
     */
    private final VarintWriter deltas;

    private int size;
    private long lastMicros = Long.MIN_VALUE;
    private long lastPosition;

    public InstantIndex() {
        this(new VarintWriter());
    }

    private InstantIndex(VarintWriter deltas) {
        this.deltas = deltas;
    }

    /**
     * Adds an entry; O(1), amortised. One whose instant is no later than the last one's changes nothing, as the first position
     * counts.
     *
     * @param position from 1, higher than any before
     */
    public void add(Instant recordedAt, long position) {
        long micros = micros(recordedAt);
        if (position == 0 || micros <= lastMicros) {
            return;
        }
        if (size % PAIRS_PER_BLOCK == 0) {
            beginBlock(micros, position);
        } else {
            appendDeltas(micros - lastMicros, position - lastPosition);
        }
        lastMicros = micros;
        lastPosition = position;
        size++;
    }

    private void beginBlock(long micros, long position) {
        int block = size / PAIRS_PER_BLOCK;
        if (block == blockMicros.length) {
            int larger = block + (block >> 1);
            blockMicros = Arrays.copyOf(blockMicros, larger);
            blockPositions = Arrays.copyOf(blockPositions, larger);
            blockAddresses = Arrays.copyOf(blockAddresses, larger);
        }
        blockMicros[block] = micros;
        blockPositions[block] = position;
        blockAddresses[block] = deltas.length();
    }

    private void appendDeltas(long micros, long positions) {
        boolean isNextPosition = positions == 1;
        deltas.writeVarint(micros << 1 | (isNextPosition ? 0 : 1));
        if (!isNextPosition) {
            deltas.writeVarint(positions);
        }
    }

    /** Microseconds since 1970; an instant before or after all that fit in a long is the first or the last that does. */
    private static long micros(Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (ArithmeticException e) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    private static int blocksOf(int pairs) {
        return (pairs + PAIRS_PER_BLOCK - 1) / PAIRS_PER_BLOCK;
    }

    /**
     * A view of all entries.
     *
     * @param headPosition the position of the last entry
     */
    public View view(long headPosition) {
        return new View(this, headPosition);
    }

    /** Reads what {@link View#save} wrote. */
    public static InstantIndex load(LoadStream in) throws IOException {
        int size = in.readInt();
        int bytes = in.readInt();
        int blocks = blocksOf(size);
        int capacity = Math.max(4, blocks);
        var micros = new long[capacity];
        var positions = new long[capacity];
        var addresses = new int[capacity];
        for (int i = 0; i < blocks; i++) {
            micros[i] = in.readLong();
            positions[i] = in.readLong();
            addresses[i] = in.readInt();
        }
        var deltas = new byte[bytes];
        in.readBytes(deltas, 0, bytes);
        var loaded = new InstantIndex(new VarintWriter(deltas, bytes));
        loaded.blockMicros = micros;
        loaded.blockPositions = positions;
        loaded.blockAddresses = addresses;
        loaded.size = size;
        loaded.findLast();
        return loaded;
    }

    private void findLast() {
        if (size == 0) {
            return;
        }
        int block = (size - 1) / PAIRS_PER_BLOCK;
        var pair = new PairReader(blockMicros[block], blockPositions[block], deltas.bytes(), blockAddresses[block]);
        for (int i = block * PAIRS_PER_BLOCK + 1; i < size; i++) {
            pair.advance();
        }
        lastMicros = pair.micros;
        lastPosition = pair.position;
    }

    /** The entries up to a position, the head of the log when the view was made. */
    public static final class View {

        private final int size;
        private final long[] blockMicros;
        private final long[] blockPositions;
        private final int[] blockAddresses;
        private final byte[] deltas;
        private final int bytes;
        private final long headPosition;

        private View(InstantIndex index, long headPosition) {
            this.size = index.size;
            this.blockMicros = index.blockMicros;
            this.blockPositions = index.blockPositions;
            this.blockAddresses = index.blockAddresses;
            this.deltas = index.deltas.bytes();
            this.bytes = index.deltas.length();
            this.headPosition = headPosition;
        }

        /** The position of the last entry recorded at or before an instant, 0 before any; O(log n). */
        public long lastPositionAt(Instant knownAt) {
            long micros = micros(knownAt);
            int found = Arrays.binarySearch(blockMicros, 0, blocksOf(size), micros);
            int block = found >= 0 ? found : -found - 2;
            return block < 0 ? firstPosition() - 1 : lastPositionIn(block, micros);
        }

        private long firstPosition() {
            return size == 0 ? headPosition + 1 : blockPositions[0];
        }

        private long lastPositionIn(int block, long micros) {
            var pair = new PairReader(blockMicros[block], blockPositions[block], deltas, blockAddresses[block]);
            int end = Math.min(size, (block + 1) * PAIRS_PER_BLOCK);
            for (int i = block * PAIRS_PER_BLOCK + 1; i < end; i++) {
                pair.advance();
                if (pair.micros > micros) {
                    return pair.position - 1;
                }
            }
            return end == size ? headPosition : blockPositions[block + 1] - 1;
        }

        /** Returns what reads the instants of ascending positions. */
        public Instants instants() {
            return new Instants(this);
        }

        /** Writes the pairs, without the head position; O(n). */
        public void save(SaveStream out) throws IOException {
            out.writeInt(size);
            out.writeInt(bytes);
            for (int i = 0; i < blocksOf(size); i++) {
                out.writeLong(blockMicros[i]);
                out.writeLong(blockPositions[i]);
                out.writeInt(blockAddresses[i]);
            }
            out.writeBytes(deltas, 0, bytes);
        }
    }

    /** The instants of positions, read in order; O(1) each, amortised over the positions in between. For one thread. */
    public static final class Instants {

        private final View view;
        private @Nullable PairReader pair;

        /** The number of the pair that {@link #pair} is at. */
        private int number;

        /** The instant of the pair before it. */
        private long micros = Long.MIN_VALUE;

        private Instants(View view) {
            this.view = view;
            read(0);
        }

        private void read(int next) {
            number = next;
            int block = next / PAIRS_PER_BLOCK;
            if (next >= view.size) {
                pair = null;
            } else if (next % PAIRS_PER_BLOCK == 0) {
                pair = new PairReader(
                        view.blockMicros[block], view.blockPositions[block], view.deltas, view.blockAddresses[block]);
            } else {
                requireNonNull(pair, "the pair before was read").advance();
            }
        }

        /**
         * The instant at which the entry at a position was recorded, in microseconds since 1970.
         *
         * @param position no lower than the one asked about before, and one that the log has
         */
        public long microsAt(long position) {
            while (pair != null && pair.position <= position) {
                micros = pair.micros;
                read(number + 1);
            }
            return micros;
        }
    }

    /** Walks from pair to pair in a block. */
    private static final class PairReader {

        private final VarintReader deltas;
        private long micros;
        private long position;

        PairReader(long micros, long position, byte[] deltas, int address) {
            this.micros = micros;
            this.position = position;
            this.deltas = new VarintReader(deltas, address);
        }

        void advance() {
            long delta = deltas.readVarlong();
            micros += delta >>> 1;
            position += (delta & 1) == 0 ? 1 : deltas.readVarlong();
        }
    }
}
