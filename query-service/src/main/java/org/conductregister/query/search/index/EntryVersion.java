package org.conductregister.query.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.History;
import org.conductregister.entries.History.InEffect;
import org.conductregister.entries.History.Logged;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * A fact as it counted for some time: for days from {@code day} on, as known at instants from {@code from} on and before
 * {@code until}.
 *
 * @param from in microseconds since 1970, like {@code until}
 * @param until {@link #FOR_EVER} while it counts
 */
record EntryVersion(Fact fact, LocalDate day, long from, long until) {

    static final long FOR_EVER = Long.MAX_VALUE;

    /** Returns the version of an entry that nothing has corrected. */
    static EntryVersion of(RecordedEntry entry) {
        var fact = entry.entry().fact();
        return new EntryVersion(fact, fact.occurredOn(), microseconds(entry.recordedAt()), FOR_EVER);
    }

    /**
     * Every version of every entry of one record. O(entries), and for each correction again.
     *
     * @param entries all of the record, in the order recorded
     */
    static List<EntryVersion> ofRecord(List<RecordedEntry> entries) {
        var versions = new ArrayList<EntryVersion>();
        var counting = new HashMap<EntryId, EntryVersion>();
        var logged = new ArrayList<Logged>();
        for (var entry : entries) {
            var entryId = entry.entry().entryId();
            logged.add(new Logged(entryId, entry.entry().fact()));
            if (entry.entry().fact() instanceof Correction) {
                correct(counting, new History(logged).inEffect(), microseconds(entry.recordedAt()), versions);
            } else {
                counting.put(entryId, of(entry));
            }
        }
        versions.addAll(counting.values());
        return versions;
    }

    /** Ends the versions that no longer count, and begins those that do from now on. */
    private static void correct(
            Map<EntryId, EntryVersion> counting, List<InEffect> inEffect, long now, List<EntryVersion> ended) {
        var left = new HashMap<>(counting);
        for (var entry : inEffect) {
            var before = left.remove(entry.entryId());
            if (before == null
                    || !before.day().equals(entry.day())
                    || !before.fact().equals(entry.fact())) {
                if (before != null) {
                    ended.add(before.endedAt(now));
                }
                counting.put(entry.entryId(), new EntryVersion(entry.fact(), entry.day(), now, FOR_EVER));
            }
        }
        left.forEach((entryId, struck) -> {
            ended.add(struck.endedAt(now));
            counting.remove(entryId);
        });
    }

    private EntryVersion endedAt(long now) {
        return new EntryVersion(fact, day, from, now);
    }

    /** The last microsecond since 1970 that is not after an instant; the last of all for an instant later than that. */
    static long microseconds(Instant instant) {
        return instant.equals(Instant.MAX) ? FOR_EVER - 1 : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
