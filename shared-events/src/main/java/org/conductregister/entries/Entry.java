package org.conductregister.entries;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * A fact that somebody logs, on whose record, under an identity that makes logging it repeatable.
 *
 * @param dayAssumed whether its day is the day it was sent, for want of one stated; then the day is not part of what it says
 */
public record Entry(EntryId entryId, RecordId record, Fact fact, boolean dayAssumed) {

    /** An entry that states its day. */
    public Entry(EntryId entryId, RecordId record, Fact fact) {
        this(entryId, record, fact, false);
    }

    /** Whether sending this entry again says what was recorded. */
    public boolean says(Fact recorded) {
        return fact.equals(recorded)
                || (dayAssumed
                        && fact.getClass() == recorded.getClass()
                        && FactJson.data(fact).equals(FactJson.data(recorded)));
    }
}
