package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Tests that a record marked a duplicate is counted as the one it duplicates, from the instant recorded and for every
 * day.
 */
class CountingDuplicatesTest {

    private final ScriptedRegister register = ScriptedRegister.withAnAllegation();

    /** One complaint entered twice; the marking is the sixth entry. */
    private void enteredTwice() {
        register.log(
                "2012-02-03 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE",
                "2012-02-03 case/C2 AllegationReported allegationId=A1 officerId=O1 category=RAPE",
                "2012-02-10 case/C2 InvestigationStarted",
                "2012-05-01 case/C2 CaseMarkedDuplicate duplicateOf=C1 reason=twice");
    }

    @Test
    void aCaseEnteredTwiceIsOneCaseAndOneAllegationOnEveryDay() {
        enteredTwice();

        for (var day : new String[] {"2012-02-03", "2012-02-28", "2013-01-01"}) {
            assertThat(register.total(Unit.CASES, Population.EVERYTHING, day)).isEqualTo(1);
            assertThat(register.total(Unit.ALLEGATIONS, Population.EVERYTHING, day))
                    .isEqualTo(1);
        }
        assertThat(register.counts(Unit.ALLEGATIONS, "stage", "2013-01-01"))
                .containsExactlyEntriesOf(Map.of("REPORTED", 1L));
    }

    @Test
    void asKnownBeforeTheMarkingThereWereTwo() {
        enteredTwice();

        assertThat(counts(Unit.CASES, ScriptedRegister.recordedAt(5))).containsEntry("KENT", 2L);
        assertThat(counts(Unit.ALLEGATIONS, ScriptedRegister.recordedAt(5))).containsEntry("KENT", 2L);
        assertThat(counts(Unit.CASES, ScriptedRegister.recordedAt(6))).containsEntry("KENT", 1L);
    }

    @Test
    void aMarkingTakenBackCountsBothAgain() {
        enteredTwice();
        register.log("2012-06-01 case/C2 EntryRetracted retracts=%s reason=two".formatted(ScriptedRegister.entryId(6)));

        assertThat(register.total(Unit.CASES, Population.EVERYTHING, "2013-01-01"))
                .isEqualTo(2);
        assertThat(register.counts(Unit.ALLEGATIONS, "stage", "2013-01-01"))
                .containsExactlyInAnyOrderEntriesOf(Map.of("REPORTED", 1L, "INVESTIGATING", 1L));
    }

    @Test
    void aDismissalOrderedInADuplicateIsNone() {
        var other = ScriptedRegister.withAnAllegation();
        other.log(
                "2011-01-01 officer/O1 OfficerRegistered force=KENT workforce=POLICE_OFFICER",
                "2012-02-03 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE",
                "2012-02-03 case/C2 AllegationReported allegationId=A1 officerId=O1 category=RAPE",
                "2012-03-01 case/C2 MisconductOutcomeImposed allegationId=A1 outcome=DISMISSAL_WITHOUT_NOTICE");
        assertThat(other.counts(Unit.OFFICERS, "employment", "2013-01-01")).containsEntry("DISMISSED", 1L);

        other.log("2012-05-01 case/C2 CaseMarkedDuplicate duplicateOf=C1 reason=twice");

        assertThat(other.counts(Unit.OFFICERS, "employment", "2013-01-01"))
                .containsExactlyEntriesOf(Map.of("SERVING", 1L));
    }

    /** O1 and O2 are accused, and O2 has resigned. */
    private void twoNumbers() {
        register.log(
                "2012-03-01 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE",
                "2012-03-01 case/C2 AllegationReported allegationId=A1 officerId=O2 category=RAPE",
                "2012-04-01 officer/O2 OfficerRegistered force=KENT workforce=POLICE_OFFICER",
                "2012-05-01 officer/O2 OfficerResigned");
    }

