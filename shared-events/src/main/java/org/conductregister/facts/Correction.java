package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.FreeText;
import org.jspecify.annotations.Nullable;

/** A fact that corrects an entry of the same record. Its own day plays no part in any view. */
public sealed interface Correction extends Fact {

    /** The entry that was wrong. */
    EntryId corrects();

    FreeText reason();

    /** The entry named counts no more, from the instant this is recorded. */
    @StoredAs("entry.retracted.1")
    record EntryRetracted(
            LocalDate occurredOn,
            EntryId retracts,
            FreeText reason,
            @Nullable FreeText note) implements Correction {

        @Override
        public EntryId corrects() {
            return retracts;
        }
    }

    /** The entry named happened on another day; it keeps its position. */
    @StoredAs("entry.redated.1")
    record EntryRedated(
            LocalDate occurredOn,
            EntryId redates,
            LocalDate newOccurredOn,
            FreeText reason,
            @Nullable FreeText note) implements Correction {

        @Override
        public EntryId corrects() {
            return redates;
        }
    }
}
