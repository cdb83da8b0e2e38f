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

    void file(RecordId record, FiledEntry entry) {
        entries.computeIfAbsent(record, none -> new ArrayList<>()).add(entry);
    }

    /** @param in a case that names the officer */
    void name(RecordId officer, CaseId in) {
        cases.computeIfAbsent(officer, none -> new LinkedHashSet<>()).add(in);
    }

    /** The entries of each record, as they were filed. */
    Map<RecordId, List<FiledEntry>> entries() {
        return entries;
    }

    /** The cases that name each officer. */
    Map<RecordId, Set<CaseId>> cases() {
        return cases;
    }

    void clear() {
        entries.clear();
        cases.clear();
    }
}
