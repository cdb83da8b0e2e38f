package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.CaseReopened;
import org.conductregister.facts.CaseFact.CriminalVerdictReached;
import org.conductregister.facts.CaseFact.MisconductFindingMade;
import org.conductregister.facts.CaseFact.OfficerCharged;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerResigned;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.MisconductFinding;
import org.conductregister.terms.Verdict;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Durations of one allegation, reported on 1 January 2019 against one officer. */
class DurationsTest {

    private static final AllegationId A1 = new AllegationId("A1");
    private static final OfficerId OFFICER = new OfficerId("O1");
    private static final RecordId CASE = RecordId.of(new CaseId("C1"));

    private final StatisticsView statistics = new StatisticsView(ListsAsKnown.unchanged(Set.of()));
    private long position;

    @BeforeEach
    void reported() {
        log(
                CASE,
                new CaseOpened(
                        day("2019-01-01"),
                        new ForceCode("KENT"),
                        CaseKind.CONDUCT,
                        CaseSource.POLICE,
                        null,
                        null,
                        null,
                        null));
        log(
                CASE,
                new AllegationReported(
                        day("2019-01-01"), A1, new CategoryCode("RAPE"), OFFICER, null, null, null, null));
    }

    @Test
    void daysForWhichItStoodClosedCountWhereItWasReopenedOnlyAfterTheSecondMoment() {
        log(CASE, new CaseClosed(day("2019-01-11"), null));
        log(CASE, new MisconductFindingMade(day("2019-01-21"), A1, MisconductFinding.MISCONDUCT, null));
        log(CASE, new CaseReopened(day("2019-03-01"), new FreeText("an error"), null));
        log(CASE, new CaseClosed(day("2019-03-02"), null));

        assertThat(ended(Moment.REPORTED, Moment.HEARD)).isEqualTo(20);
        assertThat(ended(Moment.REPORTED, Moment.CLOSED)).isEqualTo(11);
        assertThat(ended(Moment.HEARD, Moment.CLOSED)).isEqualTo(1);
    }

    @Test
    void whatBeginsAnewTakesTheDayItWasFinalisedBack() {
        log(CASE, new AllegationClosed(day("2019-01-11"), A1, null, null, null));
        log(CASE, new OfficerCharged(day("2019-02-01"), A1, null, null));
        log(CASE, new CriminalVerdictReached(day("2019-03-01"), A1, Verdict.ACQUITTED, null));

        assertThat(ended(Moment.REPORTED, Moment.FINALISED)).isEqualTo(59);
    }

    @Test
    void aReturnTakesTheDayOfLeavingBack() {
        log(RecordId.of(OFFICER), registered("2018-01-01"));
        log(RecordId.of(OFFICER), new OfficerResigned(day("2019-01-11"), null));
        assertThat(ended(Moment.REPORTED, Moment.LEFT)).isEqualTo(10);

        log(RecordId.of(OFFICER), registered("2019-02-01"));
        assertThat(group(Moment.REPORTED, Moment.LEFT).open().count()).isEqualTo(1);
    }

    @Test
    void whoHadLeftBeforeTheReportIsLeftOut() {
        log(RecordId.of(OFFICER), registered("2018-01-01"));
        log(RecordId.of(OFFICER), new OfficerResigned(day("2018-12-31"), null));

        assertThat(group(Moment.REPORTED, Moment.LEFT).leftOut()).isEqualTo(1);
    }

    @Test
    void anEndBeforeItsStartIsLeftOut() {
        log(CASE, new MisconductFindingMade(day("2019-01-05"), A1, MisconductFinding.MISCONDUCT, null));
        log(CASE, new AllegationClosed(day("2019-01-11"), A1, null, null, null));

        assertThat(group(Moment.CLOSED, Moment.HEARD).leftOut()).isEqualTo(1);
        assertThat(group(Moment.CLOSED, Moment.HEARD).ended().count()).isZero();
    }

    @Test
    void casesHaveNoDayOfLeaving() {
        var measure = new Measure(Moment.REPORTED, Moment.LEFT, Clock.CALENDAR, Suspension.INCLUDED, null);

        assertThatThrownBy(() -> statistics.durations(question(Unit.CASES), measure))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private double ended(Moment from, Moment to) {
        return group(from, to).ended().median();
    }

    private Durations.Group group(Moment from, Moment to) {
        var measure = new Measure(from, to, Clock.CALENDAR, Suspension.INCLUDED, null);
        return statistics
                .durations(question(Unit.ALLEGATIONS), measure)
                .groups()
                .getFirst();
    }

    private static Question question(Unit unit) {
        return new Question(
                unit, Population.EVERYTHING, List.of(), new PointInTime(day("2019-12-31"), PointInTime.NOW));
    }

    private static OfficerRegistered registered(String day) {
        return new OfficerRegistered(day(day), new ForceCode("KENT"), Workforce.POLICE_OFFICER, null, null, null);
    }

    private void log(RecordId record, Fact fact) {
        position++;
        var recordedAt = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
        statistics.apply(new RecordedEntry(
                position, recordedAt, "handler", "call-1", new Entry(EntryId.random(), record, fact)));
        statistics.commit(position, recordedAt);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
