package org.conductregister.tlog;

import java.util.Arrays;
import java.util.List;

/** Checks proofs against roots, without the tree: the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
public final class MerkleProofs {

    private MerkleProofs() {}

    /** Whether the proof shows that a leaf is in the tree of a root. */
    public static boolean includes(byte[] root, long size, byte[] leafHash, long index, List<byte[]> proof) {
        if (index < 0 || index >= size) {
            return false;
        }
        var hasher = new TreeHasher();
        long node = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] next : proof) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = hasher.node(next, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = hasher.node(hash, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /** Whether the proof shows that the tree of one root begins with the tree of another. */
    public static boolean extendsTree(byte[] from, long fromSize, byte[] to, long toSize, List<byte[]> proof) {
        if (fromSize < 0 || fromSize > toSize) {
            return false;
        }
        if (fromSize == toSize) {
            return proof.isEmpty() && Arrays.equals(from, to);
        }
        if (fromSize == 0) {
            return proof.isEmpty() && Arrays.equals(from, new TreeHasher().empty());
        }
        return walk(from, fromSize, to, toSize, proof);
    }

    private static boolean walk(byte[] from, long fromSize, byte[] to, long toSize, List<byte[]> proof) {
        var hasher = new TreeHasher();
        boolean complete = Long.bitCount(fromSize) == 1;
        if (!complete && proof.isEmpty()) {
            return false;
        }
        long node = fromSize - 1;
        long last = toSize - 1;
        while ((node & 1) == 1) {
            node >>= 1;
            last >>= 1;
        }
        byte[] first = complete ? from : proof.getFirst();
        byte[] hashFrom = first;
        byte[] hashTo = first;
        for (byte[] next : complete ? proof : proof.subList(1, proof.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hashFrom = hasher.node(next, hashFrom);
                hashTo = hasher.node(next, hashTo);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hashTo = hasher.node(hashTo, next);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hashFrom, from) && Arrays.equals(hashTo, to);
    }
}
