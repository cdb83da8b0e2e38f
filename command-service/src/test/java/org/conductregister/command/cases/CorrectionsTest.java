package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.TODAY;
import static org.conductregister.command.entries.RecordFixture.corrected;
import static org.conductregister.command.entries.RecordFixture.day;
import static org.conductregister.command.entries.RecordFixture.redated;
import static org.conductregister.command.entries.RecordFixture.retracted;

import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.command.decisions.Refusal.MarkedDuplicate;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.AllegationWithdrawn;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

/** Nothing is edited or deleted: a wrong entry is retracted or re-dated by a further one, and all must still make sense. */
class CorrectionsTest {

    @Test
    void aWrongEntryIsRetracted() {
        CASE.given(opened(1), reported(1, A), ended(4, A)).when(retracted(3)).recorded();
    }

    @Test
    void whatARetractedFactHadEndedGoesOn() {
        CASE.given(opened(1), reported(1, A), ended(4, A), retracted(3))
                .when(withdrawn(5, A))
                .recorded();
    }

    @Test
    void aWrongIdentificationIsRetractedThenLoggedAnew() {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A), identified(2, A), retracted(3))
                .when(identified(2, A))
                .recorded();
    }

    @Test
    void whatALaterFactRestsOnIsNotRetracted() {
        CASE.given(opened(1), reported(1, A), ended(4, A))
                .when(retracted(2))
                .refusedForTheSakeOf(3, AllegationClosed.class, 4, ALLEGATION_UNKNOWN);
        CASE.given(opened(1), closed(3))
                .when(retracted(1))
                .refusedForTheSakeOf(2, CaseClosed.class, 3, CASE_NOT_OPENED);
    }

    @Test
    void nothingIsLoggedOnACaseWhoseOpeningWasRetracted() {
        var retracted = CASE.given(opened(1), retracted(1));

        retracted.when(note(2, "rang back")).refused(CASE_RETRACTED);
        retracted.when(reported(2, A)).refused(CASE_RETRACTED);
        retracted.when(ended(2, A)).refused(CASE_RETRACTED);
        retracted.when(opened(2)).recorded();
        retracted.when(retracted(2)).recorded();
    }

    @Test
    void aCaseOpenedAnewIsNoRetractedCase() {
        CASE.given(opened(1), retracted(1), opened(3))
                .when(note(2, "rang back"))
                .refused(OCCURRED_BEFORE_CASE_OPENED);
    }

    @Test
    void nothingIsLoggedOnAnAllegationWhoseReportWasRetracted() {
        var retracted = CASE.given(opened(1), reported(2, A), retracted(2));

        retracted.when(ended(3, A)).refused(ALLEGATION_RETRACTED);
        retracted.when(ended(3, B)).refused(ALLEGATION_UNKNOWN);
        retracted.when(reported(3, A)).recorded();
        CASE.given(opened(1), reported(2, A), retracted(2), reported(5, A))
                .when(ended(3, A))
                .refused(OCCURRED_BEFORE_ALLEGATION_REPORTED);
    }

    @Test
    void onlyAnEntryOfThisRecordIsCorrected() {
        CASE.given(opened(1)).when(retracted(7)).refused(ENTRY_UNKNOWN);
        CASE.given(opened(1)).when(redated(7, 2)).refused(ENTRY_UNKNOWN);
        CASE.givenNothing().when(retracted(1)).refused(ENTRY_UNKNOWN);
    }

    @Test
    void aRetractedEntryIsNotCorrectedAgain() {
        var retracted = CASE.given(opened(1), note(2, "rang back"), retracted(2));

        retracted.when(retracted(2)).refused(ENTRY_ALREADY_RETRACTED);
        retracted.when(redated(2, 3)).refused(ENTRY_ALREADY_RETRACTED);
    }

    @Test
    void aRetractionIsRetractedAndTheEntryStandsAgain() {
        CASE.given(opened(1), reported(1, A), ended(4, A), retracted(3))
                .when(retracted(4))
                .recorded();
        CASE.given(opened(1), reported(1, A), ended(4, A), retracted(3), retracted(4))
                .when(withdrawn(5, A))
                .refused(ALLEGATION_ALREADY_CLOSED);
    }

    @Test
    void anEntryThatStandsAgainCanBeRetractedAgain() {
        CASE.given(opened(1), note(2, "rang back"), retracted(2), retracted(3))
                .when(retracted(2))
                .recorded();
    }

    @Test
    void aRetractionIsNotRetractedWhereItsEntryWouldNoLongerFit() {
        CASE.given(opened(1), reported(1, A), ended(4, A), retracted(3), withdrawn(6, A))
                .when(retracted(4))
                .refusedForTheSakeOf(5, AllegationWithdrawn.class, 6, ALLEGATION_ALREADY_CLOSED);
    }

    @Test
    void aRedatedEntryTakesItsPlaceOnItsNewDay() {
        CASE.given(opened(1), reported(5, A)).when(redated(2, 3)).recorded();
        CASE.given(opened(1), reported(5, A), redated(2, 3)).when(ended(4, A)).recorded();
    }

    @Test
    void aRedatedEntryIsHeldToWhatWasTrueOnItsNewDay() {
        CASE.given(opened(3), reported(5, A)).when(redated(2, 2)).refused(OCCURRED_BEFORE_CASE_OPENED);
        CASE.given(opened(1), reported(3, A), ended(5, A))
                .when(redated(3, 2))
                .refused(OCCURRED_BEFORE_ALLEGATION_REPORTED);
    }

    @Test
    void redatingIsRefusedForTheSakeOfWhatWouldComeBefore() {
        CASE.given(opened(1), reported(3, A))
                .when(redated(1, 4))
                .refusedForTheSakeOf(2, AllegationReported.class, 3, CASE_NOT_OPENED);
    }

    @Test
    void aRedatedEntryKeepsItsPlaceAmongThoseOfItsNewDay() {
        CASE.given(opened(1), reported(1, A), ended(4, A), closed(6))
                .when(redated(3, 6))
                .recorded();
        CASE.given(opened(1), reported(1, A), closed(6), ended(4, A))
                .when(redated(4, 6))
                .refused(CASE_CLOSED);
    }

    @Test
    void ofSeveralRedatingsTheLastHolds() {
        CASE.given(opened(1), reported(9, A), redated(2, 3), redated(2, 7))
                .when(ended(5, A))
                .refused(OCCURRED_BEFORE_ALLEGATION_REPORTED);
    }

    @Test
    void aRetractedRedatingLeavesTheDayBeforeIt() {
        CASE.given(opened(1), reported(9, A), redated(2, 3), redated(2, 7), retracted(4))
                .when(ended(5, A))
                .recorded();
    }

    @Test
    void aRedatingIsNotRetractedWhereTheOldDayNoLongerFits() {
        CASE.given(opened(1), reported(9, A), redated(2, 3), ended(5, A))
                .when(retracted(3))
                .refusedForTheSakeOf(4, AllegationClosed.class, 5, ALLEGATION_UNKNOWN);
    }

    @Test
    void aCorrectionHasNoDayToBeRedated() {
        CASE.given(opened(1), note(2, "rang back"), retracted(2))
                .when(redated(3, 4))
                .refused(CORRECTION_NOT_REDATABLE);
    }

    @Test
    void nothingIsRedatedIntoTheFuture() {
        CASE.given(opened(1)).when(redated(1, TODAY + 1)).refused(new InTheFuture(day(TODAY + 1), day(TODAY)));
    }

    @Test
    void anEntryIsCorrectedInOneStepWhateverOfItIsWrong() {
        CASE.given(opened(1), reported(2, A), ended(4, A))
                .when(corrected(2, reportedAgainstNobodyKnown(3, A)))
                .recorded();
        CASE.given(opened(1), reported(2, A), ended(4, A))
                .when(corrected(3, ended(6, A)))
                .recorded();
    }

    @Test
    void whatACorrectionLeavesMustMakeSense() {
        CASE.given(opened(1), reported(2, A), ended(4, A))
                .when(corrected(2, reported(2, B)))
                .refusedForTheSakeOf(3, AllegationClosed.class, 4, ALLEGATION_UNKNOWN);
        CASE.given(opened(1), reported(2, A), ended(4, A))
                .when(corrected(2, reported(5, A)))
                .refusedForTheSakeOf(3, AllegationClosed.class, 4, ALLEGATION_UNKNOWN);
        CASE.given(opened(3), reported(3, A)).when(corrected(2, reported(2, A))).refused(OCCURRED_BEFORE_CASE_OPENED);
    }

    @Test
    void whatIsRecordedLaterIsJudgedByWhatIsCorrected() {
        var corrected = CASE.given(opened(1), reported(2, A), corrected(2, reported(2, B)));

        corrected.when(ended(4, B)).recorded();
        corrected.when(ended(4, A)).refused(ALLEGATION_UNKNOWN);
        corrected.when(retracted(3)).recorded();
    }

    @Test
    void aCorrectionIsRetractedLikeAnyEntry() {
        CASE.given(opened(1), reported(2, A), corrected(2, reported(2, B)), retracted(3))
                .when(ended(4, A))
                .recorded();
        CASE.given(opened(1), reported(2, A), corrected(2, reported(2, B)), ended(4, B))
                .when(retracted(3))
                .refusedForTheSakeOf(4, AllegationClosed.class, 4, ALLEGATION_UNKNOWN);
    }

    @Test
    void aFactIsCorrectedToOneOfItsKindAndACorrectionIsNotCorrected() {
        CASE.given(opened(1), reported(2, A)).when(corrected(2, ended(2, A))).refused(CORRECTED_TO_ANOTHER_KIND);
        CASE.given(opened(1), reported(2, A), retracted(2))
                .when(corrected(3, reported(2, A)))
                .refused(CORRECTION_NOT_CORRECTABLE);
        CASE.given(opened(1), reported(2, A), retracted(2))
                .when(corrected(2, reported(2, A)))
                .refused(ENTRY_ALREADY_RETRACTED);
        CASE.given(opened(1)).when(corrected(7, opened(1))).refused(ENTRY_UNKNOWN);
        CASE.given(opened(1))
                .when(corrected(1, opened(TODAY + 1)))
                .refused(new InTheFuture(day(TODAY + 1), day(TODAY)));
    }

    @Test
    void aRedatingAfterACorrectionIsOfWhatWasCorrected() {
        var both = CASE.given(opened(1), reported(2, A), corrected(2, reported(4, B)), redated(2, 6));

        both.when(ended(5, B)).refused(OCCURRED_BEFORE_ALLEGATION_REPORTED);
        both.when(ended(6, B)).recorded();
        CASE.given(opened(1), reported(2, A), redated(2, 6), corrected(2, reported(4, B)))
                .when(ended(5, B))
                .recorded();
    }

    @Test
    void aCaseIsMarkedADuplicateOnceAndOfAnother() {
        CASE.given(opened(1)).when(duplicateOf("C-2")).recorded();
        CASE.given(opened(1), duplicateOf("C-2")).when(duplicateOf("C-3")).refused(ALREADY_MARKED_DUPLICATE);
        CASE.given(opened(1)).when(duplicateOf(CASE.id())).refused(DUPLICATE_OF_ITSELF);
        CASE.givenNothing().when(duplicateOf("C-2")).refused(CASE_NOT_OPENED);
    }

    @Test
    void factsGoOnTheCaseThatADuplicateNames() {
        var marked = CASE.given(opened(1), duplicateOf("C-2"));
        var there = new MarkedDuplicate(RecordId.of(new CaseId("C-2")));

        marked.when(reported(2, A)).refused(there);
        marked.when(note(2, "rang back")).refused(there);
        marked.when(retracted(2)).recorded();
        marked.when(retracted(2), note(2, "rang back")).recorded();
    }

    private static CaseMarkedDuplicate duplicateOf(String original) {
        return new CaseMarkedDuplicate(day(TODAY), new CaseId(original), new FreeText("sent twice"), null);
    }
}
