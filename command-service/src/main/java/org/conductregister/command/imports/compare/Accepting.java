package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.messaging.MetaData;
import org.conductregister.claims.Clash;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.files.Proposal;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.files.Upload.Accept;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.kept.Mappings;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.Row.SheetFact;
import org.conductregister.command.imports.rows.Statements;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.command.imports.run.ImportRun;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.Group;
import org.conductregister.command.imports.run.TogetherRecorder.NotRecorded;
import org.conductregister.command.imports.run.TogetherRecorder.Outcome;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.SealedFacts;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Records what a comparison proposed, as far as it is accepted: those of one record together. What another case's reference
 * stands against is tried once more when all else is recorded, since the sheet may give that reference up further down.
 */
@Component
public class Accepting {

    private static final int RECORDS = 500;

    /** Together, so that references may go round in a ring. */
    private static final int POSTPONED_RECORDS = 5_000;

    private final ImportFiles files;
    private final TogetherRecorder recorder;
    private final Ledgers ledgers;
    private final Sights sights;
    private final Mappings mappings;
    private final SealedFacts sealed;

    Accepting(
            ImportFiles files,
            TogetherRecorder recorder,
            Ledgers ledgers,
            Sights sights,
            Mappings mappings,
            SealedFacts sealed) {
        this.sealed = sealed;
        this.files = files;
        this.recorder = recorder;
        this.ledgers = ledgers;
        this.sights = sights;
        this.mappings = mappings;
    }

    /**
     * Records the proposals that are accepted, and writes down which are refused.
     *
     * @param before the counts of the comparison, to which those of the acceptance are added
     */
    public RunEnd accept(UUID importId, Upload upload, Accept accepted, Counts before, ImportRun.Listener listener)
            throws IOException {
        var mapping = mappings.read(requireNonNull(upload.sheetMapping()));
        try (var journal = files.journalOfCorrections(importId);
                var said = files.said(importId);
                var run = new Run(mapping, accepted, before, journal, said, listener)) {
            if (!run.acceptProposals(importId) || !run.tryPostponed()) {
                return new RunEnd.BrokenOff();
            }
            run.writeRefusals(importId);
            return new RunEnd.Done();
        }
    }

    /** One acceptance. */
    private final class Run implements Closeable {

        private final Mapping mapping;
        private final Accept accepted;
        private final Counts before;
        private final Journal journal;
        private final Writer said;
        private final ImportRun.Listener listener;
        private final ScratchTexts postponed;
        private final RefusedByLine refused;
        private final MetaData provenance;
        private final SightRules rules;
        private Counts counts;
        private Accepted batch = new Accepted(RECORDS);

        /** The last entry recorded, or found recorded already; null until there is one. */
        private @Nullable String last;

        Run(Mapping mapping, Accept accepted, Counts before, Journal journal, Writer said, ImportRun.Listener listener)
                throws IOException {
            this.mapping = mapping;
            this.accepted = accepted;
            this.before = before;
            this.counts = before;
            this.journal = journal;
            this.said = said;
            this.listener = listener;
            this.postponed = files.scratch();
            this.refused = new RefusedByLine(files.scratch());
            this.provenance = new Provenance(accepted.by(), accepted.correlation()).metaData();
            this.rules = ledgers.rules(sights.recording(accepted.by()));
        }

        /** Returns whether all were tried. */
        boolean acceptProposals(UUID importId) throws IOException {
            try (var proposals = files.list(importId, "proposals")) {
                for (var line = proposals.readLine(); line != null; line = proposals.readLine()) {
                    var proposal = FactJson.mapper().readValue(line, Proposal.class);
                    if (isAccepted(proposal) && proposal.entry() != null && !add(proposal, true)) {
                        return false;
                    }
                }
            }
            record(true);
            return listener.counted(counts, last);
        }

        private boolean isAccepted(Proposal proposal) {
            boolean line = accepted.lines() == null || accepted.lines().contains(proposal.line());
            boolean kind = accepted.kinds() == null || accepted.kinds().contains(proposal.kind());
            return line && kind;
        }

        /** Tries again what references stood against; returns whether all were tried. */
        boolean tryPostponed() throws IOException {
            batch = new Accepted(POSTPONED_RECORDS);
            var records = postponed.keys();
            for (var record = records.next(); record != null; record = records.next()) {
                for (var text : postponed.of(record)) {
                    if (!add(FactJson.mapper().readValue(text, Proposal.class), false)) {
                        return false;
                    }
                }
            }
            record(false);
            return listener.counted(counts, last);
        }

