package org.conductregister.query.statistics.path;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.history.HistoryStore;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.query.statistics.oracle.RandomRegister;

/** One case of a random register, which is about to be folded, and the persons as their own facts have them. */
final class RandomCase {

    static final String ID = "C1";

    private final List<Logged> entries;
    private final HistoryStore store = new HistoryStore(BufferAllocator.IN_MEMORY);
    private final SummedPoints points = new SummedPoints();
    private final Records records = new Records(store, points, 1_000);
    private final RecordHistory history =
            new RecordHistory(store, store.records().numberOf(RecordKind.CASE, ID));

    private RandomCase(List<RecordedEntry> log) {
        for (var entry : log) {
            if (entry.entry().record().kind() == RecordKind.OFFICER) {
                records.of(entry.entry().record())
                        .apply(entry.entry().entryId(), entry.entry().fact());
            }
        }
        this.entries = log.stream()
                .map(RecordedEntry::entry)
                .filter(entry -> entry.record().equals(new RecordId(RecordKind.CASE, ID)))
                .filter(entry -> !(entry.fact() instanceof NoteAdded))
                .map(entry -> new Logged(entry.entryId(), entry.fact()))
                .toList();
    }

    static Arbitrary<RandomCase> any() {
        return RandomRegister.logs(60).map(RandomCase::new);
    }

    /** The entries that are to be added to the history, in the order logged; notes, which change nothing, are not among them. */
    List<Logged> entries() {
        return entries;
    }

    RecordHistory history() {
        return history;
    }

    Records records() {
        return records;
    }

    SummedPoints points() {
        return points;
    }

    Person person(int record) {
        return (Person) records.of(
                new RecordId(RecordKind.OFFICER, records.historyOf(record).id()));
    }

    @Override
    public String toString() {
        return entries.toString();
    }
}
