package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.files.Proposal;
import org.conductregister.command.imports.files.RefusalWriter;
import org.conductregister.command.imports.files.Upload.Accept;
import org.conductregister.command.imports.rows.Statements;
import org.conductregister.command.imports.run.ImportRun;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.Group;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.SealedFacts;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Records what a comparison proposed, as far as it is accepted: those of one record together. */
@Component
public class Accepting {

    private static final int RECORDS = 500;

    private final ImportFiles files;
    private final TogetherRecorder recorder;
    private final Ledgers ledgers;
    private final Sights sights;
    private final SealedFacts sealed;

    Accepting(ImportFiles files, TogetherRecorder recorder, Ledgers ledgers, Sights sights, SealedFacts sealed) {
        this.sealed = sealed;
        this.files = files;
        this.recorder = recorder;
        this.ledgers = ledgers;
        this.sights = sights;
    }

    public RunEnd accept(UUID importId, Accept accepted, Counts before, ImportRun.Listener listener)
            throws IOException {
        try (var journal = files.journalOfCorrections(importId);
                var said = files.said(importId);
                var refusals = new RefusalWriter(files.moreRefusals(importId), null);
                var proposals = files.list(importId, "proposals")) {
            var batch = new Accepted();
            var counts = before;
            boolean goOn = true;
            for (var line = proposals.readLine(); line != null && goOn; line = proposals.readLine()) {
                var proposal = FactJson.mapper().readValue(line, Proposal.class);
                if (!isAccepted(proposal, accepted) || proposal.entry() == null) {
                    continue;
                }
                var entry = Statements.entry(proposal.entry());
                if (batch.isFull() && !batch.hasLast(entry)) {
                    counts = record(batch, accepted, journal, said, refusals, counts);
                    goOn = listener.counted(counts, null);
                    batch = new Accepted();
                }
                batch.add(proposal, entry);
            }
            counts = record(batch, accepted, journal, said, refusals, counts);
            listener.counted(counts, batch.last());
            return goOn ? new RunEnd.Done() : new RunEnd.BrokenOff();
        }
    }

    private static boolean isAccepted(Proposal proposal, Accept accepted) {
        boolean line = accepted.lines() == null || accepted.lines().contains(proposal.line());
        boolean kind = accepted.kinds() == null || accepted.kinds().contains(proposal.kind());
        return line && kind;
    }

    private Counts record(
            Accepted batch, Accept accepted, Journal journal, Writer said, RefusalWriter refusals, Counts counts)
            throws IOException {
        if (batch.groups.isEmpty()) {
            return counts;
        }
        var by = new Provenance(accepted.by(), accepted.correlation()).metaData();
        var rules = ledgers.rules(sights.recording(accepted.by()));
        var outcome = recorder.record(batch.groups, by, rules, journal);
        for (var not : outcome.refused()) {
            var proposal = requireNonNull(batch.proposals.get(not.entry().entryId()));
            refusals.writeAll(List.of(SheetRefusal.of(proposal.line(), not.entry(), not.refusal())));
        }
        // What was recorded by an acceptance that was broken off is repeated now, and perhaps not said yet
        for (var entry : Stream.concat(outcome.recorded().stream(), outcome.repeated().stream())
                .toList()) {
            said.write(said(requireNonNull(batch.proposals.get(entry.entryId())), entry)
                    .toString());
            said.write('\n');
        }
        said.flush();
        return new Counts(
                counts.read(),
                counts.recorded() + outcome.recorded().size(),
                counts.repeated() + outcome.repeated().size(),
                counts.refused() + outcome.refused().size(),
                counts.blank(),
                counts.totals(),
                counts.leftOut());
    }

    /** Returns the line that tells the next comparison what the sheet says by an entry. */
    private JsonNode said(Proposal proposal, Entry entry) {
        var json = FactJson.mapper().createObjectNode();
        json.put("line", proposal.line());
        json.put("record", entry.record().toString());
        if (entry.fact() instanceof EntryRetracted retracted) {
            json.put("gone", retracted.retracts().toString());
            json.put("by", entry.entryId().toString());
        } else if (entry.fact() instanceof EntryCorrected corrected) {
            json.set("entry", sealed.json(new Entry(corrected.corrects(), entry.record(), corrected.fact())));
            json.put("by", entry.entryId().toString());
        } else {
            json.set("entry", sealed.json(entry));
        }
        return json;
    }

    /** Proposals of some records, in their order. */
    private static final class Accepted {

        private final List<Group> groups = new ArrayList<>();
        private final Map<EntryId, Proposal> proposals = new HashMap<>();

        boolean isFull() {
            return groups.size() >= RECORDS;
        }

        boolean hasLast(Entry entry) {
            return !groups.isEmpty() && groups.getLast().record().equals(entry.record());
        }

        void add(Proposal proposal, Entry entry) {
            if (!hasLast(entry)) {
                groups.add(new Group(entry.record(), new ArrayList<>()));
            }
            groups.getLast().entries().add(entry);
            proposals.put(entry.entryId(), proposal);
        }

        /** The last entry; null where there is none. */
        @Nullable
        String last() {
            return groups.isEmpty()
                    ? null
                    : groups.getLast().entries().getLast().entryId().toString();
        }
    }
}
