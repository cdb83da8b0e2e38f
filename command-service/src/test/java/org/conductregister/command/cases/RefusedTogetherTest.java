package org.conductregister.command.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.cases.CaseFacts.A;
import static org.conductregister.command.cases.CaseFacts.B;
import static org.conductregister.command.cases.CaseFacts.ended;
import static org.conductregister.command.cases.CaseFacts.note;
import static org.conductregister.command.cases.CaseFacts.opened;
import static org.conductregister.command.cases.CaseFacts.reported;
import static org.conductregister.command.decisions.Rule.ALLEGATION_UNKNOWN;
import static org.conductregister.command.decisions.Rule.ENTRY_UNKNOWN;
import static org.conductregister.command.entries.RecordFixture.TODAY;
import static org.conductregister.command.entries.RecordFixture.day;
import static org.conductregister.command.entries.RecordFixture.entry;
import static org.conductregister.command.entries.RecordFixture.retracted;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Ledger.RefusedTogether;
import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Refusal.MarkedDuplicate;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

/** Tests that of several entries to be recorded together, each that is at fault is named by its place. */
class RefusedTogetherTest {

    private static final RecordId CASE = RecordId.of(new CaseId("LAN-2020-0001"));

    private final Ledger<CaseState> ledger = new Ledger<>(new CaseRules());

    @Test
    void nothingIsRefusedThatTheOthersMakePossible() {
        assertThat(refusals(closedBeforeItIsReported())).isEmpty();
        given(opened(1), reported(1, A), ended(4, A));
        assertThat(refusals(retracted(3), retracted(2))).isEmpty();
        assertThat(ledger.has(entry(3))).isTrue();
        assertThat(ledger.has(entry(4))).isFalse();
    }

    private static Fact[] closedBeforeItIsReported() {
        return new Fact[] {ended(4, A), reported(2, A), opened(1)};
    }

    @Test
    void eachThatIsWrongByItselfIsNamed() {
        given(opened(1));

        assertThat(refusals(note(TODAY + 1, "early"), note(TODAY, "today"), retracted(9), ended(2, B)))
                .containsExactly(
                        new RefusedTogether(0, new InTheFuture(day(TODAY + 1), day(TODAY))),
                        new RefusedTogether(2, new RuleBroken(ENTRY_UNKNOWN)));
    }

    @Test
    void aCaseThatIsMarkedAsADuplicateTakesCorrectionsAlone() {
        var original = new CaseId("LAN-2020-0002");
        given(opened(1), new CaseMarkedDuplicate(day(2), original, new FreeText("sent twice"), null));

        assertThat(refusals(note(3, "rang back")))
                .containsExactly(new RefusedTogether(0, new MarkedDuplicate(RecordId.of(original))));
        assertThat(refusals(retracted(2))).isEmpty();
    }

    @Test
    void eachThatIsImpossibleInTheEndIsNamed() {
        given(opened(1), ended(3, A));

        assertThat(refusals(note(4, "why"), ended(5, B), ended(6, A)))
                .containsExactly(
                        new RefusedTogether(1, new RuleBroken(ALLEGATION_UNKNOWN)),
                        new RefusedTogether(2, new RuleBroken(ALLEGATION_UNKNOWN)));
    }

    @Test
    void whatIsRecordedAndWouldBecomeImpossibleIsNamedWithoutAPlace() {
        given(opened(1), reported(1, A), ended(4, A));

        assertThat(refusals(retracted(2)))
                .containsExactly(new RefusedTogether(
                        -1,
                        new LaterFactImpossible(
                                FactType.named("AllegationClosed").orElseThrow(),
                                day(4),
                                entry(3),
                                ALLEGATION_UNKNOWN)));
    }

    private void given(Fact... facts) {
        for (var fact : facts) {
            ledger.record(entry((int) ledger.version() + 1), fact);
        }
    }

    private List<RefusedTogether> refusals(Fact... facts) {
        var entries = new ArrayList<Entry>();
        for (var fact : facts) {
            entries.add(new Entry(entry((int) ledger.version() + entries.size() + 1), CASE, fact));
        }
        return ledger.refusalsOfAll(entries, day(TODAY));
    }
}
