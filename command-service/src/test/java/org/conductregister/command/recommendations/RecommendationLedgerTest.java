package org.conductregister.command.recommendations;

import static org.conductregister.command.recommendations.RecommendationFacts.*;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.LedgerProperties;
import org.conductregister.command.decisions.RecordOracle;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.RecommendationId;

/** The properties of a ledger, for recommendations. */
class RecommendationLedgerTest extends LedgerProperties<RecommendationState> {

    private static final List<Function<Integer, Fact>> FACTS = List.of(
            day -> issued(day, 5),
            day -> responded(day, KENT),
            day -> responded(day, SURREY),
            day -> graded(day, KENT),
            day -> graded(day, SURREY));

    private static boolean mayFollow(LocalDate day, Fact next, List<Fact> before) {
        var issued = before.stream()
                .filter(RecommendationIssued.class::isInstance)
                .map(RecommendationIssued.class::cast)
                .findFirst();
        return switch (next) {
            case RecommendationIssued f ->
                issued.isEmpty() && !f.responseDueOn().isBefore(day);
            case ForceResponded f -> issued.filter(i -> addressed(i, f.force())).isPresent();
            case ForceProgressGraded f ->
                issued.filter(i -> addressed(i, f.force())).isPresent();
            default -> throw new IllegalArgumentException(next.toString());
        };
    }

    private static boolean addressed(RecommendationIssued issued, ForceCode force) {
        return issued.addressedTo().forces().contains(force);
    }

    @Override
    protected Arbitrary<Fact> someFacts() {
        return Combinators.combine(Arbitraries.of(FACTS), Arbitraries.integers().between(1, 9))
                .as(Function::apply);
    }

    @Override
    protected List<Fact> usualBeginning() {
        return List.of(issued(2, 5));
    }

    @Override
    protected RecordId record() {
        return RecordId.of(new RecommendationId("HMICFRS-2019-1"));
    }

    @Override
    protected Ledger<RecommendationState> emptyLedger() {
        return new Ledger<>(new RecommendationRules());
    }

    @Override
    protected RecommendationState foldedFromScratch(List<InEffect> inOrder) {
        return RecommendationState.of(inOrder);
    }

    @Override
    protected RecordOracle emptySlowRecord() {
        return new RecordOracle(RecommendationLedgerTest::mayFollow);
    }
}
