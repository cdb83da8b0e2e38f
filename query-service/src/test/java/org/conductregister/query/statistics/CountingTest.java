package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.query.statistics.ScriptedRegister.withACase;
import static org.conductregister.query.statistics.ScriptedRegister.withAnAllegation;
import static org.conductregister.query.statistics.Unit.CASES;
import static org.conductregister.query.statistics.Unit.OFFICERS;
import static org.conductregister.query.statistics.Unit.REFERRALS;
import static org.conductregister.query.statistics.Unit.RESPONSES;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.PointInTime;
import org.junit.jupiter.api.Test;

class CountingTest {

    private static final String EVER_AFTER = "2019-01-01";

    @Test
    void aCaseWhoseAllegationsAreAllClosedIsPendingUntilItIsClosedItself() {
        var register = withAnAllegation()
                .log("2012-02-01 case/C1 AllegationClosed allegationId=A1", "2012-03-01 case/C1 CaseClosed");

        assertThat(register.counts(CASES, "status", "2012-02-29")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(CASES, "status", "2012-03-01")).isEqualTo(Map.of("CLOSED", 1L));
    }

    @Test
    void aCaseIsCountedOnceHoweverManyOfItsAllegationsMatch() {
        var register = withAnAllegation().log("2012-01-02 case/C1 AllegationReported allegationId=A2 category=RAPE");

        assertThat(register.total(CASES, Population.EVERYTHING.with(Filter.CATEGORY, "RAPE"), EVER_AFTER))
                .isEqualTo(1);
    }

    @Test
    void oneAllegationOfACaseMustMeetAllThatIsAsked() {
        var register = withACase()
                .log(
                        "2012-01-02 case/C1 AllegationReported allegationId=A1 category=RAPE tags=VAWG",
                        "2012-01-02 case/C1 AllegationReported allegationId=A2 category=STALKING");
        var withoutTag = Population.EVERYTHING.with(Filter.WITHOUT_TAG, "VAWG");

        assertThat(register.total(CASES, withoutTag.with(Filter.CATEGORY, "STALKING"), EVER_AFTER))
                .isEqualTo(1);
        assertThat(register.total(CASES, withoutTag.with(Filter.CATEGORY, "RAPE"), EVER_AFTER))
                .isZero();
    }

    @Test
    void aCaseWithoutAllegationsCountsUnlessSomethingOfAllegationsIsAsked() {
        var register =
                withACase().log("2012-01-01 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE tags=CUSTODY");

        assertThat(register.counts(CASES, "allegationCount", EVER_AFTER)).isEqualTo(Map.of(0, 2L));
        assertThat(register.total(CASES, Population.EVERYTHING.with(Filter.TAG, "CUSTODY"), EVER_AFTER))
                .isEqualTo(1);
        assertThat(register.total(CASES, Population.EVERYTHING.with(Filter.CATEGORY, "RAPE"), EVER_AFTER))
                .isZero();
        assertThat(register.total(CASES, Population.EVERYTHING.with(Filter.WORKFORCE, "UNKNOWN"), EVER_AFTER))
                .isZero();
    }

    @Test
    void aPersonIsCountedOnceAndIsPendingWhileAnyOfTheirAllegationsIs() {
        var register = withAnAllegation()
                .log(
                        "2012-01-03 case/C1 AllegationReported allegationId=A2 officerId=O1 category=STALKING",
                        "2012-02-01 case/C1 AllegationClosed allegationId=A1",
                        "2012-03-01 case/C1 AllegationClosed allegationId=A2");

        assertThat(register.counts(OFFICERS, "status", "2012-02-29")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(OFFICERS, "status", "2012-03-01")).isEqualTo(Map.of("CLOSED", 1L));
    }

    @Test
    void ofAPersonOnlyTheAllegationsInThePopulationCount() {
        var register = withAnAllegation()
                .log(
                        "2012-01-03 case/C1 AllegationReported allegationId=A2 officerId=O1 category=STALKING",
                        "2012-02-01 case/C1 AllegationClosed allegationId=A1");
        var rape = Population.EVERYTHING.with(Filter.CATEGORY, "RAPE");

        assertThat(register.counts(OFFICERS, rape, "status", EVER_AFTER, ScriptedRegister.recordedAt(9)))
                .isEqualTo(Map.of("CLOSED", 1L));
    }

