package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Grounds;
import org.jspecify.annotations.Nullable;

/**
 * A fact about the personal data that a record holds, not about what happened: it changes no state, no count and no day that is
 * due. It is on a case or an officer, made by a call of its own, and neither corrected nor retracted.
 */
public sealed interface PersonalDataFact extends Fact {

    /** Returns the reason that was given. */
    Grounds reason();

    /** The record's personal data must be kept, whatever is due: until the hold is released. */
    @StoredAs("record.legal-hold-placed.1")
    record LegalHoldPlaced(
            LocalDate occurredOn,
            Grounds reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements PersonalDataFact {

        public LegalHoldPlaced(LocalDate occurredOn, Grounds reason) {
            this(occurredOn, reason, null, null);
        }
    }

    /** The hold that was on the record is no more. */
    @StoredAs("record.legal-hold-released.1")
    record LegalHoldReleased(
            LocalDate occurredOn,
            Grounds reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements PersonalDataFact {

        public LegalHoldReleased(LocalDate occurredOn, Grounds reason) {
            this(occurredOn, reason, null, null);
        }
    }

    /** The keys of the record's texts and, of an officer, the name are destroyed: what they sealed can be read no more. */
    @StoredAs("record.personal-data-erased.1")
    record PersonalDataErased(
            LocalDate occurredOn,
            Grounds reason,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs) implements PersonalDataFact {

        public PersonalDataErased(LocalDate occurredOn, Grounds reason) {
            this(occurredOn, reason, null, null);
        }
    }
}
