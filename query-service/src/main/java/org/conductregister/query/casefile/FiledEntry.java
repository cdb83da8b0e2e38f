package org.conductregister.query.casefile;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
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

    /**
     * As it is stored: {@code position microseconds entryId type recordedBy}, and the fact as JSON on a second line. A
     * string takes a third of the memory of a document with these fields.
     */
    String line() {
        return position + " " + ChronoUnit.MICROS.between(Instant.EPOCH, recordedAt) + " " + entryId + " "
                + FactType.of(fact).name() + " " + recordedBy + "\n"
                + FactJson.mapper().writeValueAsString(fact);
    }

    /** Reads what {@link #line()} wrote. */
    static FiledEntry parse(String line) {
        int json = line.lastIndexOf('\n');
        var head = line.substring(0, json).split(" ", 5);
        var type = FactType.named(head[3])
                .orElseThrow(() -> new IllegalStateException("filed under a name no fact has: " + head[3]));
        return new FiledEntry(
                Long.parseLong(head[0]),
                Instant.EPOCH.plus(Long.parseLong(head[1]), ChronoUnit.MICROS),
                head[4],
                EntryId.of(head[2]),
                FactJson.mapper().readValue(line.substring(json + 1), type.javaType()));
    }
}
