package org.conductregister.command.imports.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.Entry;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;

/**
 * The memory of a run over one file: the ledgers decided on last, which cases it has opened, and, where nothing is
 * recorded, what would have been. For one thread.
 */
public final class FileScope {

    private final RecentLedgers recent = new RecentLedgers();
    private final Openings openings;
    private final @Nullable ScratchTexts checked;
    private final @Nullable Journal journal;
    private SightRules sight = SightRules.NONE;

    private FileScope(LongTable openings, @Nullable ScratchTexts checked, @Nullable Journal journal) {
        this.openings = new Openings(openings);
        this.checked = checked;
        this.journal = journal;
    }

    /**
     * Returns a scope whose accepted entries are recorded, and nothing else kept of them: of entries alone, which no
     * sheet's rows state.
     */
    public static FileScope recording() {
        return new FileScope(new LongTable(Path.of(System.getProperty("java.io.tmpdir"))), null, null);
    }

    /**
     * Returns a scope whose accepted entries are recorded, and listed in the journal.
     *
     * @param openings an empty table for the cases that the file opens
     */
    public static FileScope recording(LongTable openings, Journal journal) {
        return new FileScope(openings, null, journal);
    }

    /** Nothing is recorded. What is accepted is kept in {@code checked}, so that what follows is judged as if it were. */
    public static FileScope checking(LongTable openings, ScratchTexts checked) {
        return new FileScope(openings, checked, null);
    }

    /** Sets what whoever sent the file may not record. */
    FileScope limitedBy(SightRules rules) {
        this.sight = rules;
        return this;
    }

    SightRules sight() {
        return sight;
    }

    boolean records() {
        return checked == null;
    }

    RecentLedgers recent() {
        return recent;
    }

    Openings openings() {
        return openings;
    }

    @Nullable
    Journal journal() {
        return journal;
    }

    /** Takes into a ledger, read from the log, what a check has accepted on it. */
    void complete(RecordId record, Ledger<?> ledger) {
        if (checked == null) {
            return;
        }
        for (var text : checked.of(record.toString())) {
            var json = FactJson.mapper().readTree(text);
            var entry = new EntryReader((list, code) -> true).read(json, null, LocalDate.EPOCH);
            ledger.record(entry.entryId(), entry.fact());
        }
    }

    /** Returns the references that some entries state, with the cases that have them, as recorded or as a check has accepted. */
    BatchReferences references(List<Entry> entries, RecordClaims claims) {
        var references = BatchReferences.of(entries, claims);
        if (checked != null) {
            for (var entry : entries) {
                var reference = ForceReference.in(entry.fact());
                var accepted = reference == null ? List.<byte[]>of() : checked.of(reference.key());
                if (reference != null && !accepted.isEmpty()) {
                    references.heldBy(
                            reference, RecordId.parse(new String(accepted.getLast(), StandardCharsets.UTF_8)));
                }
            }
        }
        return references;
    }

    /** Keeps which cases a check has accepted with which references. */
    void keep(BatchReferences references) {
        if (checked != null) {
            references
                    .claimed()
                    .forEach((reference, holder) ->
                            checked.add(reference.key(), holder.toString().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** Keeps what would have been recorded. */
    void keep(RecordId record, List<DomainEventMessage<Fact>> events) {
        if (checked == null) {
            return;
        }
        for (var event : events) {
            var entry = new Entry(EntryId.of(event.getIdentifier()), record, event.getPayload());
            checked.add(record.toString(), FactJson.mapper().writeValueAsBytes(FactJson.of(entry)));
        }
    }
}
