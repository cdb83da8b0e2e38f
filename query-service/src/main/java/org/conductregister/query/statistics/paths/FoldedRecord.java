package org.conductregister.query.statistics.paths;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/** A record and the paths of the units that it tells of. */
sealed interface FoldedRecord permits CaseRecord, Person, RecommendationRecord {

    /** Of the last entry taken in; 0 before any. */
    long lastPosition();

    /** Takes in an entry and tells what changes by it. */
    void take(long position, EntryId entryId, Fact fact);
}
