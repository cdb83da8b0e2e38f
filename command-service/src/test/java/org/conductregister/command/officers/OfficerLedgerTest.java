package org.conductregister.command.officers;

import static org.conductregister.command.officers.OfficerFacts.*;

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
import org.conductregister.officers.OfficerState;
import org.conductregister.terms.identifiers.OfficerId;

/** The properties of a ledger, for officers. */
class OfficerLedgerTest extends LedgerProperties<OfficerState> {

    private static final List<Function<Integer, Fact>> FACTS = List.of(
            OfficerFacts::registered,
            OfficerFacts::restricted,
            OfficerFacts::suspended,
            OfficerFacts::returned,
            OfficerFacts::resigned,
            OfficerFacts::retired,
            OfficerFacts::dismissed,
            OfficerFacts::left,
            day -> transferred(day, "KENT"),
            day -> transferred(day, "LANCASHIRE"),
            OfficerFacts::barred,
            OfficerFacts::advised,
            OfficerFacts::delisted,
            OfficerFacts::forfeited);

    @Override
    protected Arbitrary<Fact> someFacts() {
        return Combinators.combine(Arbitraries.of(FACTS), Arbitraries.integers().between(1, 9))
                .as(Function::apply);
    }

    @Override
    protected List<Fact> usualBeginning() {
        return List.of(registered(1));
    }

    @Override
    protected RecordId record() {
        return RecordId.of(new OfficerId("LAN-O-17"));
    }

    @Override
    protected Ledger<OfficerState> emptyLedger() {
        return new Ledger<>(new OfficerRules());
    }

    @Override
    protected OfficerState foldedFromScratch(List<InEffect> inOrder) {
        return OfficerState.of(inOrder);
    }

    @Override
    protected RecordOracle emptySlowRecord() {
        return new RecordOracle(OfficerOracle::mayFollow);
    }
}
