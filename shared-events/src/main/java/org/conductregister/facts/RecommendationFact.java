package org.conductregister.facts;

import java.time.LocalDate;
import org.conductregister.terms.Grade;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.text.DayStatedAs;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.jspecify.annotations.Nullable;

/** A fact about a recommendation and the forces' answers to it. */
public sealed interface RecommendationFact extends Fact {

    @StoredAs("recommendation.issued.1")
    record RecommendationIssued(
            LocalDate occurredOn,
            Label issuedBy,
            ThemeCode theme,
            ForceCodes addressedTo,
            LocalDate responseDueOn,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements RecommendationFact {

        public RecommendationIssued(
                LocalDate occurredOn,
                Label issuedBy,
                ThemeCode theme,
                ForceCodes addressedTo,
                LocalDate responseDueOn,
                @Nullable FreeText note) {
            this(occurredOn, issuedBy, theme, addressedTo, responseDueOn, note, null);
        }
    }

    @StoredAs("recommendation.force-responded.1")
    record ForceResponded(
            LocalDate occurredOn,
            ForceCode force,
            @Nullable Boolean accepted,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements RecommendationFact {

        public ForceResponded(
                LocalDate occurredOn, ForceCode force, @Nullable Boolean accepted, @Nullable FreeText note) {
            this(occurredOn, force, accepted, note, null);
        }
    }

    @StoredAs("recommendation.force-progress-graded.1")
    record ForceProgressGraded(
            LocalDate occurredOn,
            ForceCode force,
            Grade grade,
            @Nullable FreeText note,
            @Nullable DayStatedAs dayStatedAs)
            implements RecommendationFact {

        public ForceProgressGraded(LocalDate occurredOn, ForceCode force, Grade grade, @Nullable FreeText note) {
            this(occurredOn, force, grade, note, null);
        }
    }
}
