package org.conductregister.command.entries;

import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.jspecify.annotations.Nullable;

/** Logs facts on one record, all or nothing. The facts themselves become the events. */
public sealed interface LogEntries permits LogOnCase, LogOnOfficer, LogOnRecommendation {

    RecordId record();

    List<Entry> entries();

    /** The version that the caller decided on; null where any will do. */
    @Nullable
    Long expectedVersion();

    static LogEntries on(RecordId record, List<Entry> entries, @Nullable Long expectedVersion) {
        return switch (record.kind()) {
            case CASE -> new LogOnCase(record, entries, expectedVersion);
            case OFFICER -> new LogOnOfficer(record, entries, expectedVersion);
            case RECOMMENDATION -> new LogOnRecommendation(record, entries, expectedVersion);
        };
    }
}
