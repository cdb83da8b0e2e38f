package org.conductregister.query.statistics.checkpoint;

import java.io.IOException;
import java.time.Instant;

/**
 * What a checkpoint says of itself.
 *
 * @param form how it is written and what its counts mean; one of another form is not to be read on
 * @param position of the last entry that it tells of
 * @param recordedAt of that entry
 * @param entryId of that entry: a log that has another one there is another log
 */
public record Heading(String form, long position, Instant recordedAt, String entryId) {

    void save(SaveStream out) throws IOException {
        out.text(form);
        out.longNumber(position);
        out.longNumber(recordedAt.getEpochSecond());
        out.number(recordedAt.getNano());
        out.text(entryId);
    }

    static Heading load(LoadStream in) throws IOException {
        return new Heading(in.text(), in.longNumber(), Instant.ofEpochSecond(in.longNumber(), in.number()), in.text());
    }
}
