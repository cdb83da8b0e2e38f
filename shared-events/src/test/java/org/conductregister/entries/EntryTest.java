package org.conductregister.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

/** Whether an entry that is sent again says what was recorded. */
class EntryTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final LocalDate AGAIN = LocalDate.of(2026, 3, 2);

    @Test
    void theSameFactIsTheSame() {
        assertThat(stated(note(FIRST, "rang back")).says(note(FIRST, "rang back")))
                .isTrue();
    }

    @Test
    void anotherDayIsAnotherFactWhereItWasStated() {
        assertThat(stated(note(AGAIN, "rang back")).says(note(FIRST, "rang back")))
                .isFalse();
    }

    @Test
    void aDayThatWasAssumedPlaysNoPart() {
        assertThat(assumed(note(AGAIN, "rang back")).says(note(FIRST, "rang back")))
                .isTrue();
        assertThat(assumed(note(AGAIN, "rang back")).says(note(FIRST, "wrote back")))
                .isFalse();
    }

    @Test
    void anotherKindOfFactIsAnotherWhateverItStates() {
        assertThat(assumed(note(AGAIN, "rang back")).says(new CaseClosed(AGAIN, null)))
                .isFalse();
    }

    private static NoteAdded note(LocalDate day, String text) {
        return new NoteAdded(day, new FreeText(text), null);
    }

    private static Entry stated(Fact fact) {
        return new Entry(EntryId.random(), RecordId.of(new CaseId("C1")), fact);
    }

    private static Entry assumed(Fact fact) {
        return new Entry(EntryId.random(), RecordId.of(new CaseId("C1")), fact, true);
    }
}
