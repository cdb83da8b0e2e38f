package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.compare.Proposing.Naming;
import org.conductregister.command.imports.compare.SaidByRecord.OfRecord;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.SheetBatches;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetProgress;
import org.conductregister.command.imports.run.UnderstoodSheet;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.keys.SealedFacts;
import org.conductregister.platform.people.Sights;
import org.springframework.stereotype.Component;

/**
 * Compares a sheet, which is a whole extract, with what earlier sheets of its mapping said. Sheet is compared with sheet:
 * what somebody has corrected by hand stays, and where the sheet has changed as well it is a conflict.
 *
 * <p>What both say is sorted by record through scratch files; then record by record the differences are judged on what is
 * recorded, together, and kept as proposals.
 */
@Component
public class Comparing {

    private static final int RECORDS = 500;

    private final ImportFiles files;
    private final Ledgers ledgers;
    private final OrderedEventStorageEngine engine;
    private final Today today;
    private final Sights sights;
    private final ContentIdentity identity;
    private final RecordClaims claims;
    private final SealedFacts sealed;

    Comparing(
            ImportFiles files,
            Ledgers ledgers,
            OrderedEventStorageEngine engine,
            Today today,
            Sights sights,
            ContentIdentity identity,
            RecordClaims claims,
            SealedFacts sealed) {
        this.claims = claims;
        this.sealed = sealed;
        this.sights = sights;
        this.identity = identity;
        this.files = files;
        this.ledgers = ledgers;
        this.engine = engine;
        this.today = today;
    }

    /** Compares the rows of a sheet. */
    public RunEnd compare(UUID importId, Upload upload, UnderstoodSheet sheet, SheetProgress progress)
            throws IOException {
        var mapping = requireNonNull(upload.mappingName());
        try (var said = new SaidByRecord(
                        files.scratch(),
                        files.scratch(),
                        files.table(),
                        sheet.mapper().mapping(),
                        sealed);
                var references = new ProposedReferences(claims, said, files.scratch());
                var refused = new RefusedByLine(files.scratch());
                var refusals = files.refusalsOfSheet(importId);
                var proposals = new ProposalWriter(files.proposals(importId))) {
            if (!readEarlier(importId, mapping, said, progress)) {
                return new RunEnd.BrokenOff();
            }
            var sight = ledgers.rules(sights.recording(upload.recordedBy()));
            var naming = new Naming(importId, mapping, today.day());
            var run = new Run(said, naming, references, refused, proposals, progress, sight);
            if (!run.readSheet(sheet) || !run.compareAll()) {
                return new RunEnd.BrokenOff();
            }
            files.keepComparison(importId, proposals.comparison());
            refused.write(sheet.sheet(), refusals);
            return new RunEnd.Done();
        }
    }

    /** Reads what earlier sheets said, and the corrections with which comparisons have followed them; returns whether all was read. */
    private boolean readEarlier(UUID importId, String mapping, SaidByRecord said, SheetProgress progress)
            throws IOException {
        var imports = files.all().stream()
                .filter(kept -> mapping.equals(kept.upload().mappingName()))
                .filter(kept -> !kept.progress().importId().equals(importId))
                .filter(kept -> kept.progress().state() != ImportProgress.State.UNDONE)
                .sorted(Comparator.comparing((Kept kept) -> kept.progress().acceptedAt()))
                .toList();
        for (var kept : imports) {
            try (var lines = files.list(kept.progress().importId(), "said")) {
                if (!said.addEarlier(lines, progress::readEarlier)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** One comparison. */
    private final class Run {

        private final SaidByRecord said;
        private final Naming naming;
        private final ProposedReferences references;
        private final RefusedByLine refused;
        private final ProposalWriter proposals;
        private final SheetProgress progress;
        private final SightRules sight;
        private final List<String> waiting = new ArrayList<>(RECORDS);
        private Counts counts = Counts.NONE;

        Run(
                SaidByRecord said,
                Naming naming,
                ProposedReferences references,
                RefusedByLine refused,
                ProposalWriter proposals,
                SheetProgress progress,
                SightRules sight) {
            this.said = said;
            this.naming = naming;
            this.references = references;
            this.refused = refused;
            this.proposals = proposals;
            this.progress = progress;
            this.sight = sight;
        }

        /** Returns whether all of it was read. */
        boolean readSheet(UnderstoodSheet sheet) throws IOException {
            try (var rows = sheet.sheet().rows()) {
                var source = new SheetBatches(rows, sheet.mapper(), identity::compared);
                for (var batch = source.next(); !batch.isEnd(); batch = source.next()) {
                    batch.facts().forEach(this::keep);
                    proposals.sheetEndsAt(batch.rows().getLast().line());
                    counts = counts.and(batch, 0, 0, 0).withRefused(refused.lines());
                    if (!progress.counted(counts, null)) {
                        return false;
                    }
                }
                return true;
            }
        }

        private void keep(Row row) {
            switch (row) {
                case Row.Read read -> said.add(read);
                case Row.Refused not -> {
                    refused.add(not);
                    said.add(not);
                }
            }
        }

        /** Compares the records of the sheet, and then those that only earlier sheets speak of; returns whether all were. */
        boolean compareAll() throws IOException {
            long of = said.size();
            boolean all = said.visit((record, done) -> {
                waiting.add(record);
                return waiting.size() < RECORDS || compareWaiting(done, of);
            });
            return all && compareWaiting(of, of);
        }

        private boolean compareWaiting(long done, long of) throws IOException {
            compare(waiting);
            waiting.clear();
            counts = counts.withRefused(refused.lines());
            return progress.compared(counts, done, of) || done == of;
        }

        @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
        private void compare(List<String> records) throws IOException {
            var differing = new ArrayList<OfRecord>();
            for (var record : records) {
                var one = said.of(record);
                proposals.same(one.difference().same());
                if (!one.difference().changes().isEmpty()) {
                    differing.add(one);
                }
            }
            references.lookUp(differing);
            var streams = differing.stream().map(one -> one.record().toString()).toList();
            try (var prefetched = engine.prefetch(streams)) {
                for (var one : differing) {
                    var ledger = ledgers.of(one.record());
                    var proposing = new Proposing(one, ledger, said, naming, sight, references, proposals, refused);
                    if (sight.see(one.record(), ledger.entries())) {
                        proposing.propose();
                    } else {
                        proposing.refuseUnseen(ledgers.empty(one.record().kind()));
                    }
                }
            }
        }
    }
}
