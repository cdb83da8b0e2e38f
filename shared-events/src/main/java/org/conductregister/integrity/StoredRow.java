package org.conductregister.integrity;

/**
 * An entry exactly as it lies in the event store, text as the bytes of its UTF-8. Nothing is expected of it: it may have been altered.
 *
 * @param recordedAt in microseconds since 1970-01-01T00:00:00Z
 * @param salt random bytes that belong to the entry, 16 unless somebody changed them
 * @param checksumFits whether the checksum of the row, where the database has one, is that of its columns
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody: their leaves are
public record StoredRow(
        long position,
        long recordedAt,
        byte[] entryId,
        byte[] aggregateType,
        byte[] aggregateIdentifier,
        long sequence,
        byte[] type,
        byte[] revision,
        byte[] payload,
        byte[] metadata,
        byte[] salt,
        boolean checksumFits) {

    /** Returns the same as if it lay at another position, recorded at another instant. */
    StoredRow at(long otherPosition, long otherInstant) {
        return new StoredRow(
                otherPosition,
                otherInstant,
                entryId,
                aggregateType,
                aggregateIdentifier,
                sequence,
                type,
                revision,
                payload,
                metadata,
                salt,
                checksumFits);
    }
}
