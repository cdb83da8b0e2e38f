package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;

/** The example of the package page: a case closed late, from its facts to points, and to a count at two times. */
class WorkedExampleTest {

    private static final LocalDate REPORTED = LocalDate.of(2012, 1, 2);
    private static final LocalDate CLOSED = LocalDate.of(2012, 3, 5);
    private static final List<Fact> FACTS = List.of(
            new CaseOpened(
                    LocalDate.of(2012, 1, 1),
                    new ForceCode("KENT"),
                    CaseKind.CONDUCT,
                    CaseSource.POLICE,
                    null,
                    null,
                    null,
                    null),
            new AllegationReported(
                    REPORTED, new AllegationId("A1"), new CategoryCode("RAPE"), null, null, null, null, null),
            new CaseClosed(CLOSED, null));

    @Test
    void theAllegationsTwoPointsAreItsReportAndItsLateClosing() {
        var points = new PointTranscript();
        var register = new RegisterFold(points, BufferAllocator.IN_MEMORY);
        for (int i = 0; i < FACTS.size(); i++) {
            register.apply(recorded(i + 1, FACTS.get(i)));
        }

        var ofAllegation = points.written().stream()
                .filter(line -> line.startsWith("entry") || line.contains("ALLEGATIONS C1/A1"))
                .toList();

        assertThat(ofAllegation).hasSize(5);
        assertThat(ofAllegation.get(2)).startsWith(REPORTED.toEpochDay() + " ").contains("not there to [PENDING");
        assertThat(ofAllegation.get(3)).isEqualTo("entry 3");
        assertThat(ofAllegation.get(4))
                .startsWith(CLOSED.toEpochDay() + " ")
                .contains("[PENDING")
                .contains("to [CLOSED");
    }

    @Test
    void whatWasKnownBeforeTheClosingWasRecordedStaysAsItWas() {
        var register = new ScriptedRegister()
                .log(
                        "2012-01-01 case/C1 CaseOpened force=KENT kind=CONDUCT source=POLICE",
                        "2012-01-02 case/C1 AllegationReported allegationId=A1 category=RAPE",
                        "2012-03-05 case/C1 CaseClosed");

        assertThat(register.counts(Unit.ALLEGATIONS, "status", "2012-06-30")).isEqualTo(Map.of("CLOSED", 1L));
        assertThat(register.counts(
                        Unit.ALLEGATIONS,
                        Population.EVERYTHING,
                        "status",
                        "2012-06-30",
                        Instant.parse("2020-01-01T00:00:02Z")))
                .isEqualTo(Map.of("PENDING", 1L));
    }

    private static RecordedEntry recorded(long position, Fact fact) {
        var entry = new Entry(EntryId.random(), RecordId.of(new CaseId("C1")), fact);
        return new RecordedEntry(position, ScriptedRegister.recordedAt(position), "handler", "correlation", entry);
    }
}
