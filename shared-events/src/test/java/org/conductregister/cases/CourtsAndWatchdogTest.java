package org.conductregister.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.cases.CaseFile.A1;
import static org.conductregister.cases.CaseFile.day;

import org.conductregister.facts.CaseFact;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.terms.InvestigationMode;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Months;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Sentence;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.codes.WatchdogCode;
import org.conductregister.terms.states.CriminalState;
import org.conductregister.terms.states.MisconductState;
import org.conductregister.terms.states.ReferralState;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the tracks of others: the courts with an allegation, the watchdog with a case. */
class CourtsAndWatchdogTest {

    private static final OfficerCharged CHARGED = new OfficerCharged(day(2), A1, null, null);
    private static final CriminalVerdictReached CONVICTED =
            new CriminalVerdictReached(day(3), A1, Verdict.CONVICTED, null);
    private static final SentencePassed JAILED =
            new SentencePassed(day(4), A1, Sentence.IMPRISONMENT, new Months(18), null);

    @Nested
    class TheCourts {

        @Test
        void chargeConvictAndSentence() {
            var track = CaseFile.withAllegation()
                    .logged(CHARGED, CONVICTED, JAILED)
                    .allegation()
                    .criminal();

            assertThat(track)
                    .isEqualTo(new CriminalTrack(CriminalState.CONVICTED, Sentence.IMPRISONMENT, new Months(18)));
        }

        @Test
        void areNotDoneBeforeTheSentence() {
            var file = CaseFile.withAllegation().logged(CHARGED, CONVICTED, JAILED, new CaseClosed(day(2), null));

            assertThat(file.asAt(2).finalised()).isFalse();
            assertThat(file.asAt(3).finalised()).isFalse();
            assertThat(file.asAt(4).finalised()).isTrue();
        }

        @Test
        void beginAnewWithANewCharge() {
            var track = CaseFile.withAllegation()
                    .logged(CHARGED, CONVICTED, JAILED, new OfficerCharged(day(9), A1, null, null))
                    .allegation()
                    .criminal();

            assertThat(track).isEqualTo(new CriminalTrack(CriminalState.CHARGED, null, null));
        }

        @Test
        void haveTheGravestPartOfASentenceStand() {
            var fined = new SentencePassed(day(5), A1, Sentence.FINE, null, null);
            var longer = new SentencePassed(day(6), A1, Sentence.IMPRISONMENT, new Months(24), null);
            var shorter = new SentencePassed(day(7), A1, Sentence.IMPRISONMENT, new Months(6), null);

            assertThat(stateAfter(CHARGED, CONVICTED, fined, JAILED).sentence()).isEqualTo(Sentence.IMPRISONMENT);
            assertThat(stateAfter(CHARGED, CONVICTED, JAILED, fined))
                    .isEqualTo(new CriminalTrack(CriminalState.CONVICTED, Sentence.IMPRISONMENT, new Months(18)));
            assertThat(stateAfter(CHARGED, CONVICTED, JAILED, longer, shorter).months())
                    .isEqualTo(new Months(24));
        }

        @Test
        void haveNoSentenceStandOnceTheConvictionIsQuashed() {
            var quashed = new ConvictionQuashed(day(5), A1, null);

            assertThat(stateAfter(CHARGED, CONVICTED, JAILED, quashed))
                    .isEqualTo(new CriminalTrack(CriminalState.CONVICTION_QUASHED, null, null));
            assertThat(stateAfter(CHARGED, CONVICTED, JAILED, quashed, JAILED).sentence())
                    .isNull();
        }

        @Test
        void haveTheMatterBeforeThemFromTheChargeOn() {
            assertThat(stateAfter(CHARGED).beforeACourt()).isTrue();
            assertThat(stateAfter(CHARGED, CONVICTED).beforeACourt()).isTrue();
            assertThat(stateAfter(CHARGED, new CriminalVerdictReached(day(3), A1, Verdict.ACQUITTED, null))
                            .beforeACourt())
                    .isTrue();
            assertThat(stateAfter(CHARGED, CONVICTED, new ConvictionQuashed(day(5), A1, null))
                            .beforeACourt())
                    .isTrue();
        }

        @Test
        void haveNothingBeforeThemWithACautionOrADiscontinuedCase() {
            assertThat(stateAfter(new CautionGiven(day(2), A1, null)).beforeACourt())
                    .isFalse();
            assertThat(stateAfter(CHARGED, new CriminalCaseDiscontinued(day(3), A1, null))
                            .beforeACourt())
                    .isFalse();
            assertThat(stateAfter(new CaseClosed(day(2), null)).beforeACourt()).isFalse();
        }

