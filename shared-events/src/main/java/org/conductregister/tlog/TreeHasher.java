package org.conductregister.tlog;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * The hashes of RFC 6962, section 2.1: SHA-256 over a leaf after a byte of 0, and over two hashes after a byte of 1. Not
 * thread-safe: each thread has one of its own.
 */
public final class TreeHasher {

    /** The length of a hash in bytes. */
    public static final int HASH_LENGTH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest = sha256();

    /** Returns the hash of a tree without leaves: that of no bytes. */
    public byte[] empty() {
        return digest.digest();
    }

    /** Returns the hash of a leaf. */
    public byte[] leaf(byte[] leaf) {
        digest.update(LEAF);
        return digest.digest(leaf);
    }

    /** Returns the hash of the node over two subtrees. */
    public byte[] node(byte[] left, byte[] right) {
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /**
     * Returns the root of a complete subtree. Its hashes are overwritten.
     *
     * @param hashes one after the other, of a number of neighbours that is a power of two
     */
    byte[] complete(byte[] hashes) {
        for (int length = hashes.length; length > HASH_LENGTH; length /= 2) {
            for (int at = 0; at < length; at += 2 * HASH_LENGTH) {
                digest.update(NODE);
                digest.update(hashes, at, 2 * HASH_LENGTH);
                endInto(hashes, at / 2);
            }
        }
        return hashes.length == HASH_LENGTH ? hashes : Arrays.copyOf(hashes, HASH_LENGTH);
    }

    private void endInto(byte[] hashes, int at) {
        try {
            digest.digest(hashes, at, HASH_LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("there is room for a hash in the place of two", e);
        }
    }

    /** Returns a digest of SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
