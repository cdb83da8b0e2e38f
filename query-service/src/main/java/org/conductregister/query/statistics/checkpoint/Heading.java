package org.conductregister.query.statistics.checkpoint;

import java.io.IOException;
import java.time.Instant;

/**
 * The heading that identifies a checkpoint.
 *
 * @param form the version of the body's layout, and of all that the numbers in it depend on; one of another form cannot be read
 * @param position the position of the last entry that the body covers, from 1
 * @param recordedAt when that entry was recorded
 * @param entryId the identifier of that entry; where the log has another one at the position, the checkpoint is of another
 *     log
 */
public record Heading(String form, long position, Instant recordedAt, String entryId) {

    void save(SaveStream out) throws IOException {
        out.writeString(form);
        out.writeLong(position);
        out.writeLong(recordedAt.getEpochSecond());
        out.writeInt(recordedAt.getNano());
        out.writeString(entryId);
    }

    static Heading load(LoadStream in) throws IOException {
        return new Heading(
                in.readString(), in.readLong(), Instant.ofEpochSecond(in.readLong(), in.readInt()), in.readString());
    }
}
