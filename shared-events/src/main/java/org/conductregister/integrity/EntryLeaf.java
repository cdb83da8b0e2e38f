package org.conductregister.integrity;

import java.nio.ByteBuffer;
import java.security.DigestException;
import java.security.MessageDigest;
import org.conductregister.tlog.TreeHasher;

/**
 * Makes the leaves of entries. A leaf is 113 bytes, numbers with the highest byte first:
 *
 * <pre>
 *   1 byte    1, the version of this form
 *   8 bytes   position
 *   8 bytes   instant, in microseconds since 1970-01-01T00:00:00Z
 *   32 bytes  SHA-256(16, salt, 1, entryId, sequence, and each after its length in 4 bytes: kind and name of the record, type, revision)
 *   32 bytes  SHA-256(16, salt, 2, payload)
 *   32 bytes  SHA-256(16, salt, 3, metadata)
 * </pre>
 *
 * <p>The salt, 16 random bytes kept with the entry (16 above is its length), is not in the leaf: so a leaf, or a proof that somebody takes
 * away, confirms no guess of what the entry says. Whoever is given the salt with the entry can make the leaf again. Not
 * thread-safe.
 */
public final class EntryLeaf {

    /** The length of a leaf in bytes. */
    public static final int LENGTH = 1 + 2 * Long.BYTES + 3 * TreeHasher.HASH_LENGTH;

    private static final byte VERSION = 1;
    private static final byte IDENTITY = 1;
    private static final byte PAYLOAD = 2;
    private static final byte METADATA = 3;

    private final MessageDigest digest = TreeHasher.sha256();
    private final TreeHasher hasher = new TreeHasher();
    private final byte[] leaf = new byte[LENGTH];

    /** The input of the next hash, in one piece: few calls of a digest cost less than many. */
    private ByteBuffer piece = ByteBuffer.allocate(512);

    /** Returns the leaf of an entry. */
    public byte[] of(StoredRow row) {
        make(row);
        return leaf.clone();
    }

    /** Returns the hash of the leaf of an entry. */
    public byte[] hashOf(StoredRow row) {
        make(row);
        return hasher.leaf(leaf);
    }

    private void make(StoredRow row) {
        ByteBuffer made = ByteBuffer.wrap(leaf);
        made.put(VERSION).putLong(row.position()).putLong(row.recordedAt());
        identity(row);
        end(made.position());
        text(row.salt(), PAYLOAD, row.payload());
        end(made.position() + TreeHasher.HASH_LENGTH);
        text(row.salt(), METADATA, row.metadata());
        end(made.position() + 2 * TreeHasher.HASH_LENGTH);
    }

    private void identity(StoredRow row) {
        begin(row.salt(), IDENTITY);
        require(row.entryId().length + Long.BYTES);
        piece.put(row.entryId()).putLong(row.sequence());
        withLength(row.aggregateType());
        withLength(row.aggregateIdentifier());
        withLength(row.type());
        withLength(row.revision());
    }

    private void text(byte[] salt, byte kind, byte[] text) {
        begin(salt, kind);
        require(text.length);
        piece.put(text);
    }

    private void begin(byte[] salt, byte kind) {
        piece.clear();
        require(salt.length + 2);
        piece.put((byte) salt.length).put(salt).put(kind);
    }

    private void withLength(byte[] bytes) {
        require(Integer.BYTES + bytes.length);
        piece.putInt(bytes.length).put(bytes);
    }

    private void require(int more) {
        if (piece.remaining() < more) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (piece.position() + more));
            piece = larger.put(piece.flip());
        }
    }

    /** Puts the hash of the piece into the leaf. */
    private void end(int at) {
        digest.update(piece.array(), 0, piece.position());
        try {
            digest.digest(leaf, at, TreeHasher.HASH_LENGTH);
        } catch (DigestException e) {
            throw new IllegalStateException("the leaf has room for three hashes", e);
        }
    }
}
