package org.conductregister.query.statistics.paths;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/** A record while it is held ready, and the paths of the units that it tells of. */
sealed interface FoldedRecord permits CaseRecord, Person, RecommendationRecord {

    Chain chain();

    /** Takes in an entry that it does not have and tells what changes by it. */
    void take(EntryId entryId, Fact fact);
}
