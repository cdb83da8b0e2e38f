package org.conductregister.entries;

import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;

/** Reads markings of duplicates. */
public final class DuplicateMarkings {

    private DuplicateMarkings() {}

    /** The record under which the one that is marked is known. */
    public static RecordId original(DuplicateMarking marking) {
        return switch (marking) {
            case CaseMarkedDuplicate marked -> RecordId.of(marked.duplicateOf());
            case OfficerMarkedDuplicate marked -> RecordId.of(marked.duplicateOf());
        };
    }
}
