package org.conductregister.query.projections;

import java.util.List;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;

/** Reads entries of the log again, decoded as the views are given them. Thread-safe. */
public interface RecordedEntries {

    /** The entries of a log that nothing follows. */
    static RecordedEntries of(OrderedEventStorageEngine engine) {
        return new StoredEntries(engine, engine.log(), new SharedLogSource(engine));
    }

    /** Returns the next 1,000 entries after a position, in order; fewer where there are no more. */
    List<RecordedEntry> after(long position);

    /** Returns the entries of a record up to a position of the log, in order. Reads all of the record. */
    List<RecordedEntry> of(RecordId record, long upTo);
}
