package org.conductregister.query.casefile.files;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.conductregister.terms.identifiers.CaseId;

/** Entries to be added to the files of many records. For one thread. */
final class FilingBatch {

    private final Map<RecordId, List<FiledEntry>> entries = new LinkedHashMap<>();
    private final Map<RecordId, Set<CaseId>> cases = new LinkedHashMap<>();
    private final Map<RecordId, Set<RecordId>> duplicates = new LinkedHashMap<>();
    private long first = Long.MAX_VALUE;
    private long last;

    void file(RecordId record, FiledEntry entry) {
        entries.computeIfAbsent(record, none -> new ArrayList<>()).add(entry);
        first = Math.min(first, entry.position());
        last = Math.max(last, entry.position());
    }

    /** The position of the earliest entry that was filed; the greatest number where none was. */
    long firstPosition() {
        return first;
    }

    /** The position of the latest entry that was filed; 0 where none was. */
    long lastPosition() {
        return last;
    }

    /** @param in a case that names the officer */
    void name(RecordId officer, CaseId in) {
        cases.computeIfAbsent(officer, none -> new LinkedHashSet<>()).add(in);
    }

    void mark(RecordId duplicate, RecordId original) {
        duplicates.computeIfAbsent(original, none -> new LinkedHashSet<>()).add(duplicate);
    }

    /** The entries of each record, as they were filed. */
    Map<RecordId, List<FiledEntry>> entries() {
        return entries;
    }

    /** The cases that name each officer. */
    Map<RecordId, Set<CaseId>> cases() {
        return cases;
    }

    /** The records that are marked as duplicates of each. */
    Map<RecordId, Set<RecordId>> duplicates() {
        return duplicates;
    }

    void clear() {
        first = Long.MAX_VALUE;
        last = 0;
        entries.clear();
        cases.clear();
        duplicates.clear();
    }
}
