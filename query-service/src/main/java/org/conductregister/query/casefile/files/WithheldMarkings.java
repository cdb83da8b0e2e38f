package org.conductregister.query.casefile.files;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.terms.identifiers.CaseId;

/** Entries that mark a case as a duplicate of one that the reader may not see: they would name it. */
final class WithheldMarkings {

    private WithheldMarkings() {}

    /** Returns the cases that entries name as originals. */
    static Set<RecordId> originals(List<FiledEntry> entries) {
        return entries.stream()
                .map(FiledEntry::fact)
                .filter(CaseMarkedDuplicate.class::isInstance)
                .map(fact -> RecordId.of(((CaseMarkedDuplicate) fact).duplicateOf()))
                .collect(toSet());
    }

    /** Returns the entries without the markings that name a hidden case, and without what corrects those. */
    static List<FiledEntry> without(List<FiledEntry> entries, Set<CaseId> hidden) {
        var out = new HashSet<EntryId>();
        for (var entry : entries) {
            boolean names = entry.fact() instanceof CaseMarkedDuplicate marked && hidden.contains(marked.duplicateOf());
            boolean corrects = entry.fact() instanceof OfAnEntry correction && out.contains(correction.corrects());
            if (names || corrects) {
                out.add(entry.entryId());
            }
        }
        return out.isEmpty()
                ? entries
                : entries.stream()
                        .filter(entry -> !out.contains(entry.entryId()))
                        .toList();
    }
}
