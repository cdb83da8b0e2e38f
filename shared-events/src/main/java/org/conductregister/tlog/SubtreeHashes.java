package org.conductregister.tlog;

/** The hashes of the complete subtrees of a Merkle tree. */
@FunctionalInterface
public interface SubtreeHashes {

    /**
     * Returns the hash of a complete subtree: of the leaves from {@code index << height} to {@code (index + 1) << height},
     * the last not included.
     *
     * @param height 0 for a leaf's own hash
     */
    byte[] subtree(int height, long index);
}
