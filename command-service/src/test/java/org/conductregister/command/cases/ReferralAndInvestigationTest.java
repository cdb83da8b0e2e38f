package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.terms.InvestigationMode.*;

import org.junit.jupiter.api.Test;

class ReferralAndInvestigationTest {

    @Test
    void theWatchdogDecidesOnlyOnWhatWasReferred() {
        CASE.given(opened(1)).when(decided(2, INDEPENDENT)).refused(CASE_NOT_REFERRED);
        CASE.given(opened(1), referred(2)).when(decided(3, INDEPENDENT)).recorded();
    }

    @Test
    void aCaseAwaitingTheWatchdogsDecisionIsNotReferredAgain() {
        CASE.given(opened(1), referred(2)).when(referred(3)).refused(REFERRAL_AWAITING_DECISION);
    }

    @Test
    void aCaseTheWatchdogInvestigatesIsNotReferredAgain() {
        CASE.given(opened(1), referred(2), decided(3, DIRECTED))
                .when(referred(4))
                .refused(REFERRAL_UNDER_INVESTIGATION);
    }

    @Test
    void aCaseReturnedToTheForceCanBeReferredAgain() {
        CASE.given(opened(1), referred(2), decided(3, RETURNED_TO_FORCE))
                .when(referred(4))
                .recorded();
    }

    @Test
    void aCaseWhoseInvestigationEndedCanBeReferredAgain() {
        CASE.given(opened(1), referred(2), decided(3, LOCAL), started(4), completed(5))
                .when(referred(6))
                .recorded();
    }

    @Test
    void theWatchdogMayDecideAnew() {
        CASE.given(opened(1), referred(2), decided(3, LOCAL))
                .when(decided(4, INDEPENDENT))
                .recorded();
    }

    @Test
    void anInvestigationNeedsNoReferral() {
        CASE.given(opened(1)).when(started(2)).recorded();
    }

    @Test
    void anInvestigationUnderWayIsNotStartedAgain() {
        CASE.given(opened(1), started(2)).when(started(3)).refused(INVESTIGATION_ALREADY_STARTED);
        CASE.given(opened(1), started(2), suspended(3)).when(started(4)).refused(INVESTIGATION_ALREADY_STARTED);
    }

    @Test
    void onlyARunningInvestigationIsSuspended() {
        CASE.given(opened(1)).when(suspended(2)).refused(INVESTIGATION_NOT_RUNNING);
        CASE.given(opened(1), started(2), suspended(3)).when(suspended(4)).refused(INVESTIGATION_NOT_RUNNING);
    }

    @Test
    void onlyASuspendedInvestigationIsResumed() {
        CASE.given(opened(1), started(2)).when(resumed(3)).refused(INVESTIGATION_NOT_SUSPENDED);
        CASE.given(opened(1), started(2), suspended(3)).when(resumed(4)).recorded();
    }

    @Test
    void onlyWhatWasStartedIsCompleted() {
        CASE.given(opened(1)).when(completed(2)).refused(INVESTIGATION_NOT_STARTED);
        CASE.given(opened(1), started(2), completed(3)).when(completed(4)).refused(INVESTIGATION_NOT_STARTED);
    }

    @Test
    void aSuspendedInvestigationMayBeCompleted() {
        CASE.given(opened(1), started(2), suspended(3)).when(completed(4)).recorded();
    }

    @Test
    void aSecondInvestigationFollowsACompletedOne() {
        CASE.given(opened(1), started(2), completed(3)).when(started(4)).recorded();
    }
}
