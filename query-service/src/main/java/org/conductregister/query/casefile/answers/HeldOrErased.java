package org.conductregister.query.casefile.answers;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.conductregister.entries.History;
import org.conductregister.facts.PersonalDataFact;
import org.jspecify.annotations.Nullable;

/** The legal hold on the personal data of a record, or its erasure, with the reason that was given. */
@Schema(name = "HeldOrErased", description = "A legal hold on personal data, or its erasure, with the reason given.")
public record HeldOrErased(LocalDate on, String reason) {

    /** The hold that was on the record, as known; null where none was. */
    static @Nullable HeldOrErased hold(History known) {
        return of(known.legalHold());
    }

    /** The latest erasure, as known; null where none was. */
    static @Nullable HeldOrErased erasure(History known) {
        var erasures = known.erasures();
        return erasures.isEmpty() ? null : of(erasures.getLast());
    }

    private static @Nullable HeldOrErased of(@Nullable PersonalDataFact fact) {
        return fact == null
                ? null
                : new HeldOrErased(fact.occurredOn(), fact.reason().value());
    }
}
