package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.A1;
import static org.conductregister.cases.CaseFile.day;

import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.AppealResult;
import org.conductregister.terms.CaseToAnswerDecision;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.states.MisconductState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The misconduct track of an allegation. */
class MisconductTest {

    @Test
    void goesFromADecisionToAnOutcome() {
        var file = CaseFile.withAllegation()
                .logged(
                        new CaseToAnswerDecided(day(2), A1, CaseToAnswerDecision.MISCONDUCT, null),
                        listed(3),
                        found(4, MisconductFinding.MISCONDUCT),
                        imposed(5, MisconductOutcome.WRITTEN_WARNING));

        assertThat(statesUntil(5, file))
                .containsExactly(
                        MisconductState.NONE,
                        MisconductState.CASE_TO_ANSWER,
                        MisconductState.PROCEEDINGS_LISTED,
                        MisconductState.FINDING_MADE,
                        MisconductState.WRITTEN_WARNING);
    }

    @Test
    void mayEndWithNoCaseToAnswer() {
        var file = CaseFile.withAllegation()
                .logged(new CaseToAnswerDecided(day(2), A1, CaseToAnswerDecision.NO_CASE_TO_ANSWER, null));

        assertThat(file.allegation().misconduct().state()).isEqualTo(MisconductState.NO_CASE_TO_ANSWER);
        assertThat(file.allegation().misconduct().concluded()).isTrue();
    }

