package org.conductregister.integrity;

import java.nio.ByteBuffer;
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
    private final ByteBuffer number = ByteBuffer.allocate(Long.BYTES);

    /** Returns the leaf of an entry. */
    public byte[] of(StoredRow row) {
        return ByteBuffer.allocate(LENGTH)
                .put(VERSION)
                .putLong(row.position())
                .putLong(row.recordedAt())
                .put(identity(row))
                .put(text(row.salt(), PAYLOAD, row.payload()))
                .put(text(row.salt(), METADATA, row.metadata()))
                .array();
    }

    /** Returns the hash of the leaf of an entry. */
    public byte[] hashOf(StoredRow row) {
        return hasher.leaf(of(row));
    }

    private byte[] identity(StoredRow row) {
        begin(row.salt(), IDENTITY);
        digest.update(row.entryId());
        number.clear();
        digest.update(number.putLong(row.sequence()).array());
        withLength(row.aggregateType());
        withLength(row.aggregateIdentifier());
        withLength(row.type());
        withLength(row.revision());
        return digest.digest();
    }

    private byte[] text(byte[] salt, byte kind, byte[] text) {
        begin(salt, kind);
        return digest.digest(text);
    }

    private void begin(byte[] salt, byte kind) {
        digest.update((byte) salt.length);
        digest.update(salt);
        digest.update(kind);
    }

    private void withLength(byte[] bytes) {
        number.clear();
        number.putInt(bytes.length);
        digest.update(number.array(), 0, Integer.BYTES);
        digest.update(bytes);
    }
}