        /** Returns whether to go on. */
        private boolean add(Proposal proposal, boolean again) throws IOException {
            boolean goOn = true;
            var entry = Statements.entry(requireNonNull(proposal.entry()));
            if (batch.isFull() && !batch.hasLast(entry)) {
                record(again);
                goOn = listener.counted(counts, last);
                batch = new Accepted(again ? RECORDS : POSTPONED_RECORDS);
            }
            batch.add(proposal, entry);
            return goOn;
        }

        /** @param again whether what references stand against is tried again later */
        private void record(boolean again) throws IOException {
            if (batch.groups.isEmpty()) {
                return;
            }
            var outcome = recorder.record(batch.groups, provenance, rules, journal);
            refuse(outcome.refused(), again);
            say(outcome);
            counts = new Counts(
                    counts.read(),
                    counts.recorded() + outcome.recorded().size(),
                    counts.repeated() + outcome.repeated().size(),
                    before.refused() + refused.lines(),
                    counts.blank(),
                    counts.totals(),
                    counts.leftOut());
        }

        private void refuse(List<NotRecorded> not, boolean again) {
            var clashing = new HashSet<RecordId>();
            var unopened = new HashSet<RecordId>();
            for (var each : not) {
                if (again && each.refusal().code().equals(Clash.Kind.REFERENCE_TAKEN.name())) {
                    clashing.add(each.entry().record());
                }
                if (each.entry().fact() instanceof CaseOpened) {
                    unopened.add(each.entry().record());
                }
            }
            for (var each : not) {
                var record = each.entry().record();
                var proposal = requireNonNull(batch.proposals.get(each.entry().entryId()));
                if (clashing.contains(record)) {
                    postponed.add(record.toString(), FactJson.mapper().writeValueAsBytes(proposal));
                } else {
                    refused.add(refusal(proposal, each.entry(), each.refusal(), unopened.contains(record)));
                }
            }
        }

        private Row.Refused refusal(Proposal proposal, Entry entry, Refusal refusal, boolean unopened) {
            if (proposal.fact() == null) {
                return SheetRefusal.of(proposal.line(), entry, refusal);
            }
            var template = mapping.facts().get(proposal.fact());
            var statement = new Statement(proposal.line(), entry, new SheetFact(template, mapping.force(), mapping));
            return unopened && !(entry.fact() instanceof CaseOpened)
                    ? SheetRefusal.caseHeldBack(statement)
                    : SheetRefusal.of(statement, entry, refusal);
        }

        /** Tells the next comparison of all that stands: entries of an acceptance that was broken off are repeated now, and perhaps not told yet. */
        private void say(Outcome outcome) throws IOException {
            for (var entry : Stream.concat(outcome.repeated().stream(), outcome.recorded().stream())
                    .toList()) {
                last = entry.entryId().toString();
                var proposal = requireNonNull(batch.proposals.get(entry.entryId()));
                said.write(statement(proposal, entry).toString());
                said.write('\n');
            }
            said.flush();
        }

        /** Writes what is refused, with the rows of the sheet that it stands in as far as the sheet is kept. */
        void writeRefusals(UUID importId) throws IOException {
            if (refused.lines() == 0) {
                return;
            }
            try (var refusals = files.moreRefusalsOfSheet(importId)) {
                var opened = files.hasUpload(importId)
                        ? Sheet.open(
                                files.uploadPath(importId), mapping.answers().choice(mapping.statingColumns()))
                        : null;
                if (opened instanceof Opened.Known(Sheet sheet)) {
                    refused.write(sheet, refusals);
                } else {
                    refused.write(refusals);
                }
            }
        }

        @Override
        public void close() throws IOException {
            try (postponed) {
                refused.close();
            }
        }
    }

    /** Returns the line that tells the next comparison what the sheet says by an entry. */
    private JsonNode statement(Proposal proposal, Entry entry) {
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

        private final int records;
        private final List<Group> groups = new ArrayList<>();
        private final Map<EntryId, Proposal> proposals = new HashMap<>();

        Accepted(int records) {
            this.records = records;
        }

        boolean isFull() {
            return groups.size() >= records;
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
    }
}
