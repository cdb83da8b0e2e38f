package org.conductregister.query.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.path.RegisterFold;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;

class RegisterTest {

    private static final RecordId ONE = RecordId.of(new CaseId("C1"));
    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final Fact OPENED =
            new CaseOpened(DAY, new ForceCode("KENT"), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);

    private final PointTranscript points = new PointTranscript();
    private final RegisterFold register = new RegisterFold(points, BufferAllocator.IN_MEMORY);

    @Test
    void ofTwoEntriesOfOneIdentityTheSecondIsRefusedAndChangesNothing() {
        var id = EntryId.random();
        register.apply(recorded(1, id, OPENED));
        var told = List.copyOf(points.written());

        assertThatThrownBy(() -> register.apply(recorded(2, id, OPENED)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(id.toString());

        assertThat(points.written()).isEqualTo(told);
        register.apply(recorded(3, EntryId.random(), new NoteAdded(DAY, new FreeText("goes on"), null)));
        assertThat(register.lastPosition()).isEqualTo(3);
    }

    @Test
    void aNoteMayComeLateForItChangesNothing() {
        register.apply(recorded(2, EntryId.random(), OPENED));
        var told = List.copyOf(points.written());

        register.apply(recorded(1, EntryId.random(), new NoteAdded(DAY, new FreeText("late"), null)));

        assertThat(points.written()).isEqualTo(told);
        assertThat(register.lastPosition()).isEqualTo(2);
    }

    /** Enough for many pieces of memory: whatever is at the end of one must be found again. */
    @Test
    void aLargeRegisterTellsTheSameHoweverFewRecordsAreReadyAndWhereverItIsLoaded() throws IOException {
        var log = new ArrayList<RecordedEntry>();
        ChicagoLike.cases(6_000)
                .forEach(logged ->
                        log.add(recorded(log.size() + 1, new Entry(EntryId.random(), logged.record(), logged.fact()))));
        var all = new PointDigest();
        var whole = new RegisterFold(all, log.size(), BufferAllocator.IN_MEMORY);
        log.forEach(whole::apply);

        var few = new PointDigest();
        var restarted = new RegisterFold(few, 50, BufferAllocator.IN_MEMORY);
        for (var entry : log) {
            if (entry.position() % 9_000 == 0) {
                restarted = SavedRegister.of(restarted.image()).load(few, 50);
            }
            restarted.apply(entry);
        }

        assertThat(few.count()).isEqualTo(all.count()).isGreaterThan(log.size());
        assertThat(few.digest()).isEqualTo(all.digest());
    }

    private static RecordedEntry recorded(long position, EntryId id, Fact fact) {
        return recorded(position, new Entry(id, ONE, fact));
    }

    private static RecordedEntry recorded(long position, Entry entry) {
        var at = Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
        return new RecordedEntry(position, at, "handler", "correlation", entry);
    }
}
