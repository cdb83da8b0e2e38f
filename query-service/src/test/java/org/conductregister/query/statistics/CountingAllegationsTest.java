package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.query.statistics.ScriptedRegister.entryId;
import static org.conductregister.query.statistics.ScriptedRegister.recordedAt;
import static org.conductregister.query.statistics.ScriptedRegister.withAnAllegation;
import static org.conductregister.query.statistics.Unit.ALLEGATIONS;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.query.pointintime.PointInTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CountingAllegationsTest {

    private static final String EVER_AFTER = "2019-01-01";

    private final ScriptedRegister register = withAnAllegation();

    @ParameterizedTest
    @ValueSource(strings = {"AllegationClosed", "NoFurtherActionTaken", "AllegationWithdrawn", "CaseClosed"})
    void anAllegationIsPendingFromItsReportUntilItIsEnded(String ending) {
        register.log("2012-03-01 case/C1 " + ending + (ending.equals("CaseClosed") ? "" : " allegationId=A1"));

        assertThat(register.counts(ALLEGATIONS, "status", "2012-01-01")).isEmpty();
        assertThat(register.counts(ALLEGATIONS, "status", "2012-01-02")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(ALLEGATIONS, "status", "2012-02-29")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(ALLEGATIONS, "status", "2012-03-01")).isEqualTo(Map.of("CLOSED", 1L));
    }

    @Test
    void onlyWhatTheCaseHadClosedIsPendingAgainWhenTheCaseReopens() {
        register.log(
                "2012-01-02 case/C1 AllegationReported allegationId=A2 category=STALKING",
                "2012-02-01 case/C1 NoFurtherActionTaken allegationId=A2",
                "2012-03-01 case/C1 CaseClosed",
                "2012-04-01 case/C1 CaseReopened reason=evidence");

        assertThat(register.counts(ALLEGATIONS, "status", "2012-03-31")).isEqualTo(Map.of("CLOSED", 2L));
        assertThat(register.counts(ALLEGATIONS, "status", "2012-04-01")).isEqualTo(Map.of("CLOSED", 1L, "PENDING", 1L));
    }

    @Test
    void aClosedAllegationIsFinalisedOnceTheConvictedIsSentenced() {
        register.log(
                "2012-02-01 case/C1 OfficerCharged allegationId=A1",
                "2012-03-01 case/C1 CaseClosed",
                "2012-04-01 case/C1 CriminalVerdictReached allegationId=A1 verdict=CONVICTED",
                "2012-05-01 case/C1 SentencePassed allegationId=A1 sentence=IMPRISONMENT months=20");

        assertThat(register.counts(ALLEGATIONS, "finalised", "2012-03-01")).isEqualTo(Map.of(false, 1L));
        assertThat(register.counts(ALLEGATIONS, "finalised", "2012-04-30")).isEqualTo(Map.of(false, 1L));
        assertThat(register.counts(ALLEGATIONS, "finalised", "2012-05-01")).isEqualTo(Map.of(true, 1L));
    }

    @Test
    void courtComesBeforeLeftAndLeftBeforeSanctionedAndSanctionedBeforePending() {
        register.log(
                "2012-02-01 case/C1 MisconductOutcomeImposed allegationId=A1 outcome=WRITTEN_WARNING",
                "2012-03-01 officer/O1 OfficerResigned",
                "2012-04-01 case/C1 OfficerCharged allegationId=A1");

        assertThat(register.counts(ALLEGATIONS, "result", "2012-01-31")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(ALLEGATIONS, "result", "2012-02-01")).isEqualTo(Map.of("SANCTIONED", 1L));
        assertThat(register.counts(ALLEGATIONS, "result", "2012-03-01")).isEqualTo(Map.of("LEFT", 1L));
        assertThat(register.counts(ALLEGATIONS, "result", "2012-04-01")).isEqualTo(Map.of("COURT", 1L));
        assertThat(register.counts(ALLEGATIONS, "status", "2012-04-01")).isEqualTo(Map.of("PENDING", 1L));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CautionGiven", "CriminalCaseDiscontinued"})
    void aCautionOrADiscontinuedCaseIsNotCourt(String fact) {
        if (fact.equals("CriminalCaseDiscontinued")) {
            register.log("2012-02-01 case/C1 OfficerCharged allegationId=A1");
        }
        register.log(
                "2012-02-02 case/C1 " + fact + " allegationId=A1",
                "2012-03-01 case/C1 AllegationClosed allegationId=A1");

        assertThat(register.counts(ALLEGATIONS, "result", "2012-02-02")).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(ALLEGATIONS, "result", EVER_AFTER)).isEqualTo(Map.of("NO_FURTHER_ACTION", 1L));
    }

    @Test
    void whoHadLeftBeforeTheReportHasNotLeftOverIt() {
        register.log("2012-01-01 officer/O1 OfficerRetired");

        assertThat(register.counts(ALLEGATIONS, "result", EVER_AFTER)).isEqualTo(Map.of("PENDING", 1L));
        assertThat(register.counts(ALLEGATIONS, "employment", EVER_AFTER)).isEqualTo(Map.of("RETIRED", 1L));
    }

    @Test
    void whoLeftOnTheDayOfTheReportHasLeftOverIt() {
        register.log("2012-01-02 officer/O1 OfficerRetired");

        assertThat(register.counts(ALLEGATIONS, "result", EVER_AFTER)).isEqualTo(Map.of("LEFT", 1L));
    }

    @Test
    void wouldHaveBeenDismissedIsLeftAndDismissesNobody() {
        register.log("2012-05-01 case/C1 MisconductOutcomeImposed allegationId=A1 outcome=WOULD_HAVE_BEEN_DISMISSED");

        assertThat(register.counts(ALLEGATIONS, "result", EVER_AFTER)).isEqualTo(Map.of("LEFT", 1L));
        assertThat(register.counts(ALLEGATIONS, "employment", EVER_AFTER)).isEqualTo(Map.of("UNKNOWN", 1L));
    }

    @Test
    void aDismissalOrderedInOneCaseEndsTheEmploymentSeenInEveryOther() {
        register.log(
                "2012-01-01 officer/O1 OfficerRegistered force=KENT workforce=POLICE_OFFICER",
                "2012-03-01 case/C2 CaseOpened force=KENT kind=COMPLAINT source=PUBLIC",
                "2012-03-01 case/C2 AllegationReported allegationId=A1 officerId=O1 category=STALKING",
                "2012-05-01 case/C1 MisconductOutcomeImposed allegationId=A1 outcome=DISMISSAL_WITHOUT_NOTICE",
                "2012-06-01 case/C1 AppealLodged allegationId=A1",
                "2012-07-01 case/C1 AppealDecided allegationId=A1 result=UPHELD");

        assertThat(register.counts(ALLEGATIONS, "employment", "2012-04-30")).isEqualTo(Map.of("SERVING", 2L));
        assertThat(register.counts(ALLEGATIONS, "employment", "2012-05-01")).isEqualTo(Map.of("DISMISSED", 2L));
        assertThat(register.counts(ALLEGATIONS, "result", "2012-06-30")).isEqualTo(Map.of("LEFT", 2L));
        assertThat(register.counts(ALLEGATIONS, "misconduct", "2012-06-30"))
                .isEqualTo(Map.of("APPEALED", 1L, "NONE", 1L));
        assertThat(register.counts(ALLEGATIONS, "employment", "2012-07-01")).isEqualTo(Map.of("SERVING", 2L));
        assertThat(register.counts(ALLEGATIONS, "result", "2012-07-01")).isEqualTo(Map.of("PENDING", 2L));
    }

    @Test
    void anAppealUpheldWithNothingInItsPlaceSetsFindingAndOutcomeAside() {
        register.log(
                "2012-05-01 case/C1 MisconductFindingMade allegationId=A1 finding=MISCONDUCT",
                "2012-05-01 case/C1 MisconductOutcomeImposed allegationId=A1 outcome=WRITTEN_WARNING",
                "2012-06-01 case/C1 AppealLodged allegationId=A1",
                "2012-07-01 case/C1 AppealDecided allegationId=A1 result=UPHELD");

        assertThat(register.counts(ALLEGATIONS, "finding", "2012-06-30")).isEqualTo(Map.of("MISCONDUCT", 1L));
        assertThat(register.counts(ALLEGATIONS, "finding", "2012-07-01")).isEqualTo(Map.of("NONE", 1L));
        assertThat(register.counts(ALLEGATIONS, "outcome", "2012-07-01")).isEqualTo(Map.of("NONE", 1L));
    }

    @Test
    void aTagOfTheCaseIsOneOfItsAllegations() {
        register.log(
                "2012-01-01 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE tags=CUSTODY_SEARCH",
                "2012-01-02 case/C2 AllegationReported allegationId=A1 category=RAPE tags=VAWG",
                "2012-01-02 case/C2 AllegationReported allegationId=A2 category=RAPE");
        var everything = Population.EVERYTHING;

        assertThat(register.total(ALLEGATIONS, everything, EVER_AFTER)).isEqualTo(3);
        assertThat(register.total(ALLEGATIONS, everything.with(Filter.TAG, "CUSTODY_SEARCH"), EVER_AFTER))
                .isEqualTo(2);
        assertThat(register.total(ALLEGATIONS, everything.with(Filter.TAG, "CUSTODY_SEARCH", "VAWG"), EVER_AFTER))
                .isEqualTo(2);
        assertThat(register.total(ALLEGATIONS, everything.with(Filter.WITHOUT_TAG, "VAWG"), EVER_AFTER))
                .isEqualTo(2);
        assertThat(register.total(ALLEGATIONS, everything.with(Filter.WITHOUT_TAG, "CUSTODY_SEARCH"), EVER_AFTER))
                .isEqualTo(1);
    }

    @Test
    void whatIsLoggedLateHadHappenedThenButWasNotKnownThen() {
        register.log("2012-06-01 case/C1 NoteAdded text=later", "2012-02-01 case/C1 CautionGiven allegationId=A1");

        assertThat(register.counts(ALLEGATIONS, "criminal", "2012-02-01")).isEqualTo(Map.of("CAUTIONED", 1L));
        assertThat(knownAt(3, "criminal", "2012-02-01")).isEqualTo(Map.of("NONE", 1L));
        assertThat(knownAt(4, "criminal", "2012-01-31")).isEqualTo(Map.of("NONE", 1L));
    }

    @Test
    void whatIsRetractedStillCountsAsItWasKnownBefore() {
        register.log(
                "2012-02-01 case/C1 CautionGiven allegationId=A1",
                "2015-02-01 case/C1 EntryRetracted retracts=" + entryId(3) + " reason=slip",
                "2015-02-01 case/C1 EntryRetracted retracts=" + entryId(4) + " reason=none");

        assertThat(knownAt(3, "criminal", "2012-02-01")).isEqualTo(Map.of("CAUTIONED", 1L));
        assertThat(knownAt(4, "criminal", "2012-02-01")).isEqualTo(Map.of("NONE", 1L));
        assertThat(knownAt(5, "criminal", "2012-02-01")).isEqualTo(Map.of("CAUTIONED", 1L));
    }

    @Test
    void whatIsRedatedCountsFromItsNewDayAndKeepsItsPlaceWithinIt() {
        register.log(
                "2012-02-01 case/C1 CautionGiven allegationId=A1",
                "2012-03-01 case/C1 OfficerCharged allegationId=A1",
                "2012-03-01 case/C1 EntryRedated redates=" + entryId(3) + " newOccurredOn=2012-03-01 reason=slip");

        assertThat(knownAt(4, "criminal", "2012-02-29")).isEqualTo(Map.of("CAUTIONED", 1L));
        assertThat(knownAt(5, "criminal", "2012-02-29")).isEqualTo(Map.of("NONE", 1L));
        assertThat(knownAt(5, "criminal", "2012-03-01")).isEqualTo(Map.of("CHARGED", 1L));
    }

    @Test
    void knownNowIsKnownAtTheLastEntry() {
        var asked = new Question(
                ALLEGATIONS,
                Population.EVERYTHING,
                List.of(),
                new PointInTime(LocalDate.of(2012, 1, 1), PointInTime.NOW));

        assertThat(register.statistics().count(asked).knownAt()).isEqualTo(recordedAt(2));
        assertThat(register.statistics().count(asked).position()).isEqualTo(2);
    }

    private Map<Object, Long> knownAt(int entry, String dimension, String asAt) {
        return register.counts(ALLEGATIONS, Population.EVERYTHING, dimension, asAt, recordedAt(entry));
    }
}
