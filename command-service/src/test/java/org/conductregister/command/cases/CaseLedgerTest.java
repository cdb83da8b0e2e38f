package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.entries.RecordFixture.day;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.LedgerProperties;
import org.conductregister.command.decisions.RecordOracle;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AppealDecided;
import org.conductregister.facts.Fact;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;

/** The properties of a ledger, for cases. */
class CaseLedgerTest extends LedgerProperties<CaseState> {

    private static final List<Function<Integer, Fact>> ABOUT_THE_CASE = List.of(
            CaseFacts::opened,
            CaseFacts::referred,
            day -> decided(day, InvestigationMode.INDEPENDENT),
            day -> decided(day, InvestigationMode.RETURNED_TO_FORCE),
            CaseFacts::started,
            CaseFacts::suspended,
            CaseFacts::resumed,
            CaseFacts::completed,
            CaseFacts::closed,
            CaseFacts::reopened,
            day -> note(day, "rang back"));

    private static final List<BiFunction<Integer, AllegationId, Fact>> ABOUT_AN_ALLEGATION = List.of(
            CaseFacts::reported,
            CaseFacts::reportedAgainstNobodyKnown,
            CaseFacts::identified,
            CaseFacts::assessed,
            CaseFacts::caseToAnswer,
            CaseFacts::listed,
            CaseFacts::withdrawnFromHearing,
            CaseFacts::found,
            CaseFacts::dismissed,
            CaseFacts::appealed,
            CaseFacts::appealDecided,
            (day, allegation) -> upheld(day, allegation, null),
            (day, allegation) -> upheld(day, allegation, MisconductOutcome.WRITTEN_WARNING),
            CaseFacts::charged,
            CaseFacts::convicted,
            CaseFacts::acquitted,
            CaseFacts::jailed,
            CaseFacts::cautioned,
            CaseFacts::discontinued,
            CaseFacts::quashed,
            CaseFacts::noFurtherAction,
            CaseFacts::withdrawn,
            CaseFacts::ended,
            (day, allegation) -> endedWith(day, allegation, MisconductOutcome.NO_ACTION));

    private static Fact upheld(int day, AllegationId allegation, MisconductOutcome outcome) {
        return new AppealDecided(day(day), allegation, AppealResult.UPHELD, outcome, null);
    }

    @Override
    protected Arbitrary<Fact> someFacts() {
        var days = Arbitraries.integers().between(1, 9);
        Arbitrary<Fact> ofCase =
                Combinators.combine(Arbitraries.of(ABOUT_THE_CASE), days).as(Function::apply);
        Arbitrary<Fact> ofAllegation = Combinators.combine(
                        Arbitraries.of(ABOUT_AN_ALLEGATION), days, Arbitraries.of(A, B))
                .as(BiFunction::apply);
        return Arbitraries.frequencyOf(Tuple.of(1, ofCase), Tuple.of(2, ofAllegation));
    }

    @Override
    protected List<Fact> usualBeginning() {
        return List.of(opened(1), reported(1, A), reported(2, B), charged(3, A), found(3, B));
    }

    @Override
    protected RecordId record() {
        return RecordId.of(new CaseId("LAN-2020-0001"));
    }

    @Override
    protected Ledger<CaseState> emptyLedger() {
        return new Ledger<>(new CaseRules());
    }

    @Override
    protected CaseState foldedFromScratch(List<InEffect> inOrder) {
        return CaseState.of(inOrder);
    }

    @Override
    protected RecordOracle emptySlowRecord() {
        return new RecordOracle(CaseOracle::mayFollow);
    }
}
