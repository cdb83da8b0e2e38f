package org.conductregister.query.statistics.path;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;

/** A record in memory: its state, and the paths of the units that its facts make. */
interface FoldedRecord {

    /** The entries it has. */
    RecordHistory history();

    /** Adds an entry that it does not have yet, and emits the points for what changes by it. */
    void apply(EntryId entryId, Fact fact);
}