    /** Convicted comes before charged, and charged before a conviction that was quashed. */
    @Test
    void ofSeveralAllegationsTheGravestIsThePersons() {
        var register = withAnAllegation()
                .log(
                        "2012-01-03 case/C1 AllegationReported allegationId=A2 officerId=O1 category=STALKING",
                        "2012-02-01 case/C1 OfficerCharged allegationId=A1",
                        "2012-03-01 case/C1 CriminalVerdictReached allegationId=A1 verdict=CONVICTED",
                        "2012-04-01 case/C1 ConvictionQuashed allegationId=A1",
                        "2012-05-01 case/C1 OfficerCharged allegationId=A2");

        assertThat(register.counts(OFFICERS, "criminal", "2012-02-29")).isEqualTo(Map.of("CHARGED", 1L));
        assertThat(register.counts(OFFICERS, "criminal", "2012-03-31")).isEqualTo(Map.of("CONVICTED", 1L));
        assertThat(register.counts(OFFICERS, "criminal", "2012-04-30")).isEqualTo(Map.of("CONVICTION_QUASHED", 1L));
        assertThat(register.counts(OFFICERS, "criminal", "2012-05-01")).isEqualTo(Map.of("CHARGED", 1L));
    }

    @Test
    void whoIsNotIdentifiedIsNoPersonYet() {
        var register = withACase()
                .log(
                        "2012-01-02 case/C1 AllegationReported allegationId=A1 category=RAPE",
                        "2012-06-01 case/C1 OfficerIdentified allegationId=A1 officerId=O1");

        assertThat(register.total(OFFICERS, Population.EVERYTHING, "2012-05-31"))
                .isZero();
        assertThat(register.total(OFFICERS, Population.EVERYTHING, "2012-06-01"))
                .isEqualTo(1);
    }

    @Test
    void aPersonsForceIsTheOneTheyServeInOrTheirCasesWhereTheyAreNotRegistered() {
        var register = withAnAllegation()
                .log(
                        "2012-01-02 case/C2 CaseOpened force=DORSET kind=CONDUCT source=POLICE",
                        "2012-01-02 case/C2 AllegationReported allegationId=A1 officerId=O1 category=RAPE",
                        "2012-02-01 officer/O1 OfficerRegistered force=ESSEX workforce=POLICE_STAFF",
                        "2012-03-01 officer/O1 OfficerTransferred force=SURREY");

        assertThat(register.counts(OFFICERS, "force", "2012-01-31")).isEqualTo(Map.of("DORSET", 1L));
        assertThat(register.counts(OFFICERS, "workforce", "2012-01-31")).isEqualTo(Map.of("UNKNOWN", 1L));
        assertThat(register.counts(OFFICERS, "force", "2012-02-01")).isEqualTo(Map.of("ESSEX", 1L));
        assertThat(register.counts(OFFICERS, "workforce", "2012-02-01")).isEqualTo(Map.of("POLICE_STAFF", 1L));
        assertThat(register.counts(OFFICERS, "force", "2012-03-01")).isEqualTo(Map.of("SURREY", 1L));
        assertThat(register.total(OFFICERS, Population.EVERYTHING.with(Filter.FORCE, "KENT"), EVER_AFTER))
                .isEqualTo(1);
        assertThat(register.total(OFFICERS, Population.EVERYTHING.with(Filter.FORCE, "SURREY"), EVER_AFTER))
                .isZero();
    }

    @Test
    void theListsAndThePensionAreAPersons() {
        var register = withAnAllegation()
                .log(
                        "2012-02-01 officer/O1 OfficerPlacedOnAdvisoryList",
                        "2012-03-01 officer/O1 OfficerBarred",
                        "2012-03-01 officer/O1 PensionForfeited",
                        "2012-04-01 officer/O1 OfficerDelisted");

        assertThat(register.counts(OFFICERS, "barred", "2012-02-01")).isEqualTo(Map.of("ADVISORY", 1L));
        assertThat(register.counts(OFFICERS, "barred", "2012-03-01")).isEqualTo(Map.of("BARRED", 1L));
        assertThat(register.counts(OFFICERS, "barred", "2012-04-01")).isEqualTo(Map.of("NONE", 1L));
        assertThat(register.counts(OFFICERS, "pension", "2012-02-29")).isEqualTo(Map.of("KEPT", 1L));
        assertThat(register.counts(OFFICERS, "pension", "2012-03-01")).isEqualTo(Map.of("FORFEITED", 1L));
    }

    @Test
    void aReferralThatIsReturnedWasNeverOngoing() {
        var register = withACase()
                .log(
                        "2012-02-01 case/C1 CaseReferredToWatchdog basis=MANDATORY",
                        "2012-03-01 case/C1 InvestigationModeDecided mode=RETURNED_TO_FORCE");

        assertThat(register.counts(REFERRALS, "referral", "2012-02-29")).isEqualTo(Map.of("AWAITING_DECISION", 1L));
        assertThat(register.counts(REFERRALS, "referral", "2012-03-01")).isEqualTo(Map.of("RETURNED", 1L));
    }

