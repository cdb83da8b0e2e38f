package org.conductregister.command.recommendations;

import static org.conductregister.command.decisions.Rule.*;

import java.time.LocalDate;
import java.util.Optional;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.Rules;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.ForceCode;
import org.jspecify.annotations.Nullable;

/** The rules of a recommendation: the forces addressed answer and are graded, any number of times. */
final class RecommendationRules implements Rules<RecommendationState> {

    @Override
    public RecommendationState initial() {
        return RecommendationState.NEW;
    }

    @Override
    public RecommendationState evolve(RecommendationState before, LocalDate day, Fact fact) {
        return before.evolve(day, (RecommendationFact) fact);
    }

    @Override
    public Optional<Rule> broken(RecommendationState before, LocalDate day, Fact fact) {
        return Optional.ofNullable(
                switch ((RecommendationFact) fact) {
                    case RecommendationIssued f -> issuable(before, day, f);
                    case ForceResponded f -> addressed(before, f.force());
                    case ForceProgressGraded f -> addressed(before, f.force());
                });
    }

    @Override
    public Rule explain(Rule broken, RecommendationState head, RecommendationState unretracted, Fact fact) {
        if (broken != RECOMMENDATION_NOT_ISSUED) {
            return broken;
        }
        if (head.issued() != null) {
            return OCCURRED_BEFORE_RECOMMENDATION_ISSUED;
        }
        return unretracted.issued() != null ? RECOMMENDATION_RETRACTED : broken;
    }

    private static @Nullable Rule issuable(RecommendationState state, LocalDate day, RecommendationIssued fact) {
        if (state.issued() != null) {
            return RECOMMENDATION_ALREADY_ISSUED;
        }
        return fact.responseDueOn().isBefore(day) ? RESPONSE_DUE_BEFORE_ISSUE : null;
    }

    private static @Nullable Rule addressed(RecommendationState state, ForceCode force) {
        if (state.issued() == null) {
            return RECOMMENDATION_NOT_ISSUED;
        }
        return state.answers().containsKey(force) ? null : FORCE_NOT_ADDRESSED;
    }
}
