package org.conductregister.integrity;

import java.util.Arrays;
import org.conductregister.tlog.TreeHasher;

/** The hashes of the leaves as they were when they were sealed, by which an alteration is named. */
public interface LeafHashes {

    /** Nothing is kept. */
    LeafHashes NONE = new LeafHashes() {
        @Override
        public long size() {
            return 0;
        }

        @Override
        public byte[] read(long first, int count) {
            throw new IllegalArgumentException("No hashes are kept");
        }
    };

    /** Returns the number of leaves. */
    long size();

    /**
     * Returns hashes, one after the other.
     *
     * @param first the index of the first, from 0
     */
    byte[] read(long first, int count);

    /** Whether the hash of the leaf at a position is this. */
    default boolean has(long position, byte[] hash) {
        return position >= 1 && position <= size() && Arrays.equals(read(position - 1, 1), hash);
    }

    /** Returns the hash of number {@code index} of a run of hashes. */
    static byte[] at(byte[] hashes, int index) {
        int from = index * TreeHasher.HASH_LENGTH;
        return Arrays.copyOfRange(hashes, from, from + TreeHasher.HASH_LENGTH);
    }
}
