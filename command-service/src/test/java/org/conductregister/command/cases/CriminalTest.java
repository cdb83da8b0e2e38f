package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.*;
import static org.conductregister.command.decisions.Rule.*;

import org.conductregister.command.entries.RecordFixture;
import org.junit.jupiter.api.Test;

/** The criminal track of an allegation. */
class CriminalTest {

    private static RecordFixture<CaseRecord>.Given accused() {
        return CASE.given(opened(1), reported(1, A));
    }

    private static RecordFixture<CaseRecord>.Given charged() {
        return CASE.given(opened(1), reported(1, A), CaseFacts.charged(3, A));
    }

    @Test
    void anOfficerIsChargedOnceUntilTheCourtHasDecided() {
        charged().when(CaseFacts.charged(4, A)).refused(OFFICER_ALREADY_CHARGED);
        CASE.given(opened(1), reported(1, A), CaseFacts.charged(3, A), discontinued(4, A))
                .when(CaseFacts.charged(5, A))
                .recorded();
    }

    @Test
    void aVerdictNeedsACharge() {
        accused().when(convicted(3, A)).refused(OFFICER_NOT_CHARGED);
        accused().when(acquitted(3, A)).refused(OFFICER_NOT_CHARGED);
        charged().when(acquitted(4, A)).recorded();
    }

    @Test
    void onlyAChargeIsDiscontinued() {
        accused().when(discontinued(3, A)).refused(OFFICER_NOT_CHARGED);
        charged().when(discontinued(4, A)).recorded();
    }

    @Test
    void aSentenceNeedsAConviction() {
        charged().when(jailed(4, A)).refused(OFFICER_NOT_CONVICTED);
        charged().when(convicted(4, A), jailed(5, A)).recorded();
    }

    @Test
    void onlyAConvictionIsQuashed() {
        charged().when(quashed(4, A)).refused(OFFICER_NOT_CONVICTED);
        charged().when(convicted(4, A), quashed(5, A)).recorded();
    }

    @Test
    void aCautionNeedsNoCharge() {
        accused().when(cautioned(3, A)).recorded();
    }

    @Test
    void theTrialGoesOnWhenTheCaseIsClosed() {
        CASE.given(opened(1), reported(1, A), closed(2))
                .when(CaseFacts.charged(3, A), convicted(4, A), jailed(5, A), quashed(6, A), cautioned(7, A))
                .recorded();
        CASE.given(opened(1), reported(1, A), CaseFacts.charged(2, A), closed(3))
                .when(discontinued(4, A))
                .recorded();
    }

    @Test
    void eachAllegationHasItsOwnTrial() {
        CASE.given(opened(1), reported(1, A), reported(1, B), CaseFacts.charged(3, A))
                .when(acquitted(4, B))
                .refused(OFFICER_NOT_CHARGED);
    }
}
