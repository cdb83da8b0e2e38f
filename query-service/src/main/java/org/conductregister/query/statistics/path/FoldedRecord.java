package org.conductregister.query.statistics.path;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;

/** A record while it is held ready, and the paths of the units that it tells of. */
sealed interface FoldedRecord permits CaseRecord, Person, RecommendationRecord {

    RecordHistory chain();

    /** Takes in an entry that it does not have and tells what changes by it. */
    void take(EntryId entryId, Fact fact);
}
