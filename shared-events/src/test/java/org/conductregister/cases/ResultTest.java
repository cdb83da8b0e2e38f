package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.A1;
import static org.conductregister.cases.CaseFile.day;

import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.MisconductOutcomeImposed;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.CaseFact.OfficerCharged;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests the result of an allegation: the first that holds. */
class ResultTest {

    private static final CaseFact CHARGED = new OfficerCharged(day(3), A1, null, null);
    private static final CaseFact CLOSED = new NoFurtherActionTaken(day(9), A1, null);

    @Test
    void whatCameBeforeACourtIsThatWhateverElseHappened() {
        assertThat(after(CHARGED, imposed(MisconductOutcome.DISMISSAL_WITHOUT_NOTICE), CLOSED)
                        .result(true))
                .isEqualTo(Result.COURT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DISMISSAL_WITHOUT_NOTICE", "DISMISSAL_WITH_NOTICE", "WOULD_HAVE_BEEN_DISMISSED"})
    void whoWasOrWouldHaveBeenDismissedHasLeft(MisconductOutcome outcome) {
        assertThat(after(imposed(outcome), CLOSED).result(false)).isEqualTo(Result.LEFT);
    }

    @Test
    void whoLeftWithASanctionHasLeft() {
        var warned = after(imposed(MisconductOutcome.WRITTEN_WARNING));

        assertThat(warned.result(true)).isEqualTo(Result.LEFT);
        assertThat(warned.result(false)).isEqualTo(Result.SANCTIONED);
    }

    @Test
    void anOutcomeThatIsNoSanctionChangesNothing() {
        assertThat(after(imposed(MisconductOutcome.NO_ACTION)).result(false)).isEqualTo(Result.PENDING);
        assertThat(after(imposed(MisconductOutcome.NO_ACTION), CLOSED).result(false))
                .isEqualTo(Result.NO_FURTHER_ACTION);
    }

    @Test
    void whatIsNoneOfTheseIsPendingUntilItIsClosed() {
        assertThat(after().result(false)).isEqualTo(Result.PENDING);
        assertThat(after().handling().status()).isEqualTo(HandlingStatus.PENDING);
        assertThat(after(CLOSED).result(false)).isEqualTo(Result.NO_FURTHER_ACTION);
        assertThat(after(CLOSED).handling().status()).isEqualTo(HandlingStatus.CLOSED);
    }

    private static CaseFact imposed(MisconductOutcome outcome) {
        return new MisconductOutcomeImposed(day(5), A1, outcome, null);
    }

    private static AllegationState after(CaseFact... facts) {
        return CaseFile.withAllegation().logged(facts).allegation();
    }
}
