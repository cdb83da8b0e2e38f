package org.conductregister.query.casefile.files;

import java.time.Instant;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * An entry in the file of its record.
 *
 * @param position in the log
 * @param recordedAt to the microsecond
 */
public record FiledEntry(long position, Instant recordedAt, String recordedBy, EntryId entryId, Fact fact) {

    static FiledEntry of(RecordedEntry entry) {
        return new FiledEntry(
                entry.position(),
                entry.recordedAt(),
                entry.recordedBy(),
                entry.entry().entryId(),
                entry.entry().fact());
    }
}
