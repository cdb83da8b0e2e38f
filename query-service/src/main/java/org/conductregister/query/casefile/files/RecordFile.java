package org.conductregister.query.casefile.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.identifiers.CaseId;

/**
 * All that is filed of one record.
 *
 * @param entries in the order recorded
 * @param cases of an officer: in which they are named, or once were
 */
public record RecordFile(RecordId record, List<FiledEntry> entries, Set<CaseId> cases) {

    static RecordFile empty(RecordId record) {
        return new RecordFile(record, List.of(), Set.of());
    }

    /** Returns the file as known at an instant. */
    public RecordFile knownAt(Instant instant) {
        var known = entries.stream()
                .takeWhile(entry -> !entry.recordedAt().isAfter(instant))
                .toList();
        return new RecordFile(record, known, cases);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The number of entries, which is the {@code ETag} of the record. */
    public long version() {
        return entries.size();
    }

    public History history() {
        return new History(entries.stream()
                .map(entry -> new Logged(entry.entryId(), entry.fact()))
                .toList());
    }

    public List<InEffect> inEffect(LocalDate asAt) {
        return history().inEffect(asAt);
    }
}