    @Test
    void stepsBackWhenProceedingsAreWithdrawn() {
        var file = CaseFile.withAllegation()
                .logged(
                        new CaseToAnswerDecided(day(2), A1, CaseToAnswerDecision.GROSS_MISCONDUCT, null),
                        listed(3),
                        new ProceedingsWithdrawn(day(4), A1, null, null));

        assertThat(file.allegation().misconduct().state()).isEqualTo(MisconductState.CASE_TO_ANSWER);
        assertThat(file.allegation().misconduct().inProceedings()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(MisconductOutcome.class)
    void eachOutcomeIsAState(MisconductOutcome outcome) {
        var file = CaseFile.withAllegation().logged(imposed(2, outcome));

        assertThat(file.allegation().misconduct().state()).hasToString(outcome.name());
    }

    @Test
    void isNotConcludedWhileListedOrFoundOrAppealed() {
        var file = CaseFile.withAllegation()
                .logged(
                        listed(2),
                        found(3, MisconductFinding.GROSS_MISCONDUCT),
                        imposed(4, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE),
                        appealed(5),
                        appealDecided(6, AppealResult.DISMISSED, null));

        assertThat(IntStream.rangeClosed(1, 6).mapToObj(day -> track(file, day).concluded()))
                .containsExactly(true, false, false, true, false, true);
    }

    @Test
    void isConcludedWhenNothingWasProved() {
        var file = CaseFile.withAllegation().logged(listed(2), found(3, MisconductFinding.NOT_PROVEN));

        assertThat(file.allegation().misconduct().concluded()).isTrue();
    }

    @Test
    void whileAppealedTheOutcomeStaysInForce() {
        var file =
                CaseFile.withAllegation().logged(imposed(2, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE), appealed(3));

        assertThat(file.allegation().misconduct().state()).isEqualTo(MisconductState.APPEALED);
        assertThat(file.allegation().misconduct().outcome()).isEqualTo(MisconductOutcome.DISMISSAL_WITHOUT_NOTICE);
        assertThat(file.allegation().misconduct().dismissedOn()).isEqualTo(day(2));
    }

    @Test
    void anAppealDismissedLeavesTheOutcome() {
        var file = appealDecided(AppealResult.DISMISSED, null);

        assertThat(file.misconduct().state()).isEqualTo(MisconductState.DISMISSAL_WITHOUT_NOTICE);
        assertThat(file.misconduct().dismissedOn()).isEqualTo(day(3));
    }

    @Test
    void anAppealUpheldWithNothingInItsPlaceSetsFindingAndOutcomeAside() {
        var allegation = appealDecided(AppealResult.UPHELD, null);
        var track = allegation.misconduct();

        assertThat(allegation.handling().finding()).isNull();
        assertThat(track.state()).isEqualTo(MisconductState.NONE);
        assertThat(track.outcome()).isNull();
        assertThat(track.finding()).isNull();
        assertThat(track.dismissedOn()).isNull();
        assertThat(track.concluded()).isTrue();
    }

    @Test
    void ofEarlierVersionsAnAppealUpheldWithALesserOutcomePutsThatInItsPlace() {
        var track = appealDecided(AppealResult.UPHELD, MisconductOutcome.WRITTEN_WARNING)
                .misconduct();

        assertThat(track.state()).isEqualTo(MisconductState.WRITTEN_WARNING);
        assertThat(track.outcomeOn()).isEqualTo(day(5));
    }

    @Test
    void anAppealMayVaryTheOutcome() {
        var track = appealDecided(AppealResult.OUTCOME_VARIED, MisconductOutcome.FINAL_WRITTEN_WARNING)
                .misconduct();

        assertThat(track.state()).isEqualTo(MisconductState.FINAL_WRITTEN_WARNING);
        assertThat(track.finding()).isEqualTo(MisconductFinding.GROSS_MISCONDUCT);
        assertThat(track.dismissedOn()).isNull();
    }

    @Test
    void ofEarlierVersionsAnAppealThatVariesWithoutSayingHowLeavesTheOutcome() {
        var track = appealDecided(AppealResult.OUTCOME_VARIED, null).misconduct();

        assertThat(track.state()).isEqualTo(MisconductState.DISMISSAL_WITHOUT_NOTICE);
        assertThat(track.appealed()).isFalse();
        assertThat(track.dismissedOn()).isEqualTo(day(3));
    }

    @Test
    void anOutcomeConfirmedIsNotNotifiedAnew() {
        var track = appealDecided(AppealResult.OUTCOME_VARIED, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE)
                .misconduct();

        assertThat(track.dismissedOn()).isEqualTo(day(3));
    }

    @Test
    void onlyADismissalEndsTheEmployment() {
        assertThat(List.of(MisconductOutcome.values()))
                .filteredOn(MisconductOutcome::isDismissal)
                .containsExactly(MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, MisconductOutcome.DISMISSAL_WITH_NOTICE);
    }

    @Test
    void noOutcomeIsBothASanctionAndADismissal() {
        assertThat(List.of(MisconductOutcome.values()))
                .filteredOn(MisconductOutcome::isSanction)
                .containsExactly(
                        MisconductOutcome.REDUCTION_IN_RANK,
                        MisconductOutcome.FINAL_WRITTEN_WARNING,
                        MisconductOutcome.WRITTEN_WARNING,
                        MisconductOutcome.MANAGEMENT_ADVICE,
                        MisconductOutcome.REFLECTIVE_PRACTICE);
    }

    private static AllegationState appealDecided(AppealResult result, MisconductOutcome outcome) {
        return CaseFile.withAllegation()
                .logged(
                        listed(2),
                        found(3, MisconductFinding.GROSS_MISCONDUCT),
                        imposed(3, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE),
                        appealed(4),
                        appealDecided(5, result, outcome))
                .allegation();
    }

    private static List<MisconductState> statesUntil(int day, CaseFile file) {
        return IntStream.rangeClosed(1, day)
                .mapToObj(then -> track(file, then).state())
                .toList();
    }

    private static MisconductTrack track(CaseFile file, int day) {
        return file.asAt(day).allegations().get(A1).misconduct();
    }

    private static ProceedingsListed listed(int day) {
        return new ProceedingsListed(day(day), A1, ProceedingsKind.HEARING, null);
    }

    private static MisconductFindingMade found(int day, MisconductFinding finding) {
        return new MisconductFindingMade(day(day), A1, finding, null);
    }

    private static MisconductOutcomeImposed imposed(int day, MisconductOutcome outcome) {
        return new MisconductOutcomeImposed(day(day), A1, outcome, null);
    }

    private static AppealLodged appealed(int day) {
        return new AppealLodged(day(day), A1, null);
    }

    private static AppealDecided appealDecided(int day, AppealResult result, MisconductOutcome outcome) {
        return new AppealDecided(day(day), A1, result, outcome, null);
    }
}
