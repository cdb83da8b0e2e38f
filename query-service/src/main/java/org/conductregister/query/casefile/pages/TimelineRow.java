package org.conductregister.query.casefile.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry as a timeline on a page shows it.
 *
 * @param under the officer's number that it is recorded under, where that is another than the record's; else null
 * @param day from which it counts
 * @param statedDay as it was logged, where that is another; else null
 * @param late whether something that happened later had been recorded before it
 * @param isNew whether it is the one that has just been recorded
 * @param struck who retracted it and why; null where it counts
 * @param redated who re-dated it and why; null where nobody did
 * @param corrected who corrected it and why; null where nobody did
 * @param before what it said before it was corrected, where that is another
 * @param correction whether it corrects another itself
 * @param stands whether it can be neither corrected nor retracted, as one about personal data
 */
record TimelineRow(
        String entryId,
        @Nullable String under,
        long position,
        String title,
        LocalDate day,
        @Nullable LocalDate statedDay,
        Instant recordedAt,
        String recordedBy,
        boolean late,
        boolean isNew,
        List<Line> lines,
        @Nullable Corrected struck,
        @Nullable Corrected redated,
        @Nullable Corrected corrected,
        List<Line> before,
        boolean correction,
        boolean stands) {

    /** The label and the value of one field. */
    record Line(String label, String value) {}

    /** The correction of an entry: by whom, when and why. */
    record Corrected(String by, Instant at, String reason) {}
}
