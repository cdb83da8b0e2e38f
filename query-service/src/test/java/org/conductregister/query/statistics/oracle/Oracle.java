package org.conductregister.query.statistics.oracle;

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
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.Fact;

/**
 * The register as at a day, as known at an instant, found the slow and obvious way: every entry is looked at again for
 * every question, and nothing of the register's own folds or statistics is used.
 */
public final class Oracle {

    public final Map<String, OracleCase> cases = new TreeMap<>();
    final Map<String, OraclePerson> persons = new TreeMap<>();
    final Map<String, OracleRecommendation> recommendations = new TreeMap<>();

    /** In order of the day. */
    final List<Counting> inEffect = new ArrayList<>();

    public Oracle(List<RecordedEntry> log, LocalDate asAt, Instant knownAt) {
        this(log, asAt, knownAt, false);
    }

    /**
     * Whether each fact can follow those before it on its own record, and each duplicate is of something that is none itself.
     */
    static boolean isPossible(List<RecordedEntry> log) {
        for (var entry : log) {
            var original = duplicateOf(entry.entry().record(), log);
            if (original != null && duplicateOf(original, log) != null) {
                return false;
            }
        }
        try {
            new Oracle(log, LocalDate.MAX, Instant.MAX, true);
            return true;
        } catch (OracleCase.Impossible impossible) {
            return false;
        }
    }

    /** @param apart whether duplicates are to be told as if they were none, and what cannot be is refused */
    private Oracle(List<RecordedEntry> log, LocalDate asAt, Instant knownAt, boolean apart) {
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
                inEffect.add(new Counting(day, entry, said(entry, known)));
            }
        }
        inEffect.sort(Comparator.comparing(Counting::day)
                .thenComparingLong(c -> c.entry().position()));
        for (var one : inEffect) {
            tell(one.entry().entry().record(), one.day(), one.said(), apart, known);
        }
        if (!apart) {
            for (var c : cases.values()) {
                for (var a : c.allegations.values()) {
                    a.officer = a.officer == null ? null : knownAs(new RecordId(RecordKind.OFFICER, a.officer), known);
                }
            }
        }
    }

    /** An entry, on the day it counts from, and what it says by then. */
    record Counting(LocalDate day, RecordedEntry entry, Fact said) {}

    private void tell(RecordId record, LocalDate day, Fact fact, boolean apart, List<RecordedEntry> known) {
        if (record.kind() == RecordKind.CASE) {
            if (!apart && duplicateOf(record, known) != null) {
                return;
            }
            cases.computeIfAbsent(record.id(), OracleCase::new).tell(day, fact);
        } else if (record.kind() == RecordKind.OFFICER) {
            var id = apart ? record.id() : knownAs(record, known);
            persons.computeIfAbsent(id, one -> new OraclePerson(apart)).tell(day, fact);
        } else {
            recommendations
                    .computeIfAbsent(record.id(), id -> new OracleRecommendation())
                    .tell(day, fact);
        }
    }

    private static String knownAs(RecordId officer, List<RecordedEntry> known) {
        var original = duplicateOf(officer, known);
        return original == null ? officer.id() : original.id();
    }

    /** The record that another is a duplicate of, by the latest marking that is not struck. */
    static RecordId duplicateOf(RecordId record, List<RecordedEntry> known) {
        RecordId original = null;
        for (var entry : known) {
            if (entry.entry().record().equals(record) && !isStruck(entry, known)) {
                if (entry.entry().fact() instanceof CaseMarkedDuplicate marked) {
                    original = RecordId.of(marked.duplicateOf());
                } else if (entry.entry().fact() instanceof OfficerMarkedDuplicate marked) {
                    original = RecordId.of(marked.duplicateOf());
                }
            }
        }
        return original;
    }

    static Fact said(RecordedEntry entry, List<RecordedEntry> known) {
        var said = entry.entry().fact();
        for (var other : known) {
            if (other.entry().fact() instanceof EntryCorrected correction
                    && correction.corrects().equals(entry.entry().entryId())
                    && !isStruck(other, known)) {
                said = correction.fact();
            }
        }
        return said;
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
            if (other.entry().fact() instanceof EntryCorrected correction
                    && correction.corrects().equals(entry.entry().entryId())
                    && !isStruck(other, known)) {
                day = correction.fact().occurredOn();
            }
        }
        return day;
    }
}