        @Test
        void saidNothingOnMisconduct() {
            var allegation = CaseFile.withAllegation()
                    .logged(
                            CHARGED,
                            new CriminalVerdictReached(day(3), A1, Verdict.ACQUITTED, null),
                            new MisconductOutcomeImposed(day(4), A1, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, null))
                    .allegation();

            assertThat(allegation.criminal().state()).isEqualTo(CriminalState.ACQUITTED);
            assertThat(allegation.misconduct().state()).isEqualTo(MisconductState.DISMISSAL_WITHOUT_NOTICE);
            assertThat(allegation.pending()).isTrue();
        }

        private CriminalTrack stateAfter(CaseFact... facts) {
            return CaseFile.withAllegation().logged(facts).allegation().criminal();
        }
    }

    @Nested
    class TheWatchdog {

        private static final CaseReferredToWatchdog REFERRED =
                new CaseReferredToWatchdog(day(2), ReferralBasis.MANDATORY, null, null);

        @Test
        void isTheIopcWhereNoneIsNamed() {
            var referral =
                    CaseFile.opened().logged(REFERRED).state().latestReferral().orElseThrow();

            assertThat(referral.watchdog()).isEqualTo(new WatchdogCode("IOPC"));
            assertThat(referral.referredOn()).isEqualTo(day(2));
            assertThat(referral.state()).isEqualTo(ReferralState.AWAITING_DECISION);
        }

        @Test
        void hasNothingToDoWithACaseNotReferred() {
            assertThat(CaseFile.opened()
                            .logged(decided(3, InvestigationMode.INDEPENDENT))
                            .state()
                            .latestReferral())
                    .isEmpty();
        }

        @ParameterizedTest
        @EnumSource(value = InvestigationMode.class, mode = EnumSource.Mode.EXCLUDE, names = "RETURNED_TO_FORCE")
        void requiresAnInvestigationInEveryModeButOne(InvestigationMode mode) {
            assertThat(referralAfter(REFERRED, decided(3, mode))).isEqualTo(ReferralState.UNDER_INVESTIGATION);
        }

        @Test
        void returnsWhatNeedsNone() {
            assertThat(referralAfter(
                            REFERRED,
                            decided(3, InvestigationMode.RETURNED_TO_FORCE),
                            new InvestigationStarted(day(4), null),
                            new InvestigationCompleted(day(5), null)))
                    .isEqualTo(ReferralState.RETURNED);
        }

        @Test
        void isDoneWhenTheInvestigationItRequiredIs() {
            assertThat(referralAfter(
                            REFERRED,
                            decided(3, InvestigationMode.DIRECTED),
                            new InvestigationStarted(day(4), null),
                            new InvestigationCompleted(day(5), null)))
                    .isEqualTo(ReferralState.CONCLUDED);
        }

        @Test
        void isDoneWhenTheCaseIsClosedAndStaysSoWhenItReopens() {
            assertThat(referralAfter(
                            REFERRED,
                            decided(3, InvestigationMode.LOCAL),
                            new CaseClosed(day(4), null),
                            new CaseReopened(day(5), new FreeText("new evidence"), null),
                            new InvestigationStarted(day(6), null)))
                    .isEqualTo(ReferralState.CONCLUDED);
        }

        @Test
        void mayDecideAnew() {
            assertThat(referralAfter(
                            REFERRED,
                            decided(3, InvestigationMode.LOCAL),
                            new InvestigationStarted(day(4), null),
                            new InvestigationCompleted(day(5), null),
                            decided(6, InvestigationMode.INDEPENDENT)))
                    .isEqualTo(ReferralState.UNDER_INVESTIGATION);
        }

        @Test
        void mayGetACaseTwiceAndDecidesOnTheLater() {
            var referrals = CaseFile.opened()
                    .logged(
                            REFERRED,
                            decided(3, InvestigationMode.RETURNED_TO_FORCE),
                            new CaseReferredToWatchdog(day(4), ReferralBasis.CALLED_IN, null, null),
                            decided(5, InvestigationMode.INDEPENDENT))
                    .state()
                    .referrals();

            assertThat(referrals)
                    .extracting(Referral::state)
                    .containsExactly(ReferralState.RETURNED, ReferralState.UNDER_INVESTIGATION);
        }

        private static InvestigationModeDecided decided(int day, InvestigationMode mode) {
            return new InvestigationModeDecided(day(day), mode, null);
        }

        private ReferralState referralAfter(CaseFact... facts) {
            return CaseFile.withAllegation()
                    .logged(facts)
                    .state()
                    .latestReferral()
                    .orElseThrow()
                    .state();
        }
    }
}
