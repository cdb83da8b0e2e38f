package org.conductregister.query.search.index;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.query.projections.RecordedEntries;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;

/** A log in a list, an entry a second. */
final class MadeLog implements RecordedEntries {

    static final LocalDate DAY = LocalDate.of(2012, 3, 4);

    private final List<RecordedEntry> entries = new ArrayList<>();

    /** Adds an entry, and returns it. */
    RecordedEntry add(RecordId record, Fact fact) {
        long position = 1L + entries.size();
        var entry = new Entry(EntryId.random(), record, fact);
        entries.add(new RecordedEntry(position, at(position), "handler", "call-1", entry));
        return entries.getLast();
    }

    RecordedEntry opened(String caseId, String title) {
        return add(
                RecordId.of(new CaseId(caseId)),
                new CaseOpened(
                        DAY,
                        new ForceCode("LANCASHIRE"),
                        CaseKind.CONDUCT,
                        CaseSource.POLICE,
                        null,
                        title == null ? null : new FreeText(title),
                        null,
                        null));
    }

    RecordedEntry reported(String caseId, String category, String officer, String summary) {
        return add(
                RecordId.of(new CaseId(caseId)),
                new AllegationReported(
                        DAY,
                        new AllegationId("A" + entries.size()),
                        new CategoryCode(category),
                        officer == null ? null : new OfficerId(officer),
                        null,
                        null,
                        summary == null ? null : new FreeText(summary),
                        null));
    }

    RecordedEntry registered(String officer, String name) {
        return add(
                RecordId.of(new OfficerId(officer)),
                new OfficerRegistered(
                        DAY, new ForceCode("LANCASHIRE"), Workforce.POLICE_OFFICER, null, new PersonName(name), null));
    }

    RecordedEntry retracted(RecordedEntry wrong) {
        return add(
                wrong.entry().record(), new EntryRetracted(DAY, wrong.entry().entryId(), new FreeText("slip"), null));
    }

    RecordedEntry caseMarked(String duplicate, String original) {
        return add(
                RecordId.of(new CaseId(duplicate)),
                new CaseMarkedDuplicate(DAY, new CaseId(original), new FreeText("twice"), null));
    }

    RecordedEntry officerMarked(String duplicate, String original) {
        return add(
                RecordId.of(new OfficerId(duplicate)),
                new OfficerMarkedDuplicate(DAY, new OfficerId(original), new FreeText("one person"), null));
    }

    RecordedEntry redated(RecordedEntry wrong, LocalDate day) {
        return add(
                wrong.entry().record(),
                new EntryRedated(DAY, wrong.entry().entryId(), day, new FreeText("slip"), null));
    }

    /** Corrects an allegation against nobody known. */
    RecordedEntry corrected(RecordedEntry wrong, String category, String summary) {
        var before = (AllegationReported) wrong.entry().fact();
        var fact = new AllegationReported(
                DAY, before.allegationId(), new CategoryCode(category), null, null, null, new FreeText(summary), null);
        return add(
                wrong.entry().record(),
                new EntryCorrected(DAY, wrong.entry().entryId(), fact, new FreeText("slip"), null, null));
    }

    RecordedEntry openedAs(String caseId, String reference) {
        return add(
                RecordId.of(new CaseId(caseId)),
                new CaseOpened(
                        DAY,
                        new ForceCode("LANCASHIRE"),
                        CaseKind.CONDUCT,
                        CaseSource.POLICE,
                        new Reference(reference),
                        null,
                        null,
                        null,
                        null,
                        null));
    }

    long last() {
        return entries.size();
    }

    static Instant at(long position) {
        return Instant.parse("2020-01-01T00:00:00Z").plusSeconds(position);
    }

    @Override
    public List<RecordedEntry> after(long position) {
        return entries.stream()
                .filter(entry -> entry.position() > position)
                .limit(1_000)
                .toList();
    }

    @Override
    public List<RecordedEntry> of(RecordId record, long upTo) {
        return entries.stream()
                .filter(entry -> entry.position() <= upTo)
                .filter(entry -> entry.entry().record().equals(record))
                .toList();
    }
}
