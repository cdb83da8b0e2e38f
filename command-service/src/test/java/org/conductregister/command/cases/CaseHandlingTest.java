package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;

import org.conductregister.command.decisions.Refusal.RuleBroken;
import org.conductregister.facts.CaseFact;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opening, accusing, closing and reopening. */
class CaseHandlingTest {

    @Test
    void aCaseBeginsWithItsOpening() {
        CASE.givenNothing().when(opened(1)).recorded();
    }

    @Test
    void nothingIsLoggedOnACaseNeverOpened() {
        CASE.givenNothing().when(closed(1)).refused(CASE_NOT_OPENED);
        CASE.givenNothing().when(reported(1, A)).refused(CASE_NOT_OPENED);
        CASE.givenNothing().when(note(1, "rang back")).refused(CASE_NOT_OPENED);
    }

    @Test
    void aCaseIsOpenedOnce() {
        CASE.given(opened(1)).when(opened(2)).refused(CASE_ALREADY_OPENED);
    }

    @Test
    void anAllegationIsReportedOnce() {
        CASE.given(opened(1), reported(1, A)).when(reported(3, A)).refused(ALLEGATION_ALREADY_REPORTED);
    }

    @Test
    void aCaseHasManyAllegations() {
        CASE.given(opened(1), reported(1, A)).when(reported(1, B)).recorded();
    }

    @Test
    void anAllegationNobodyReportedIsUnknown() {
        CASE.given(opened(1), reported(1, A)).when(ended(3, B)).refused(ALLEGATION_UNKNOWN);
    }

    @Test
    void theOfficerIsIdentifiedWhenTheyBecomeKnown() {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A))
                .when(identified(4, A))
                .recorded();
    }

    @Test
    void anIdentificationIsNotOverwritten() {
        CASE.given(opened(1), reported(1, A)).when(identified(4, A)).refused(OFFICER_ALREADY_IDENTIFIED);
    }

    @Test
    void anAllegationEndsOnce() {
        var withdrawn = CASE.given(opened(1), reported(1, A), withdrawn(5, A));

        withdrawn.when(noFurtherAction(6, A)).refused(ALLEGATION_ALREADY_CLOSED);
        withdrawn.when(ended(6, A)).refused(ALLEGATION_ALREADY_CLOSED);
        withdrawn.when(withdrawn(6, A)).refused(ALLEGATION_ALREADY_CLOSED);
    }

    @Test
    void closingWithAnOutcomeNeedsSomebodyItIsTheOutcomeOf() {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A))
                .when(endedWith(5, A, MisconductOutcome.WRITTEN_WARNING))
                .refused(OFFICER_NOT_IDENTIFIED);
    }

    @Test
    void closingWithoutAnOutcomeNeedsNobody() {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A))
                .when(ended(5, A))
                .recorded();
    }

    @Test
    void theCaseClosesWithAllegationsStillPending() {
        CASE.given(opened(1), reported(1, A), reported(1, B), ended(4, A))
                .when(closed(5))
                .recorded();
    }

    @Test
    void aClosedCaseIsNotClosedAgain() {
        CASE.given(opened(1), closed(5)).when(closed(6)).refused(CASE_ALREADY_CLOSED);
    }

    @Test
    void onlyAClosedCaseIsReopened() {
        CASE.given(opened(1)).when(reopened(2)).refused(CASE_NOT_CLOSED);
        CASE.given(opened(1), closed(5)).when(reopened(6)).recorded();
    }

    @Test
    void reopeningMakesPendingOnlyWhatTheClosingHadClosed() {
        var reopened = CASE.given(opened(1), reported(1, A), reported(1, B), withdrawn(3, A), closed(5), reopened(6));

        reopened.when(ended(7, B)).recorded();
        reopened.when(ended(7, A)).refused(ALLEGATION_ALREADY_CLOSED);
    }

    @ParameterizedTest
    @MethodSource("whatWaitsForTheCaseToBeReopened")
    void aClosedCaseIsReopenedFirst(CaseFact fact) {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A), closed(5))
                .when(fact)
                .refused(CASE_CLOSED);
    }

    static CaseFact[] whatWaitsForTheCaseToBeReopened() {
        return new CaseFact[] {
            reported(6, B),
            identified(6, A),
            assessed(6, A),
            referred(6),
            decided(6, InvestigationMode.LOCAL),
            started(6),
            suspended(6),
            resumed(6),
            completed(6),
            caseToAnswer(6, A),
            listed(6, A),
            withdrawnFromHearing(6, A),
            found(6, A),
            dismissed(6, A),
            noFurtherAction(6, A),
            withdrawn(6, A),
            ended(6, A)
        };
    }

    @Test
    void aNoteIsTakenAtAnyTime() {
        CASE.given(opened(1), closed(5)).when(note(6, "rang back")).recorded();
    }

    @Test
    void entriesLoggedTogetherAreRecordedAllOrNone() {
        CASE.givenNothing()
                .when(opened(1), reported(1, A), ended(4, A), closed(4))
                .recorded();
        CASE.givenNothing()
                .when(opened(1), reported(1, A), ended(4, B), closed(4))
                .refused(new RuleBroken(ALLEGATION_UNKNOWN), 2);
    }
}
