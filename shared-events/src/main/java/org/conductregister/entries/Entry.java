package org.conductregister.entries;

import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * A fact on a record, with an id that makes logging it repeatable. Immutable.
 *
 * @param dayAssumed whether no day was stated, so that it is the day of sending; the day is then not part of the content
 *     that a repetition must equal
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
