package org.conductregister.query.casefile.files;

import java.time.Instant;
import org.conductregister.entries.DuplicateMarkings;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.CaseFact.NamesOfficer;
import org.conductregister.facts.Correction.DuplicateMarking;
import org.conductregister.query.pointintime.Head;
import org.conductregister.query.projections.View;
import org.conductregister.terms.identifiers.CaseId;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Files every entry with its record, every case with the officers named in it, and every duplicate with what it duplicates. */
@Component
public class CaseFilesView implements View {

    private final RecordFiles files;
    private final TouchedCases touched;
    private final Head head = new Head();
    private final FilingBatch pending = new FilingBatch();

    CaseFilesView(@Qualifier(RecordFiles.STORED) RecordFiles files, TouchedCases touched) {
        this.files = files;
        this.touched = touched;
        var kept = files.head();
        head.moveTo(kept.position(), kept.recordedAt());
    }

    @Override
    public String name() {
        return "casefiles";
    }

    @Override
    public Head head() {
        return head;
    }

    @Override
    public void onDamage(Runnable rebuild) {
        files.onDamage(rebuild);
    }

    @Override
    public void apply(RecordedEntry entry) {
        var record = entry.entry().record();
        pending.file(record, FiledEntry.of(entry));
        if (record.kind() == RecordKind.CASE) {
            touched.touch(new CaseId(record.id()), entry.recordedAt());
        }
        var officer = NamesOfficer.namedIn(entry.entry().fact());
        if (officer != null) {
            pending.name(RecordId.of(officer), new CaseId(record.id()));
        }
        if (entry.entry().fact() instanceof DuplicateMarking marking) {
            pending.mark(record, DuplicateMarkings.original(marking));
        }
    }

    @Override
    public void commit(long position, Instant recordedAt) {
        files.add(pending, new Head.At(position, recordedAt));
        pending.clear();
        head.moveTo(position, recordedAt);
    }

    @Override
    public void onSetBack(Runnable again) {
        files.onSetBack(again);
    }

    @Override
    public void goOnAsStored() {
        pending.clear();
        var stored = files.head();
        head.moveTo(stored.position(), stored.recordedAt());
    }

    @Override
    public void letGo() {
        files.letGo();
    }

    @Override
    public void reset() {
        head.reset();
        files.clear();
        pending.clear();
    }
}
