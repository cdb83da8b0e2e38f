package org.conductregister.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * The roots and proofs of a Merkle tree at any of its sizes (RFC 6962, sections 2.1, 2.1.1 and 2.1.2). Each costs O(log n)
 * subtrees. As thread-safe as the hashes it reads.
 */
public final class MerkleTree {

    private final SubtreeHashes hashes;

    public MerkleTree(SubtreeHashes hashes) {
        this.hashes = hashes;
    }

    /** Returns the root of the first leaves. */
    public byte[] root(long size) {
        requireSize(size);
        var hasher = new TreeHasher();
        return size == 0 ? hasher.empty() : hash(hasher, 0, size);
    }

    /**
     * Returns the proof that a leaf is in the tree of a size, from the leaf's sibling to the root's child.
     *
     * @param index of the leaf, from 0
     */
    public List<byte[]> inclusionProof(long index, long size) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("A tree of %d leaves has no leaf %d".formatted(size, index));
        }
        var proof = new ArrayList<byte[]>();
        include(new TreeHasher(), index, 0, size, proof);
        return proof;
    }

    private void include(TreeHasher hasher, long index, long from, long to, List<byte[]> proof) {
        if (to - from == 1) {
            return;
        }
        long middle = from + split(to - from);
        if (index < middle) {
            include(hasher, index, from, middle, proof);
            proof.add(hash(hasher, middle, to));
        } else {
            include(hasher, index, middle, to, proof);
            proof.add(hash(hasher, from, middle));
        }
    }

    /** Returns the proof that the tree of one size begins with the tree of another; empty where one of them is, or both are the same. */
    public List<byte[]> consistencyProof(long from, long size) {
        requireSize(from);
        if (from > size) {
            throw new IllegalArgumentException(
                    "A tree of %d leaves does not begin with one of %d".formatted(size, from));
        }
        var proof = new ArrayList<byte[]>();
        if (from > 0) {
            extend(new TreeHasher(), from, 0, size, true, proof);
        }
        return proof;
    }

    private void extend(TreeHasher hasher, long size, long from, long to, boolean known, List<byte[]> proof) {
        if (size == to - from) {
            if (!known) {
                proof.add(hash(hasher, from, to));
            }
            return;
        }
        long left = split(to - from);
        if (size <= left) {
            extend(hasher, size, from, from + left, known, proof);
            proof.add(hash(hasher, from + left, to));
        } else {
            extend(hasher, size - left, from + left, to, false, proof);
            proof.add(hash(hasher, from, from + left));
        }
    }

    /** The start is a multiple of the largest power of two that is not over the length. */
    private byte[] hash(TreeHasher hasher, long from, long to) {
        long length = to - from;
        if (Long.bitCount(length) == 1) {
            int height = Long.numberOfTrailingZeros(length);
            return hashes.subtree(height, from >> height);
        }
        long middle = from + split(length);
        return hasher.node(hash(hasher, from, middle), hash(hasher, middle, to));
    }

    /** The largest power of two below a length of at least 2. */
    private static long split(long length) {
        return Long.highestOneBit(length - 1);
    }

    private static void requireSize(long size) {
        if (size < 0) {
            throw new IllegalArgumentException("No tree has %d leaves".formatted(size));
        }
    }
}