    @Test
    void aRequiredInvestigationEndsWithItsCaseAndStaysSoWhenTheCaseReopens() {
        var register = withACase()
                .log(
                        "2012-02-01 case/C1 CaseReferredToWatchdog basis=VOLUNTARY",
                        "2012-03-01 case/C1 InvestigationModeDecided mode=LOCAL",
                        "2012-04-01 case/C1 CaseClosed",
                        "2012-05-01 case/C1 CaseReopened reason=evidence");

        assertThat(register.counts(REFERRALS, "referral", "2012-03-31")).isEqualTo(Map.of("UNDER_INVESTIGATION", 1L));
        assertThat(register.counts(REFERRALS, "referral", "2012-04-01")).isEqualTo(Map.of("CONCLUDED", 1L));
        assertThat(register.counts(REFERRALS, "referral", "2012-05-01")).isEqualTo(Map.of("CONCLUDED", 1L));
    }

    @Test
    void eachReferralOfACaseCountsAndTheCaseIsOfTheDayOfItsFirst() {
        var register = withACase()
                .log(
                        "2012-02-01 case/C1 CaseReferredToWatchdog basis=MANDATORY",
                        "2012-03-01 case/C1 InvestigationModeDecided mode=RETURNED_TO_FORCE",
                        "2013-02-01 case/C1 CaseReferredToWatchdog basis=CALLED_IN");
        var of2013 = Population.EVERYTHING.referred(LocalDate.of(2013, 1, 1), LocalDate.of(2013, 12, 31));

        assertThat(register.counts(REFERRALS, "referredYear", EVER_AFTER)).isEqualTo(Map.of(2012, 1L, 2013, 1L));
        assertThat(register.total(REFERRALS, of2013, EVER_AFTER)).isEqualTo(1);
        assertThat(register.total(CASES, of2013, EVER_AFTER)).isZero();
        assertThat(register.counts(CASES, "referral", EVER_AFTER)).isEqualTo(Map.of("AWAITING_DECISION", 1L));
    }

    @Test
    void answersOfLongAgoAreListedThoughTheyHaveNoDayOfReport() {
        var register = new ScriptedRegister()
                .log("1950-01-02 recommendation/R1 RecommendationIssued issuedBy=HMIC theme=CULTURE "
                        + "addressedTo=DORSET,KENT responseDueOn=1950-03-31");
        var question = new Question(
                RESPONSES,
                Population.EVERYTHING,
                List.of(),
                new PointInTime(LocalDate.of(1955, 1, 1), PointInTime.NOW));
        var ofR1 = new Listing(Map.of(), "R1"::equals, Listing.Order.AS_MET, 0, 10);

        assertThat(register.statistics().members(question, ofR1).total()).isEqualTo(2);
        assertThat(register.total(RESPONSES, Population.EVERYTHING, "1955-01-01"))
                .isEqualTo(2);
    }

    @Test
    void anAnswerThatDoesNotComeIsOverdueByItselfTheDayAfterItWasDue() {
        var register = new ScriptedRegister()
                .log(
                        "2014-01-01 recommendation/R1 RecommendationIssued issuedBy=HMIC theme=CULTURE "
                                + "addressedTo=DORSET,ESSEX,KENT responseDueOn=2014-03-31",
                        "2014-03-31 recommendation/R1 ForceResponded force=KENT",
                        "2014-04-05 recommendation/R1 ForceResponded force=ESSEX",
                        "2014-06-01 recommendation/R1 ForceProgressGraded force=KENT grade=STARTED");

        assertThat(register.counts(RESPONSES, "response", "2014-03-30")).isEqualTo(Map.of("AWAITED", 3L));
        assertThat(register.counts(RESPONSES, "response", "2014-03-31"))
                .isEqualTo(Map.of("AWAITED", 2L, "IN_TIME", 1L));
        assertThat(register.counts(RESPONSES, "response", "2014-04-01"))
                .isEqualTo(Map.of("OVERDUE", 2L, "IN_TIME", 1L));
        assertThat(register.counts(RESPONSES, "response", EVER_AFTER))
                .isEqualTo(Map.of("OVERDUE", 1L, "IN_TIME", 1L, "LATE", 1L));
        assertThat(register.counts(RESPONSES, "grade", EVER_AFTER)).isEqualTo(Map.of("NOT_GRADED", 2L, "STARTED", 1L));
    }
}
