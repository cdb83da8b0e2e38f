package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.A1;
import static org.conductregister.cases.CaseFile.day;

import java.util.List;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AppealDecided;
import org.conductregister.facts.CaseFact.AppealLodged;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.CaseFact.MisconductFindingMade;
import org.conductregister.facts.CaseFact.MisconductOutcomeImposed;
import org.conductregister.facts.CaseFact.NoFurtherActionTaken;
import org.conductregister.facts.CaseFact.OfficerCharged;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.Result;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Tests the result of an allegation: the first that holds. */
class ResultTest {

    private static final CaseFact CHARGED = new OfficerCharged(day(3), A1, null, null);
    private static final CaseFact CLOSED = new NoFurtherActionTaken(day(9), A1, null);

    @Test
    void whatCameBeforeACourtIsThatWhateverElseHappened() {
        assertThat(leaving(5, after(CHARGED, imposed(MisconductOutcome.DISMISSAL_WITHOUT_NOTICE), CLOSED)))
                .isEqualTo(Result.COURT);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"DISMISSAL_WITHOUT_NOTICE", "DISMISSAL_WITH_NOTICE", "WOULD_HAVE_BEEN_DISMISSED"})
    void whoWasOrWouldHaveBeenDismissedForItHasLeft(MisconductOutcome outcome) {
        assertThat(staying(after(imposed(outcome), CLOSED))).isEqualTo(Result.LEFT);
    }

    @Test
    void whoLeftWithASanctionHasLeft() {
        var warned = after(imposed(MisconductOutcome.WRITTEN_WARNING));

        assertThat(leaving(8, warned)).isEqualTo(Result.LEFT);
        assertThat(staying(warned)).isEqualTo(Result.SANCTIONED);
    }

    /** Reported on day 1, closed with the case on day 9, reopened on day 20, closed on day 25. */
    @ParameterizedTest
    @CsvSource({
        "1, LEFT",
        "9, LEFT",
        "10, NO_FURTHER_ACTION",
        "19, NO_FURTHER_ACTION",
        "20, LEFT",
        "25, LEFT",
        "26, NO_FURTHER_ACTION"
    })
    void whoeverLeavesHasLeftOnlyWhileItWasPending(int day, Result result) {
        var reopened = after(
                new CaseClosed(day(9), null),
                new CaseReopened(day(20), new FreeText("New evidence"), null),
                new NoFurtherActionTaken(day(25), A1, null));

        assertThat(reopened.reportedOn()).isEqualTo(day(1));
        assertThat(leaving(day, reopened)).isEqualTo(result);
        assertThat(reopened.result(List.of(day(1).minusDays(1)), finding -> false))
                .isEqualTo(Result.NO_FURTHER_ACTION);
    }

    @Test
    void anOutcomeUnderAppealIsInForce() {
        var appealed =
                after(imposed(MisconductOutcome.DISMISSAL_WITHOUT_NOTICE), new AppealLodged(day(6), A1, null), CLOSED);

        assertThat(staying(appealed)).isEqualTo(Result.LEFT);
    }

    @Test
    void anOutcomeThatIsNoSanctionChangesNothing() {
        assertThat(staying(after(imposed(MisconductOutcome.NO_ACTION)))).isEqualTo(Result.PENDING);
        assertThat(staying(after(imposed(MisconductOutcome.NO_ACTION), CLOSED))).isEqualTo(Result.NO_FURTHER_ACTION);
    }

    @ParameterizedTest
    @CsvSource({"GROSS_MISCONDUCT, UPHELD", "MISCONDUCT, UPHELD", "NOT_PROVEN, NO_FURTHER_ACTION"})
    void aFindingOfMisconductIsUpheldOnceItIsClosed(MisconductFinding finding, Result result) {
        var found = new MisconductFindingMade(day(4), A1, finding, null);

        assertThat(staying(after(found))).isEqualTo(Result.PENDING);
        assertThat(staying(after(found, CLOSED))).isEqualTo(result);
    }

    @Test
    void aFindingThatIsSetAsideIsNotUpheld() {
        var found = new MisconductFindingMade(day(4), A1, MisconductFinding.MISCONDUCT, null);
        var appeal = new AppealLodged(day(5), A1, null);
        var setAside = new AppealDecided(day(6), A1, AppealResult.UPHELD, null, null);

        assertThat(staying(after(found, appeal, setAside, CLOSED))).isEqualTo(Result.NO_FURTHER_ACTION);
    }

    @Test
    void aFindingOfTheForceIsUpheldIfItIsSaidToBe() {
        var closed = after(new AllegationClosed(day(9), A1, new FindingCode("PROVEN_IN_PART"), null, null));

        assertThat(closed.result(List.of(), finding -> finding.value().equals("PROVEN_IN_PART")))
                .isEqualTo(Result.UPHELD);
        assertThat(closed.result(List.of(), finding -> false)).isEqualTo(Result.NO_FURTHER_ACTION);
    }

    @Test
    void whatIsNoneOfTheseIsPendingUntilItIsClosed() {
        assertThat(staying(after())).isEqualTo(Result.PENDING);
        assertThat(after().handling().status()).isEqualTo(HandlingStatus.PENDING);
        assertThat(staying(after(CLOSED))).isEqualTo(Result.NO_FURTHER_ACTION);
        assertThat(after(CLOSED).handling().status()).isEqualTo(HandlingStatus.CLOSED);
    }

    private static Result staying(AllegationState allegation) {
        return allegation.result(List.of(), finding -> false);
    }

    private static Result leaving(int day, AllegationState allegation) {
        return allegation.result(List.of(day(day)), finding -> false);
    }

    private static CaseFact imposed(MisconductOutcome outcome) {
        return new MisconductOutcomeImposed(day(5), A1, outcome, null);
    }

    private static AllegationState after(CaseFact... facts) {
        return CaseFile.withAllegation().logged(facts).allegation();
    }
}
