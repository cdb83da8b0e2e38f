package org.conductregister.command.officers;

import static org.conductregister.command.decisions.Rule.*;
import static org.conductregister.command.entries.RecordFixture.retracted;
import static org.conductregister.command.officers.OfficerFacts.*;

import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OfficerRecordTest {

    static OfficerFact[] waysToLeave() {
        return new OfficerFact[] {resigned(5), retired(5), dismissed(5), left(5)};
    }

    static OfficerFact[] whatOnlyBefallsOneWhoServes() {
        return new OfficerFact[] {
            restricted(6),
            suspended(6),
            returned(6),
            resigned(6),
            retired(6),
            dismissed(6),
            left(6),
            transferred(6, "KENT")
        };
    }

    @Test
    void anOfficerNeedNotBeRegisteredFirst() {
        OFFICER.givenNothing().when(suspended(3)).recorded();
        OFFICER.givenNothing().when(resigned(3)).recorded();
        OFFICER.givenNothing().when(barred(3)).recorded();
    }

    @Test
    void anOfficerIsRegisteredOnce() {
        OFFICER.given(registered(1)).when(registered(2)).refused(OFFICER_ALREADY_REGISTERED);
    }

    @ParameterizedTest
    @MethodSource("waysToLeave")
    void oneWhoComesBackIsRegisteredAgain(OfficerFact leaving) {
        OFFICER.given(registered(1), leaving).when(registered(9), suspended(10)).recorded();
    }

    @ParameterizedTest
    @MethodSource("whatOnlyBefallsOneWhoServes")
    void oneWhoHasLeftNeitherServesNorLeavesAgain(OfficerFact fact) {
        OFFICER.given(registered(1), resigned(5)).when(fact).refused(OFFICER_HAS_LEFT);
    }

    @Test
    void oneWhoHasLeftIsStillBarredAndLosesThePension() {
        OFFICER.given(registered(1), resigned(5))
                .when(advised(6), barred(9), forfeited(9))
                .recorded();
    }

    @Test
    void oneWhoIsSuspendedStillServes() {
        OFFICER.given(registered(1), suspended(2))
                .when(transferred(3, "KENT"), restricted(4), resigned(5))
                .recorded();
    }

    @Test
    void anOfficerIsSuspendedOnce() {
        OFFICER.given(registered(1), suspended(2)).when(suspended(3)).refused(OFFICER_ALREADY_SUSPENDED);
    }

    @Test
    void anOfficerIsPutOnRestrictedDutiesOnce() {
        OFFICER.given(registered(1), restricted(2)).when(restricted(3)).refused(OFFICER_ALREADY_RESTRICTED);
        OFFICER.given(registered(1), restricted(2), suspended(3))
                .when(restricted(4))
                .recorded();
    }

    @Test
    void oneOnFullDutiesDoesNotReturnToThem() {
        OFFICER.given(registered(1)).when(returned(2)).refused(OFFICER_ON_FULL_DUTIES);
        OFFICER.given(registered(1), suspended(2)).when(returned(3)).recorded();
    }

    @Test
    void anOfficerIsTransferredToAnotherForce() {
        OFFICER.given(registered(1)).when(transferred(2, "LANCASHIRE")).refused(OFFICER_ALREADY_IN_FORCE);
        OFFICER.given(registered(1)).when(transferred(2, "KENT")).recorded();
        OFFICER.given(registered(1), transferred(2, "KENT"))
                .when(transferred(3, "LANCASHIRE"))
                .recorded();
    }

    @Test
    void theBarredListIsGraverThanTheAdvisoryOne() {
        OFFICER.given(advised(1)).when(barred(2)).recorded();
        OFFICER.given(barred(1)).when(barred(2)).refused(OFFICER_ALREADY_LISTED);
        OFFICER.given(barred(1)).when(advised(2)).refused(OFFICER_ALREADY_LISTED);
        OFFICER.given(advised(1)).when(advised(2)).refused(OFFICER_ALREADY_LISTED);
    }

    @Test
    void onlyWhoIsOnAListIsTakenOffIt() {
        OFFICER.given(registered(1)).when(delisted(2)).refused(OFFICER_NOT_LISTED);
        OFFICER.given(barred(1)).when(delisted(2)).recorded();
        OFFICER.given(advised(1)).when(delisted(2)).recorded();
    }

    @Test
    void aPensionIsForfeitedOnce() {
        OFFICER.given(forfeited(1)).when(forfeited(2)).refused(PENSION_ALREADY_FORFEITED);
    }

    @Test
    void aLateResignationIsRefusedForTheSakeOfWhatOnlyBefallsOneWhoServes() {
        OFFICER.given(registered(1), suspended(5))
                .when(resigned(4))
                .refusedForTheSakeOf(2, OfficerSuspended.class, 5, OFFICER_HAS_LEFT);
    }

    @Test
    void aRetractedResignationLeavesTheOfficerServing() {
        OFFICER.given(registered(1), resigned(5), retracted(2))
                .when(suspended(6))
                .recorded();
    }
}
