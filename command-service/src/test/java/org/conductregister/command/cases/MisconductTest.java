package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.terms.MisconductOutcome.WOULD_HAVE_BEEN_DISMISSED;

import org.conductregister.command.entries.RecordFixture;
import org.conductregister.facts.CaseFact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The misconduct track of an allegation: independent of the criminal one, and of whether the officer still serves. */
class MisconductTest {

    private static RecordFixture<CaseRecord>.Given accused() {
        return CASE.given(opened(1), reported(1, A));
    }

    @ParameterizedTest
    @MethodSource("whatNeedsAnIdentifiedOfficer")
    void anOutcomeNeedsSomebodyItIsTheOutcomeOf(CaseFact fact) {
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A)).when(fact).refused(OFFICER_NOT_IDENTIFIED);
        CASE.given(opened(1), reportedAgainstNobodyKnown(1, A), identified(2, A))
                .when(fact)
                .recorded();
    }

    static CaseFact[] whatNeedsAnIdentifiedOfficer() {
        return new CaseFact[] {listed(5, A), found(5, A), dismissed(5, A), charged(5, A), cautioned(5, A)};
    }

    @ParameterizedTest
    @MethodSource("whatNeedsAnIdentifiedOfficer")
    void anOutcomeNeedsAnAllegationThatWasReported(CaseFact fact) {
        CASE.given(opened(1), reported(1, B)).when(fact).refused(ALLEGATION_UNKNOWN);
    }

    @Test
    void anOutcomeNeedsAnOpenCase() {
        CASE.given(opened(1), reported(1, A), closed(4)).when(dismissed(5, A)).refused(CASE_CLOSED);
        CASE.given(opened(1), reported(1, A), closed(4), reopened(5))
                .when(dismissed(6, A))
                .recorded();
    }

    @Test
    void anOutcomeIsImposedAlsoWhereNoHearingWasListed() {
        accused().when(dismissed(3, A)).recorded();
    }

    @Test
    void acquittedAndDismissedIsANormalEnd() {
        CASE.given(opened(1), reported(1, A), charged(2, A), acquitted(8, A))
                .when(dismissed(9, A))
                .recorded();
    }

    @Test
    void jailedThenDismissedIsANormalEnd() {
        CASE.given(opened(1), reported(1, A), charged(2, A), convicted(8, A), jailed(9, A))
                .when(listed(10, A), found(11, A), dismissed(11, A))
                .recorded();
    }

    @Test
    void dismissedThenChargedIsANormalEnd() {
        CASE.given(opened(1), reported(1, A), dismissed(3, A))
                .when(charged(4, A))
                .recorded();
    }

    @Test
    void leavingEndsNothing() {
        CASE.given(opened(1), reported(1, A), reported(1, B), dismissed(3, A))
                .when(
                        listed(4, B),
                        found(5, B),
                        imposed(5, B, WOULD_HAVE_BEEN_DISMISSED),
                        charged(6, B),
                        convicted(8, B))
                .recorded();
    }

    @Test
    void anAllegationThatEndedWithNoFurtherActionCanStillLeadToAnOutcome() {
        CASE.given(opened(1), reported(1, A), noFurtherAction(3, A))
                .when(dismissed(4, A))
                .recorded();
    }

    @Test
    void theGradeMayBeAssessedAgain() {
        CASE.given(opened(1), reported(1, A), assessed(2, A))
                .when(assessed(3, A))
                .recorded();
    }

    @Test
    void whetherThereIsACaseToAnswerMayBeDecidedAgain() {
        CASE.given(opened(1), reported(1, A), caseToAnswer(2, A))
                .when(caseToAnswer(3, A))
                .recorded();
    }

    @Test
    void proceedingsAreListedOnceAtATime() {
        CASE.given(opened(1), reported(1, A), listed(3, A)).when(listed(4, A)).refused(PROCEEDINGS_ALREADY_LISTED);
        CASE.given(opened(1), reported(1, A), listed(3, A), withdrawnFromHearing(4, A))
                .when(listed(5, A))
                .recorded();
    }

    @Test
    void onlyListedProceedingsAreWithdrawn() {
        accused().when(withdrawnFromHearing(3, A)).refused(PROCEEDINGS_NOT_LISTED);
    }

    @Test
    void anAppealIsAgainstAFindingOrAnOutcome() {
        accused().when(appealed(3, A)).refused(NOTHING_TO_APPEAL);
        CASE.given(opened(1), reported(1, A), found(3, A)).when(appealed(4, A)).recorded();
        CASE.given(opened(1), reported(1, A), dismissed(3, A))
                .when(appealed(4, A))
                .recorded();
    }

    @Test
    void anAppealIsDecidedBeforeTheNextIsLodged() {
        CASE.given(opened(1), reported(1, A), dismissed(3, A), appealed(4, A))
                .when(appealed(5, A))
                .refused(APPEAL_ALREADY_LODGED);
    }

    @Test
    void onlyAnAppealThatWasLodgedIsDecided() {
        CASE.given(opened(1), reported(1, A), dismissed(3, A))
                .when(appealDecided(4, A))
                .refused(APPEAL_NOT_LODGED);
    }

    @Test
    void anAppealGoesOnWhenTheCaseIsClosed() {
        CASE.given(opened(1), reported(1, A), dismissed(3, A), closed(4))
                .when(appealed(5, A), appealDecided(6, A))
                .recorded();
    }
}
