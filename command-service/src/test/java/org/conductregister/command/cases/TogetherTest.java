package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.TODAY;
import static org.conductregister.command.entries.RecordFixture.corrected;
import static org.conductregister.command.entries.RecordFixture.day;
import static org.conductregister.command.entries.RecordFixture.entry;
import static org.conductregister.command.entries.RecordFixture.redated;
import static org.conductregister.command.entries.RecordFixture.retracted;

import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.entries.FactType;
import org.junit.jupiter.api.Test;

/** Entries that are logged together are judged by what they leave, and recorded all or not at all. */
class TogetherTest {

    @Test
    void anOpeningAndAllThatHangsOnItGoInTogether() {
        CASE.givenNothing()
                .when(opened(1), reported(1, A), ended(4, A), closed(6))
                .recorded();
    }

    @Test
    void theOrderInWhichTheyAreSentDoesNotMatterAcrossDays() {
        CASE.givenNothing()
                .when(closed(6), ended(4, A), reported(2, A), opened(1))
                .recorded();
        CASE.givenNothing().when(reported(1, A), opened(1)).refused(new RuleBroken(OCCURRED_BEFORE_CASE_OPENED), 0);
    }

    @Test
    void theCategoryIsPutRightAfterADecisionByRetractingAndReportingAnew() {
        CASE.given(opened(1), reported(1, A), caseToAnswer(4, A))
                .when(retracted(2), reported(1, A))
                .recorded();
    }

    @Test
    void aWrongIdentificationAndTheRightOneGoInAsOneStep() {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A), identified(2, A), charged(3, A))
                .when(identified(2, A), retracted(3))
                .recorded();
    }

    @Test
    void whatIsImpossibleInTheEndIsNamedAndNothingIsRecorded() {
        CASE.given(opened(1)).when(reported(2, A), ended(4, B)).refused(new RuleBroken(ALLEGATION_UNKNOWN), 1);
        CASE.given(opened(1))
                .when(reported(3, A), ended(2, A), closed(5))
                .refused(new RuleBroken(OCCURRED_BEFORE_ALLEGATION_REPORTED), 1);
    }

    @Test
    void whatIsRecordedAndWouldBecomeImpossibleIsNamedForTheCorrection() {
        var report = new LaterFactImpossible(
                FactType.named("AllegationClosed").orElseThrow(), day(4), entry(3), ALLEGATION_UNKNOWN);

        CASE.given(opened(1), reported(1, A), ended(4, A))
                .when(note(9, "rang back"), retracted(2))
                .refused(report, 1);
    }

    @Test
    void aCorrectionMayBeOfAnEntrySentBeforeIt() {
        CASE.given(opened(1))
                .when(reported(2, A), corrected(2, reported(2, B)), ended(3, B))
                .recorded();
        CASE.given(opened(1)).when(reported(9, A), redated(2, 2), ended(3, A)).recorded();
        CASE.given(opened(1))
                .when(corrected(3, reported(2, B)), reported(2, A))
                .refused(new RuleBroken(ENTRY_UNKNOWN), 0);
    }

    @Test
    void noneOfThemIsInTheFuture() {
        CASE.given(opened(1))
                .when(reported(2, A), note(TODAY + 1, "too early"))
                .refused(new InTheFuture(day(TODAY + 1), day(TODAY)), 1);
    }

    @Test
    void whatWasImpossibleBeforeRefusesNothingNew() {
        CASE.given(opened(1), ended(3, A)).when(note(4, "one"), note(2, "two")).recorded();
    }
}
