package org.conductregister.query.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.InvestigationStarted;
import org.conductregister.facts.EntryId;
import org.conductregister.query.pointintime.Head;
import org.conductregister.terms.CaseId;
import org.junit.jupiter.api.Test;

class ChangedCasesTest {

    private static final CaseId FIRST = new CaseId("C1");
    private static final CaseId SECOND = new CaseId("C2");

    private final ChangedCases touched = new ChangedCases();

    @Test
    void whatWasSeenIsForgottenAndWhatCameLaterIsNot() {
        touched.apply(recorded(1, FIRST));
        touched.apply(recorded(2, SECOND));

        assertThat(touched.takeUntil(at(1))).containsExactlyInAnyOrder(FIRST, SECOND);
        assertThat(touched.takeUntil(at(2))).containsExactly(SECOND);
        assertThat(touched.takeUntil(at(2))).isEmpty();
    }

    @Test
    void takingInTheSameTwiceNamesItOnceAndARebuildBeginsAnew() {
        touched.apply(recorded(1, FIRST));
        touched.apply(recorded(1, FIRST));
        touched.commit(1, at(1));
        assertThat(touched.takeUntil(Instant.EPOCH)).containsExactly(FIRST);

        touched.reset();
        assertThat(touched.head().now()).isEqualTo(Head.At.START);
        assertThat(touched.takeUntil(at(9))).isEmpty();
    }

    private static RecordedEntry recorded(long position, CaseId id) {
        var fact = new InvestigationStarted(LocalDate.of(2020, 1, 1), null);
        var entry = new Entry(EntryId.random(), RecordId.of(id), fact);
        return new RecordedEntry(position, at(position), "handler", "correlation", entry);
    }

    private static Instant at(long position) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
    }
}
