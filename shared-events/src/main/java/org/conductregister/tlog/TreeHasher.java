package org.conductregister.tlog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

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

    /** Returns a digest of SHA-256, which every JDK has. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
