package org.conductregister.tlog;

import java.util.ArrayList;
import java.util.List;

/**
 * A Merkle tree that grows and of which no more is kept than its root needs: the hashes of the complete subtrees along its right
 * edge. An append costs O(1) on average, a root O(log n). Not thread-safe.
 */
public final class CompactRange {

    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> subtrees = new ArrayList<>();
    private long size;

    /** Appends the hash of a leaf. */
    public void append(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            hash = hasher.node(subtrees.removeLast(), hash);
        }
        subtrees.add(hash);
        size++;
    }

    /** Returns the number of leaves. */
    public long size() {
        return size;
    }

    /** Returns another of the same leaves, which grows by itself. */
    public CompactRange copy() {
        var copy = new CompactRange();
        copy.subtrees.addAll(subtrees);
        copy.size = size;
        return copy;
    }

    /** Returns the root of the leaves so far. */
    public byte[] root() {
        if (subtrees.isEmpty()) {
            return hasher.empty();
        }
        byte[] root = subtrees.getLast();
        for (int i = subtrees.size() - 2; i >= 0; i--) {
            root = hasher.node(subtrees.get(i), root);
        }
        return root;
    }
}
