package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;

/** Something that happened, as somebody stated it. Immutable; the fact itself is stored as the event. */
public sealed interface Fact permits CaseFact, OfficerFact, RecommendationFact, Correction, PersonalDataFact {

    /** The day it happened in the world, in Europe/London. */
    LocalDate occurredOn();

    /** Returns the note that the person who logged it added. */
    @Nullable
    FreeText note();

    /**
     * Returns the day as the source stated it where it gave none exactly, so that {@link #occurredOn()} is an
     * assumption; null where it gave one.
     */
    @Nullable
    DayStatedAs dayStatedAs();
}
