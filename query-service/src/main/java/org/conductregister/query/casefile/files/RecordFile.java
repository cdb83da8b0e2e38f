package org.conductregister.query.casefile.files;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.DuplicateMarkings;
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
 * @param duplicates the records that are marked as duplicates of this one, or once were
 * @param withheld the number of entries that are left out, for whoever reads may not see what they name
 */
public record RecordFile(
        RecordId record, List<FiledEntry> entries, Set<CaseId> cases, Set<RecordId> duplicates, int withheld) {

    /** Makes a file of which nothing is withheld. */
    public RecordFile(RecordId record, List<FiledEntry> entries, Set<CaseId> cases, Set<RecordId> duplicates) {
        this(record, entries, cases, duplicates, 0);
    }

    static RecordFile empty(RecordId record) {
        return new RecordFile(record, List.of(), Set.of(), Set.of());
    }

    /** Returns the file as known at an instant. */
    public RecordFile knownAt(Instant instant) {
        var known = entries.stream()
                .takeWhile(entry -> !entry.recordedAt().isAfter(instant))
                .toList();
        return new RecordFile(record, known, cases, duplicates, withheld);
    }

    public boolean isEmpty() {
        return entries.isEmpty();
    }

    /** The number of entries, which is the {@code ETag} of the record. */
    public long version() {
        return (long) entries.size() + withheld;
    }

    public History history() {
        return new History(entries.stream()
                .map(entry -> new Logged(entry.entryId(), entry.fact()))
                .toList());
    }

    /** The record that this one is a duplicate of, as known; itself where it is none. */
    public RecordId knownAs() {
        var marking = history().markedDuplicate();
        return marking == null ? record : DuplicateMarkings.original(marking);
    }

    public List<InEffect> inEffect(LocalDate asAt) {
        return history().inEffect(asAt);
    }
}
