package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.OfficerCharged;
import org.conductregister.facts.CaseFact.ProceedingsListed;
import org.conductregister.facts.CaseFact.ProceedingsWithdrawn;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.pointintime.PointInTime;
import org.conductregister.query.statistics.Measure.Clock;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.view.StatisticsView;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.ProceedingsKind;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A case of the years 1890 to 1895, before the days that the index can write in two bytes, asked about then and long after. */
class OldDaysTest {

    private static final AllegationId A1 = new AllegationId("A1");
    private static final RecordId CASE = RecordId.of(new CaseId("C1"));
    private static final LocalDate OPENED = LocalDate.of(1890, 2, 3);
    private static final LocalDate LISTED = LocalDate.of(1891, 5, 6);
    private static final LocalDate WITHDRAWN = LocalDate.of(1891, 7, 8);
    private static final LocalDate CHARGED = LocalDate.of(1894, 1, 2);
    private static final LocalDate CLOSED = LocalDate.of(1895, 9, 10);
    private static final List<LocalDate> AFTERWARDS =
            List.of(CLOSED, LocalDate.of(1899, 12, 31), LocalDate.of(2020, 1, 1), LocalDate.of(2085, 1, 1));

    private final StatisticsView statistics = new StatisticsView(ListsAsKnown.unchanged(Set.of()));
    private long position;

    @BeforeEach
    void log() {
        log(new CaseOpened(OPENED, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null));
        log(new AllegationReported(OPENED, A1, new CategoryCode("RAPE"), new OfficerId("O1"), null, null, null, null));
        log(new ProceedingsListed(LISTED, A1, ProceedingsKind.HEARING, null));
        log(new ProceedingsWithdrawn(WITHDRAWN, A1, null, null));
        log(new OfficerCharged(CHARGED, A1, null, null));
        log(new CaseClosed(CLOSED, null));
    }

    @Test
    void durationsAreThoseOfTheDaysThemselves() {
        for (var asAt : AFTERWARDS) {
            assertThat(durations(Moment.REPORTED, Moment.CLOSED, Clock.CALENDAR, asAt)
                            .ended()
                            .median())
                    .isEqualTo((double) ChronoUnit.DAYS.between(OPENED, CLOSED));
            assertThat(durations(Moment.REPORTED, Moment.CLOSED, Clock.WORKING, asAt)
                            .ended()
                            .median())
                    .isEqualTo(weekdays(OPENED, CLOSED));
            assertThat(durations(Moment.REPORTED, Moment.LISTED, Clock.CALENDAR, asAt)
                            .ended()
                            .median())
                    .isEqualTo((double) ChronoUnit.DAYS.between(OPENED, LISTED));
        }
        assertThat(durations(Moment.REPORTED, Moment.CLOSED, Clock.CALENDAR, CLOSED.minusDays(1))
                        .open()
                        .median())
                .isEqualTo((double) ChronoUnit.DAYS.between(OPENED, CLOSED) - 1);
    }

    @Test
    void whatWasSoBetweenTwoOfThemWasSo() {
        for (var asAt : AFTERWARDS) {
            assertThat(everListed(asAt)).isEqualTo(1);
        }
        assertThat(everListed(LISTED)).isEqualTo(1);
        assertThat(everListed(LISTED.minusDays(1))).isZero();
    }

    /** There were bank holidays then, but the calendar of the register has none before 1900. */
    private static double weekdays(LocalDate from, LocalDate to) {
        return from.plusDays(1)
                .datesUntil(to.plusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .count();
    }

    private Durations.Group durations(Moment from, Moment to, Clock clock, LocalDate asAt) {
        var measure = new Measure(from, to, clock, Suspension.INCLUDED, null);
        return statistics
                .durations(question(Population.EVERYTHING, asAt), measure)
                .groups()
                .getFirst();
    }

    private long everListed(LocalDate asAt) {
        var population =
                Population.EVERYTHING.everBeen("proceedings", "HEARING").everBeen("stage", "IN_PROCEEDINGS");
        return statistics.count(question(population, asAt)).total();
    }

    private static Question question(Population population, LocalDate asAt) {
        return new Question(Unit.ALLEGATIONS, population, List.of(), new PointInTime(asAt, PointInTime.NOW));
    }

    private void log(Fact fact) {
        position++;
        var recordedAt = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
        statistics.apply(
                new RecordedEntry(position, recordedAt, "handler", "call-1", new Entry(EntryId.random(), CASE, fact)));
        statistics.commit(position, recordedAt);
    }
}
