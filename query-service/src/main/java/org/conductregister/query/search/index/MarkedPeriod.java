package org.conductregister.query.search.index;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.DuplicateMarkings;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.Correction;

/**
 * A time in which a record was marked as a duplicate, as known at instants from {@code from} on and before {@code until}.
 *
 * @param original the record that it was known as
 * @param from in microseconds since 1970, like {@code until}
 * @param until {@link EntryVersion#FOR_EVER} while it is marked
 */
record MarkedPeriod(RecordId original, long from, long until) {

    /**
     * Every time in which a record was marked. O(entries), and for each correction again.
     *
     * @param entries all of the record, in the order recorded
     */
    static List<MarkedPeriod> ofRecord(List<RecordedEntry> entries) {
        var periods = new ArrayList<MarkedPeriod>(0);
        var logged = new ArrayList<Logged>();
        for (var entry : entries) {
            logged.add(new Logged(entry.entry().entryId(), entry.entry().fact()));
            if (entry.entry().fact() instanceof Correction) {
                follow(new History(logged), EntryVersion.microseconds(entry.recordedAt()), periods);
            }
        }
        return periods;
    }

    private static void follow(History history, long now, List<MarkedPeriod> periods) {
        var marking = history.markedDuplicate();
        var original = marking == null ? null : DuplicateMarkings.original(marking);
        var last = periods.isEmpty() || periods.getLast().until != EntryVersion.FOR_EVER ? null : periods.getLast();
        if (last != null && !last.original.equals(original)) {
            periods.set(periods.size() - 1, new MarkedPeriod(last.original, last.from, now));
        }
        if (original != null && (last == null || !last.original.equals(original))) {
            periods.add(new MarkedPeriod(original, now, EntryVersion.FOR_EVER));
        }
    }
}
