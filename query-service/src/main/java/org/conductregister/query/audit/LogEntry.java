package org.conductregister.query.audit;

import java.time.Instant;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * An entry of the log as a page shows it.
 *
 * @param occurredOn as stored
 * @param raw all of it as JSON, over several lines
 * @param withheld whether nothing else is told of it, since the reader is named in its case
 */
record LogEntry(
        long position,
        Instant recordedAt,
        String recordedBy,
        String type,
        RecordId record,
        String entryId,
        String occurredOn,
        String raw,
        boolean withheld) {

    /** Returns an entry of which nothing is told but where it stands. */
    static LogEntry withheld(StoredEvent event) {
        var nothing = new RecordId(RecordKind.CASE, "-");
        return new LogEntry(event.position(), Instant.EPOCH, "", "", nothing, "", "", "", true);
    }

    static LogEntry of(StoredEvent event, LogLines lines) {
        var json = lines.json(event);
        return new LogEntry(
                event.position(),
                event.recordedAt(),
                LogLines.recordedBy(event),
                LogLines.typeOf(event),
                RecordId.parse(event.aggregateIdentifier()),
                event.entryId(),
                json.path("occurredOn").asString(""),
                FactJson.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(json),
                false);
    }

    public boolean isOfACase() {
        return record.kind() == RecordKind.CASE;
    }
}
