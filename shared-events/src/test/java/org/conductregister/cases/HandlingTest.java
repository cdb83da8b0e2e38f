package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.A1;
import static org.conductregister.cases.CaseFile.A2;
import static org.conductregister.cases.CaseFile.day;

import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.Severity;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.states.HandlingStatus;
import org.conductregister.terms.states.Stage;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** How a case and its allegations are handled: pending, closed, pending again. */
class HandlingTest {

    private static final FreeText REASON = new FreeText("a witness has come forward");

    @Nested
    class ACase {

        @Test
        void isNothingBeforeItIsOpened() {
            assertThat(CaseState.NEW.opened()).isFalse();
            assertThat(CaseFile.opened().asAt(1).opened()).isTrue();
        }

        @Test
        void keepsHowItWasOpened() {
            var opening = CaseFile.opened().state().opening();

            assertThat(opening.openedOn()).isEqualTo(day(1));
            assertThat(opening.force()).isEqualTo(new ForceCode("KENT"));
            assertThat(opening.kind()).isEqualTo(CaseKind.COMPLAINT);
            assertThat(opening.tags()).isEqualTo(Tags.of("VAWG"));
        }

        @Test
        void isClosedByCaseClosedAlone() {
            var file = CaseFile.withAllegation().logged(new NoFurtherActionTaken(day(2), A1, null));

            assertThat(file.state().status()).isEqualTo(HandlingStatus.PENDING);
            assertThat(file.logged(new CaseClosed(day(3), null)).state().status())
                    .isEqualTo(HandlingStatus.CLOSED);
            assertThat(file.state().closedOn()).isEqualTo(day(3));
        }

        @Test
        void isReadyToCloseOnceNoAllegationIsPending() {
            var file = CaseFile.withTwoAllegations().logged(new NoFurtherActionTaken(day(2), A1, null));

            assertThat(file.state().readyToClose()).isFalse();
            assertThat(file.logged(new AllegationWithdrawn(day(3), A2, null))
                            .state()
                            .readyToClose())
                    .isTrue();
            assertThat(file.logged(new CaseClosed(day(4), null)).state().readyToClose())
                    .isFalse();
        }

        @Test
        void withoutAllegationsIsNotReadyToClose() {
            assertThat(CaseFile.opened().state().readyToClose()).isFalse();
        }

        @Test
        void canBeReopenedAndClosedAgain() {
            var file = CaseFile.withAllegation()
                    .logged(
                            new CaseClosed(day(3), null),
                            new CaseReopened(day(5), REASON, null),
                            new CaseClosed(day(9), null));

            assertThat(file.asAt(4).status()).isEqualTo(HandlingStatus.CLOSED);
            assertThat(file.asAt(5).status()).isEqualTo(HandlingStatus.PENDING);
            assertThat(file.asAt(9).closedOn()).isEqualTo(day(9));
        }
    }

    @Nested
    class AnAllegation {

        @Test
        void existsFromTheDayItIsReported() {
            var file = CaseFile.opened().logged(CaseFile.reported(A1, 4));

            assertThat(file.asAt(3).allegations()).isEmpty();
            assertThat(file.asAt(4).allegations().get(A1).reportedOn()).isEqualTo(day(4));
            assertThat(file.allegation().tags()).isEqualTo(Tags.of("CUSTODY_SEARCH"));
        }

        @Test
        void isPendingUntilItIsClosed() {
            assertThat(CaseFile.withAllegation().allegation().pending()).isTrue();
            assertThat(closedBy(new AllegationClosed(day(2), A1, null, null, null)))
                    .isEqualTo(HandlingTrack.Ending.CLOSED);
            assertThat(closedBy(new NoFurtherActionTaken(day(2), A1, null)))
                    .isEqualTo(HandlingTrack.Ending.NO_FURTHER_ACTION);
            assertThat(closedBy(new AllegationWithdrawn(day(2), A1, null))).isEqualTo(HandlingTrack.Ending.WITHDRAWN);
            assertThat(closedBy(new CaseClosed(day(2), null))).isEqualTo(HandlingTrack.Ending.WITH_ITS_CASE);
        }

        private HandlingTrack.Ending closedBy(CaseFact fact) {
            return CaseFile.withAllegation()
                    .logged(fact)
                    .allegation()
                    .handling()
                    .ending();
        }

