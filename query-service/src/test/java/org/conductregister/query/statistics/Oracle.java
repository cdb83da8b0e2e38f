package org.conductregister.query.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.Correction;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;

/**
 * The register as at a day, as known at an instant, found the slow and obvious way: every entry is looked at again for
 * every question, and nothing of the register's own folds or statistics is used.
 */
final class Oracle {

    final Map<String, OracleCase> cases = new TreeMap<>();
    final Map<String, OraclePerson> persons = new TreeMap<>();
    final Map<String, OracleRecommendation> recommendations = new TreeMap<>();

    /** In order of the day. */
    final List<Counting> inEffect = new ArrayList<>();

    /** @throws OracleCase.Impossible when some fact cannot follow those before it */
    Oracle(List<RecordedEntry> log, LocalDate asAt, Instant knownAt) {
        var known = new ArrayList<RecordedEntry>();
        for (var entry : log) {
            if (!entry.recordedAt().isAfter(knownAt)) {
                known.add(entry);
            }
        }
        for (var entry : known) {
            var day = day(entry, known);
            boolean correction = entry.entry().fact() instanceof Correction;
            if (!correction && !isStruck(entry, known) && !day.isAfter(asAt)) {
                inEffect.add(new Counting(day, entry));
            }
        }
        inEffect.sort(Comparator.comparing(Counting::day)
                .thenComparingLong(c -> c.entry().position()));
        for (var one : inEffect) {
            tell(one.entry().entry().record(), one.day(), one.entry());
        }
    }

    /** An entry, on the day it counts from. */
    record Counting(LocalDate day, RecordedEntry entry) {}

    private void tell(RecordId record, LocalDate day, RecordedEntry entry) {
        var fact = entry.entry().fact();
        if (record.kind() == RecordKind.CASE) {
            cases.computeIfAbsent(record.id(), OracleCase::new).tell(day, fact);
        } else if (record.kind() == RecordKind.OFFICER) {
            persons.computeIfAbsent(record.id(), id -> new OraclePerson()).tell(day, fact);
        } else {
            recommendations
                    .computeIfAbsent(record.id(), id -> new OracleRecommendation())
                    .tell(day, fact);
        }
    }

    static boolean isStruck(RecordedEntry entry, List<RecordedEntry> known) {
        for (var other : known) {
            if (other.entry().fact() instanceof EntryRetracted retraction
                    && retraction.retracts().equals(entry.entry().entryId())
                    && !isStruck(other, known)) {
                return true;
            }
        }
        return false;
    }

    static LocalDate day(RecordedEntry entry, List<RecordedEntry> known) {
        var day = entry.entry().fact().occurredOn();
        for (var other : known) {
            if (other.entry().fact() instanceof EntryRedated redating
                    && redating.redates().equals(entry.entry().entryId())
                    && !isStruck(other, known)) {
                day = redating.newOccurredOn();
            }
        }
        return day;
    }
}