    private void oneIsMarked() {
        register.log("2012-06-01 officer/O2 OfficerMarkedDuplicate duplicateOf=O1 reason=same");
    }

    @Test
    void twoNumbersOfOnePersonAreOneOfficer() {
        twoNumbers();
        assertThat(register.total(Unit.OFFICERS, Population.EVERYTHING, "2012-06-01"))
                .isEqualTo(2);

        oneIsMarked();

        assertThat(register.counts(Unit.OFFICERS, "employment", "2012-06-01"))
                .containsExactlyEntriesOf(Map.of("RESIGNED", 1L));
        assertThat(register.counts(Unit.ALLEGATIONS, "employment", "2012-06-01"))
                .containsExactlyEntriesOf(Map.of("RESIGNED", 2L));
        assertThat(counts(Unit.OFFICERS, ScriptedRegister.recordedAt(6))).containsEntry("KENT", 2L);
    }

    @Test
    void whatANumberDoesAfterItWasMarkedIsThePersons() {
        twoNumbers();
        oneIsMarked();
        register.log(
                "2012-07-01 officer/O1 OfficerBarred",
                "2012-07-02 case/C3 CaseOpened force=KENT kind=CONDUCT source=POLICE",
                "2012-07-02 case/C3 AllegationReported allegationId=A1 officerId=O2 category=RAPE",
                "2012-07-03 officer/O2 PensionForfeited");

        assertThat(register.total(Unit.OFFICERS, Population.EVERYTHING, "2012-08-01"))
                .isEqualTo(1);
        assertThat(register.counts(Unit.OFFICERS, "barred", "2012-08-01"))
                .containsExactlyEntriesOf(Map.of("BARRED", 1L));
        assertThat(register.counts(Unit.OFFICERS, "pension", "2012-08-01"))
                .containsExactlyEntriesOf(Map.of("FORFEITED", 1L));
    }

    @Test
    void aNumberGivenToASecondPersonIsPutRightByCorrectingEachEntry() {
        register.log("2012-03-01 case/C2 CaseOpened force=KENT kind=CONDUCT source=POLICE");
        register.log("2012-03-01 case/C2 AllegationReported allegationId=A1 officerId=O1 category=RAPE");
        assertThat(register.total(Unit.OFFICERS, Population.EVERYTHING, "2012-06-01"))
                .isEqualTo(1);

        register.correct("case/C2", 4, "2012-03-01 AllegationReported allegationId=A1 officerId=O1-B category=RAPE");

        assertThat(register.total(Unit.OFFICERS, Population.EVERYTHING, "2012-06-01"))
                .isEqualTo(2);
        assertThat(register.total(Unit.ALLEGATIONS, Population.EVERYTHING, "2012-06-01"))
                .isEqualTo(2);
    }

    @Test
    void anotherCategoryAfterADecisionIsOneCorrection() {
        register.log("2012-04-01 case/C1 CaseToAnswerDecided allegationId=A1 decision=MISCONDUCT");

        register.correct("case/C1", 2, "2012-01-02 AllegationReported allegationId=A1 officerId=O1 category=STALKING");

        assertThat(register.counts(Unit.ALLEGATIONS, "category", "2012-06-01"))
                .containsExactlyEntriesOf(Map.of("STALKING", 1L));
        assertThat(register.counts(Unit.ALLEGATIONS, "misconduct", "2012-06-01"))
                .containsExactlyEntriesOf(Map.of("CASE_TO_ANSWER", 1L));
        assertThat(register.counts(
                        Unit.ALLEGATIONS,
                        Population.EVERYTHING,
                        "category",
                        "2012-06-01",
                        ScriptedRegister.recordedAt(3)))
                .containsExactlyEntriesOf(Map.of("RAPE", 1L));
    }

    private Map<Object, Long> counts(Unit unit, Instant knownAt) {
        return register.counts(unit, Population.EVERYTHING, "force", "2013-01-01", knownAt);
    }
}