        @Test
        void keepsItsOwnEndingWhenItsCaseIsClosed() {
            var file = CaseFile.withAllegation()
                    .logged(new AllegationWithdrawn(day(2), A1, null), new CaseClosed(day(3), null));

            assertThat(file.allegation().handling().ending()).isEqualTo(HandlingTrack.Ending.WITHDRAWN);
        }

        @Test
        void isPendingAgainAfterReopeningOnlyIfItsCaseHadClosedIt() {
            var file = CaseFile.withTwoAllegations()
                    .logged(
                            new NoFurtherActionTaken(day(2), A1, null),
                            new CaseClosed(day(3), null),
                            new CaseReopened(day(4), REASON, null));

            assertThat(file.state().allegations().get(A1).pending()).isFalse();
            assertThat(file.state().allegations().get(A2).pending()).isTrue();
        }

        @Test
        void takesTheFindingItWasClosedWith() {
            var file = CaseFile.withAllegation()
                    .logged(new AllegationClosed(
                            day(2), A1, new FindingCode("SUSTAINED"), MisconductOutcome.REFLECTIVE_PRACTICE, null));

            assertThat(file.allegation().handling().finding()).isEqualTo(new FindingCode("SUSTAINED"));
            assertThat(file.allegation().misconduct().outcome()).isEqualTo(MisconductOutcome.REFLECTIVE_PRACTICE);
        }

        @Test
        void keepsTheFindingOfTheHearingWhenClosedWithoutOne() {
            var file = CaseFile.withAllegation()
                    .logged(
                            new MisconductFindingMade(day(2), A1, MisconductFinding.GROSS_MISCONDUCT, null),
                            new AllegationClosed(day(3), A1, null, null, null));

            assertThat(file.allegation().handling().finding()).isEqualTo(new FindingCode("GROSS_MISCONDUCT"));
        }

        @Test
        void isAgainstWhoeverIsIdentified() {
            var unnamed = new AllegationReported(
                    day(1), A1, CaseFile.reported(A1, 1).category(), null, null, null, null, null);
            var file = CaseFile.opened().logged(unnamed, new OfficerIdentified(day(4), A1, new OfficerId("O9"), null));

            assertThat(file.asAt(3).allegations().get(A1).officerId()).isNull();
            assertThat(file.allegation().officerId()).isEqualTo(new OfficerId("O9"));
            assertThat(file.allegation().tags()).isEqualTo(Tags.NONE);
        }

        @Test
        void isLeftAloneByFactsAboutAnother() {
            var before = CaseFile.withAllegation();
            var after = CaseFile.withAllegation()
                    .logged(
                            new NoFurtherActionTaken(day(2), A2, null),
                            new OfficerCharged(day(2), A2, null, null),
                            new SeverityAssessed(day(2), A2, Severity.MISCONDUCT, null));

            assertThat(after.state()).isEqualTo(before.state());
        }
    }

    @Nested
    class TheStage {

        @Test
        void goesOnAsTheCaseDoes() {
            var file = CaseFile.withAllegation()
                    .logged(
                            new SeverityAssessed(day(2), A1, Severity.GROSS_MISCONDUCT, null),
                            new InvestigationStarted(day(3), null),
                            new InvestigationSuspended(day(4), null),
                            new InvestigationResumed(day(5), null),
                            new InvestigationCompleted(day(6), null),
                            new ProceedingsListed(day(7), A1, ProceedingsKind.HEARING, null),
                            new ProceedingsWithdrawn(day(8), A1, null, null),
                            new NoFurtherActionTaken(day(9), A1, null));

            assertThat(stages(file))
                    .containsExactly(
                            Stage.REPORTED,
                            Stage.ASSESSED,
                            Stage.INVESTIGATING,
                            Stage.INVESTIGATION_SUSPENDED,
                            Stage.INVESTIGATING,
                            Stage.AWAITING_DECISION,
                            Stage.IN_PROCEEDINGS,
                            Stage.AWAITING_DECISION,
                            Stage.CLOSED);
        }

        private List<Stage> stages(CaseFile file) {
            return IntStream.rangeClosed(1, 9)
                    .mapToObj(file::asAt)
                    .map(state -> state.stageOf(state.allegations().get(A1)))
                    .toList();
        }
    }
}
