package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.TODAY;
import static org.conductregister.command.entries.RecordFixture.day;
import static org.conductregister.command.entries.RecordFixture.retracted;

import org.conductregister.command.decisions.Refusal.InTheFuture;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.InvestigationResumed;
import org.junit.jupiter.api.Test;

/** A record must make sense in order of the day: a late entry is put in its place, and all after it is checked again. */
class OrderOfTheDayTest {

    @Test
    void aFactMayBeRecordedLate() {
        CASE.given(opened(1), reported(1, A), ended(9, A)).when(assessed(4, A)).recorded();
    }

    @Test
    void aLateEntryIsHeldToWhatWasTrueOnItsDay() {
        CASE.given(opened(1), reported(1, A), closed(5), reopened(9))
                .when(assessed(7, A))
                .refused(CASE_CLOSED);
        CASE.given(opened(1), reported(1, A), closed(5), reopened(9))
                .when(assessed(4, A))
                .recorded();
    }

    @Test
    void nothingHappensBeforeTheCaseIsOpened() {
        CASE.given(opened(5)).when(reported(4, A)).refused(OCCURRED_BEFORE_CASE_OPENED);
    }

    @Test
    void anAllegationIsNotClosedBeforeItWasReported() {
        CASE.given(opened(1), reported(5, A)).when(ended(4, A)).refused(OCCURRED_BEFORE_ALLEGATION_REPORTED);
    }

    @Test
    void onOneDayFactsApplyInTheOrderRecorded() {
        CASE.given(opened(1), reported(1, A), closed(1)).when(ended(1, A)).refused(CASE_CLOSED);
        CASE.given(opened(1), reported(1, A), ended(1, A)).when(closed(1)).recorded();
    }

    @Test
    void aLateEntryOnTheDayOfAnotherComesAfterIt() {
        CASE.given(opened(1), reported(1, A), started(4), completed(9))
                .when(suspended(4))
                .recorded();
        CASE.given(opened(1), reported(1, A), started(4), completed(9))
                .when(suspended(3))
                .refused(INVESTIGATION_NOT_RUNNING);
    }

    @Test
    void whatWouldMakeALaterFactImpossibleIsRefusedWithItsName() {
        CASE.given(opened(1), reported(1, A), ended(9, A))
                .when(withdrawn(4, A))
                .refusedForTheSakeOf(3, AllegationClosed.class, 9, ALLEGATION_ALREADY_CLOSED);
        CASE.given(opened(1), reported(7, A))
                .when(closed(6))
                .refusedForTheSakeOf(2, AllegationReported.class, 7, CASE_CLOSED);
        CASE.given(opened(5)).when(opened(2)).refusedForTheSakeOf(1, CaseOpened.class, 5, CASE_ALREADY_OPENED);
    }

    @Test
    void ofSeveralThatBecomeImpossibleTheFirstIsNamed() {
        CASE.given(opened(1), started(2), suspended(4), resumed(6), suspended(8), resumed(9))
                .when(resumed(5))
                .refusedForTheSakeOf(4, InvestigationResumed.class, 6, INVESTIGATION_NOT_SUSPENDED);
    }

    @Test
    void entriesLoggedTogetherMayBeInAnyOrderThatMakesSenseAsTheyCome() {
        CASE.givenNothing()
                .when(opened(1), reported(9, A), reported(2, B), ended(5, B), ended(9, A))
                .recorded();
    }

    @Test
    void whatWasAcceptedOnceIsNeverHeldAgainstALaterEntry() {
        var acceptedByRulesOfOld = CASE.given(opened(1), reported(1, A), closed(5), assessed(6, A), reopened(9));

        acceptedByRulesOfOld.when(caseToAnswer(3, A)).recorded();
        acceptedByRulesOfOld.when(retracted(4)).recorded();
        acceptedByRulesOfOld.when(assessed(7, A)).refused(CASE_CLOSED);
        acceptedByRulesOfOld.when(retracted(1)).refusedForTheSakeOf(2, AllegationReported.class, 1, CASE_NOT_OPENED);
    }

    @Test
    void nothingIsRecordedThatHasNotHappenedYet() {
        CASE.given(opened(1)).when(reported(TODAY, A)).recorded();
        CASE.given(opened(1)).when(reported(TODAY + 1, A)).refused(new InTheFuture(day(TODAY + 1), day(TODAY)));
    }
}
