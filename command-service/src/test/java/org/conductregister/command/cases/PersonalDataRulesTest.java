package org.conductregister.command.cases;

import static org.conductregister.command.cases.CaseFacts.A;
import static org.conductregister.command.cases.CaseFacts.CASE;
import static org.conductregister.command.cases.CaseFacts.closed;
import static org.conductregister.command.cases.CaseFacts.opened;
import static org.conductregister.command.cases.CaseFacts.reported;
import static org.conductregister.command.decisions.Rule.LEGAL_HOLD;
import static org.conductregister.command.decisions.Rule.LEGAL_HOLD_ALREADY;
import static org.conductregister.command.decisions.Rule.LEGAL_HOLD_NONE;
import static org.conductregister.command.decisions.Rule.PERSONAL_DATA_FACT_NOT_CORRECTABLE;
import static org.conductregister.command.decisions.Rule.STILL_PENDING;
import static org.conductregister.command.entries.RecordFixture.corrected;
import static org.conductregister.command.entries.RecordFixture.day;
import static org.conductregister.command.entries.RecordFixture.redated;
import static org.conductregister.command.entries.RecordFixture.retracted;

import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.PersonalDataFact.LegalHoldPlaced;
import org.conductregister.facts.PersonalDataFact.LegalHoldReleased;
import org.conductregister.facts.PersonalDataFact.PersonalDataErased;
import org.conductregister.terms.text.Grounds;
import org.junit.jupiter.api.Test;

/** Holding and erasing the personal data of a case. */
class PersonalDataRulesTest {

    private static final Grounds WHY = new Grounds("the period has ended");

    private static PersonalDataFact held(int day) {
        return new LegalHoldPlaced(day(day), WHY);
    }

    private static PersonalDataFact released(int day) {
        return new LegalHoldReleased(day(day), WHY);
    }

    private static PersonalDataFact erased(int day) {
        return new PersonalDataErased(day(day), WHY);
    }

    @Test
    void aHoldIsPlacedOnceUntilItIsReleased() {
        CASE.given(opened(1)).when(held(2)).recorded();
        CASE.given(opened(1), held(2)).when(held(3)).refused(LEGAL_HOLD_ALREADY);
        CASE.given(opened(1), held(2)).when(released(3)).recorded();
        CASE.given(opened(1), held(2), released(3)).when(released(4)).refused(LEGAL_HOLD_NONE);
        CASE.given(opened(1), held(2), released(3)).when(held(4)).recorded();
    }

    @Test
    void whatIsHeldIsNotErased() {
        CASE.given(opened(1), closed(2), held(3)).when(erased(4)).refused(LEGAL_HOLD);
        CASE.given(opened(1), closed(2), held(3), released(4)).when(erased(5)).recorded();
    }

    @Test
    void whatIsPendingIsNotErased() {
        CASE.given(opened(1)).when(erased(2)).refused(STILL_PENDING);
        CASE.given(opened(1), reported(1, A)).when(erased(2)).refused(STILL_PENDING);
        CASE.given(opened(1), reported(1, A), closed(2)).when(erased(3)).recorded();
    }

    @Test
    void whatWasHeldOrErasedIsNotCorrected() {
        var erased = CASE.given(opened(1), closed(2), erased(3));

        erased.when(retracted(3)).refused(PERSONAL_DATA_FACT_NOT_CORRECTABLE);
        erased.when(redated(3, 2)).refused(PERSONAL_DATA_FACT_NOT_CORRECTABLE);
        erased.when(corrected(3, closed(2))).refused(PERSONAL_DATA_FACT_NOT_CORRECTABLE);
    }
}
