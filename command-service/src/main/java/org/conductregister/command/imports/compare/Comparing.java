package org.conductregister.command.imports.compare;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.conductregister.cases.CaseState;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.decisions.Refusal.LaterFactImpossible;
import org.conductregister.command.decisions.Rule;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.compare.Difference.Change;
import org.conductregister.command.imports.files.Comparison;
import org.conductregister.command.imports.files.Counts;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.ImportFiles.Kept;
import org.conductregister.command.imports.files.ImportProgress;
import org.conductregister.command.imports.files.Proposal;
import org.conductregister.command.imports.files.ProposalKind;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.SheetBatches;
import org.conductregister.command.imports.rows.Statements;
import org.conductregister.command.imports.rows.Statements.Statement;
import org.conductregister.command.imports.run.RecordJudge;
import org.conductregister.command.imports.run.RunEnd;
import org.conductregister.command.imports.run.SheetProgress;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.NotRecorded;
import org.conductregister.command.imports.run.UnderstoodSheet;
import org.conductregister.command.imports.scratch.Fingerprint;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.Correction.EntryCorrected;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.keys.SealedFacts;
import org.conductregister.platform.people.Sights;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

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
    private static final long NOT_OURS = 0;
    private static final long OURS = 1;

    private final ImportFiles files;
    private final Ledgers ledgers;
    private final OrderedEventStorageEngine engine;
    private final Today today;
    private final Sights sights;
    private final ContentIdentity identity;
    private final SealedFacts sealed;

    Comparing(
            ImportFiles files,
            Ledgers ledgers,
            OrderedEventStorageEngine engine,
            Today today,
            Sights sights,
            ContentIdentity identity,
            SealedFacts sealed) {
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
        try (var earlier = files.scratch();
                var now = files.scratch();
                var ours = files.table();
                var refused = new RefusedByLine(files.scratch());
                var refusals = files.refusalsOfSheet(importId);
                var proposals = files.proposals(importId)) {
            readEarlier(importId, requireNonNull(upload.mappingName()), earlier, ours);
            var run = new Run(importId, upload, earlier, now, ours, refused, proposals, progress);
            if (!run.readSheet(sheet) || !run.compareAll()) {
                return new RunEnd.BrokenOff();
            }
            refused.write(sheet.sheet(), refusals);
            return new RunEnd.Done();
        }
    }

    /** Reads what earlier sheets said, and the corrections with which comparisons have followed them. */
    private void readEarlier(UUID importId, String mapping, ScratchTexts earlier, LongTable ours) throws IOException {
        var imports = files.all().stream()
                .filter(kept -> mapping.equals(kept.upload().mappingName()))
                .filter(kept -> !kept.progress().importId().equals(importId))
                .filter(kept -> kept.progress().state() != ImportProgress.State.UNDONE)
                .sorted(Comparator.comparing((Kept kept) -> kept.progress().acceptedAt()))
                .toList();
        for (var kept : imports) {
            try (var lines = files.list(kept.progress().importId(), "said")) {
                for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                    var json = (ObjectNode) FactJson.mapper().readTree(line);
                    var record = recordOf(json);
                    if (json.hasNonNull("entry")) {
                        json.set("entry", sealed.opened(record, json.get("entry")));
                    }
                    earlier.add(record, json.toString().getBytes(StandardCharsets.UTF_8));
                    if (json.hasNonNull("by")) {
                        ours.put(Fingerprint.of(json.get("by").stringValue()), OURS, NOT_OURS);
                    }
                }
            }
        }
    }

    private static String recordOf(JsonNode said) {
        return said.hasNonNull("record")
                ? said.get("record").stringValue()
                : Statements.entry(said.get("entry")).record().toString();
    }

    /** One comparison. */
    private final class Run {

        private final UUID importId;
        private final Upload upload;
        private final ScratchTexts earlier;
        private final ScratchTexts now;
        private final LongTable ours;
        private final RefusedByLine refused;
        private final Writer proposals;
        private final SheetProgress progress;
        private final SightRules sight;
        private Counts counts = Counts.NONE;
        private Comparison comparison = Comparison.NONE;
        private long lastLine;

        Run(
                UUID importId,
                Upload upload,
                ScratchTexts earlier,
                ScratchTexts now,
                LongTable ours,
                RefusedByLine refused,
                Writer proposals,
                SheetProgress progress) {
            this.importId = importId;
            this.upload = upload;
            this.earlier = earlier;
            this.now = now;
            this.ours = ours;
            this.refused = refused;
            this.proposals = proposals;
            this.progress = progress;
            this.sight = ledgers.rules(sights.recording(upload.recordedBy()));
        }

        boolean readSheet(UnderstoodSheet sheet) throws IOException {
            try (var rows = sheet.sheet().rows()) {
                var source = new SheetBatches(rows, sheet.mapper(), identity::compared);
                for (var batch = source.next(); !batch.isEnd(); batch = source.next()) {
                    for (var row : batch.facts()) {
                        keep(row);
                    }
                    lastLine = batch.rows().getLast().line();
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
                case Row.Read read -> {
                    var json = FactJson.mapper().createObjectNode().put("line", read.line());
                    var of = requireNonNull(read.of());
                    json.put("force", of.force()).put("column", of.column("caseId"));
                    json.set("entry", FactJson.of(read.entry()));
                    now.add(read.entry().record().toString(), FactJson.mapper().writeValueAsBytes((JsonNode) json));
                }
                case Row.Refused not -> {
                    refuse(not);
                    var record = record(not.sent());
                    if (record != null) {
                        var json = FactJson.mapper().createObjectNode();
                        json.put("unreadable", Statement.subject(requireNonNull(not.sent())));
                        now.add(record, FactJson.mapper().writeValueAsBytes((JsonNode) json));
                    }
                }
            }
        }

        private @Nullable String record(@Nullable JsonNode sent) {
            if (sent == null || !sent.isObject()) {
                return null;
            }
            for (var kind : RecordKind.values()) {
                if (sent.hasNonNull(kind.idField())) {
                    return new RecordId(kind, sent.get(kind.idField()).stringValue()).toString();
                }
            }
            return null;
        }

        private void refuse(Row.Refused not) {
            refused.add(not);
        }

        /** Compares the records of the sheet, and then those that only earlier sheets speak of. */
        boolean compareAll() throws IOException {
            long of = now.size() + earlier.size();
            long done = 0;
            var batch = new ArrayList<String>(RECORDS);
            for (var source : List.of(now, earlier)) {
                var keys = source.keys();
                for (var key = keys.next(); key != null; key = keys.next()) {
                    done++;
                    if (source == now || !now.has(key)) {
                        batch.add(key);
                    }
                    if (batch.size() == RECORDS) {
                        compareSome(batch);
                        batch.clear();
                        counts = counts.withRefused(refused.lines());
                        if (!progress.compared(counts, done, of)) {
                            return false;
                        }
                    }
                }
            }
            compareSome(batch);
            counts = counts.withRefused(refused.lines());
            progress.compared(counts, of, of);
            files.keepComparison(importId, comparison);
            return true;
        }

        @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
        private void compareSome(List<String> records) throws IOException {
            var differing = new ArrayList<Pending>();
            for (var record : records) {
                var pending = difference(record);
                comparison = comparison.andSame(pending.difference().same());
                if (!pending.difference().changes().isEmpty()) {
                    differing.add(pending);
                }
            }
            var streams = differing.stream().map(Pending::record).toList();
            try (var prefetched = engine.prefetch(streams)) {
                for (var pending : differing) {
                    propose(pending);
                }
            }
        }

        /** The differences of one record, not yet judged. */
        private record Pending(
                String record, Difference difference, boolean openingUnreadable, String force, String column) {}

        private Pending difference(String record) {
            var said = new Statements();
            var unreadable = new HashSet<String>();
            var seen = new HashSet<EntryId>();
            var force = "";
            var column = "";
            for (var text : now.of(record)) {
                var json = FactJson.mapper().readTree(text);
                if (json.hasNonNull("unreadable")) {
                    unreadable.add(json.get("unreadable").stringValue());
                    continue;
                }
                var entry = Statements.entry(json.get("entry"));
                force = json.get("force").stringValue();
                column = json.path("column").asString("");
                if (seen.add(entry.entryId())) {
                    said.add(new Statement(json.get("line").longValue(), entry));
                }
            }
            var difference = Difference.between(Statements.folded(earlier.of(record)), said, unreadable);
            boolean openingUnreadable =
                    unreadable.contains("CaseOpened") && said.of("CaseOpened").isEmpty();
            return new Pending(record, difference, openingUnreadable, force, column);
        }

        private void propose(Pending pending) throws IOException {
            var record = RecordId.parse(pending.record());
            var ledger = ledgers.of(record);
            if (!sight.see(record, ledger.entries())) {
                refuseUnseen(record, pending);
                return;
            }
            var history = new History(ledger.entries());
            var proposed = new ArrayList<Proposed>();
            for (var change : pending.difference().changes()) {
                var after = change.after();
                var outOfSight = after == null
                        ? null
                        : sight.refusal(record, after.entry().fact());
                if (after != null && outOfSight != null) {
                    refuse(SheetRefusal.of(after.line(), after.entry(), outOfSight));
                    continue;
                }
                if (after != null && change.before() == null) {
                    if (stands(history, after.entry().fact())) {
                        comparison = comparison.andSame(1);
                        continue;
                    }
                    if (RecordJudge.isAnotherForces(ledger, pending.force())) {
                        refuse(SheetRefusal.caseOfAnotherForce(after, pending.column()));
                        continue;
                    }
                    if (isHeldBack(pending, ledger, after)) {
                        refuse(SheetRefusal.caseHeldBack(after, pending.column()));
                        continue;
                    }
                }
                if (change.before() != null
                        && isCorrectedByHand(
                                history, ledger, change.before().entry().entryId())) {
                    write(change, ProposalKind.CONFLICT, null);
                    continue;
                }
                if (change.before() != null
                        && history.struckBy(change.before().entry().entryId()) != null) {
                    continue;
                }
                proposed.add(new Proposed(change, entry(record, change, ledger)));
            }
            retractImpossible(ledger, history, record, pending.difference(), proposed);
            judge(ledger, proposed);
        }

        /** Refuses what the sheet says of a case that whoever sent it may not see; what it no longer says is not proposed. */
        private void refuseUnseen(RecordId record, Pending pending) {
            var never = ledgers.empty(record.kind());
            for (var change : pending.difference().changes()) {
                var after = change.after();
                if (after != null) {
                    refuse(SheetRefusal.of(
                            after.line(),
                            after.entry(),
                            sight.refusalOnUnseen(record, after.entry(), never, today.day())));
                }
            }
        }

        /**
         * Statements as before may not go together with what it states otherwise, such as a closing with a later
         * day of receipt: it is refused as it would be in a sheet by itself, and what was recorded of it retracted.
         */
        private void retractImpossible(
                Ledger<?> ledger, History history, RecordId record, Difference difference, List<Proposed> proposed) {
            var unchanged = new HashMap<EntryId, Change>();
            for (var change : difference.unchanged()) {
                var entryId = requireNonNull(change.before()).entry().entryId();
                if (!isCorrectedByHand(history, ledger, entryId)) {
                    unchanged.put(entryId, change);
                }
            }
            boolean found = !proposed.isEmpty() && !unchanged.isEmpty();
            while (found) {
                found = false;
                for (var refused : ledger.refusalsOfAll(entries(proposed), today.day())) {
                    var change = refused.refusal() instanceof LaterFactImpossible later
                            ? unchanged.remove(later.entryId())
                            : null;
                    if (change != null && refused.refusal() instanceof LaterFactImpossible later) {
                        var after = requireNonNull(change.after());
                        refuse(SheetRefusal.of(after.line(), after.entry(), new Refusal.RuleBroken(ruleOf(later))));
                        proposed.add(
                                new Proposed(new Change(change.before(), null), retraction(ledger, record, change)));
                        comparison = comparison.andSame(-1);
                        found = true;
                    }
                }
            }
        }

        /** An entry before the day that the case now has was not on no case, but before it. */
        private static Rule ruleOf(LaterFactImpossible later) {
            return later.because() == Rule.CASE_NOT_OPENED ? Rule.OCCURRED_BEFORE_CASE_OPENED : later.because();
        }

        private boolean isHeldBack(Pending pending, Ledger<?> ledger, Statement after) {
            return pending.openingUnreadable()
                    && !(after.entry().fact() instanceof CaseOpened)
                    && !(ledger.head() instanceof CaseState state && state.opened());
        }

        private void judge(Ledger<?> ledger, List<Proposed> proposed) throws IOException {
            var not = new ArrayList<NotRecorded>();
            TogetherRecorder.allowed(ledger, entries(proposed), today.day(), not);
            var left = new ArrayList<Proposed>();
            for (var each : proposed) {
                var refusal = refusalOf(each, not);
                if (refusal == null) {
                    left.add(each);
                    continue;
                }
                refuse(refusal);
                if (each.isSaidOtherwise()) {
                    left.add(new Proposed(
                            each.change(), retraction(ledger, each.entry().record(), each.change())));
                }
            }
            not.clear();
            TogetherRecorder.allowed(ledger, entries(left), today.day(), not);
            for (var each : left) {
                var refusal = refusalOf(each, not);
                if (refusal == null) {
                    write(each.change(), each.kind(), each.entry());
                } else {
                    refuse(refusal);
                }
            }
        }

        private static List<Entry> entries(List<Proposed> proposed) {
            return proposed.stream().map(Proposed::entry).toList();
        }

        private Row.@Nullable Refused refusalOf(Proposed proposed, List<NotRecorded> not) {
            return not.stream()
                    .filter(one -> one.entry().equals(proposed.entry()))
                    .findFirst()
                    .map(one -> SheetRefusal.of(proposed.change().line(lastLine + 1), proposed.entry(), one.refusal()))
                    .orElse(null);
        }

        /** The sheet no more says what was said, and what it says instead cannot be so. */
        private Entry retraction(Ledger<?> ledger, RecordId record, Change change) {
            return entry(record, new Change(change.before(), null), ledger);
        }

        private Entry entry(RecordId record, Change change, Ledger<?> ledger) {
            var before = change.before();
            var after = change.after();
            if (before == null) {
                var entry = requireNonNull(after).entry();
                while (ledger.has(entry.entryId())) {
                    entry = ContentIdentity.again(entry);
                }
                return entry;
            }
            var reason = new FreeText("The extract of %s says so (%s)."
                    .formatted(SheetRefusal.plain(today.day().toString()), upload.mappingName()));
            OfAnEntry fact = after == null
                    ? new EntryRetracted(today.day(), before.entry().entryId(), reason, null)
                    : new EntryCorrected(
                            today.day(), before.entry().entryId(), after.entry().fact(), reason, null);
            return new Entry(ContentIdentity.within(importId, fact), record, fact, true);
        }

        private void write(Change change, ProposalKind kind, @Nullable Entry entry) throws IOException {
            comparison = comparison.and(kind);
            long line = change.after() == null ? ++lastLine : change.after().line();
            var proposal = new Proposal(
                    line,
                    kind,
                    entry == null ? null : FactJson.of(entry),
                    change.before() == null ? null : FactJson.of(change.before().entry()),
                    change.after() == null ? null : FactJson.of(change.after().entry()));
            proposals.write(FactJson.mapper().writeValueAsString(proposal));
            proposals.write('\n');
        }

        private boolean isCorrectedByHand(History history, Ledger<?> ledger, EntryId entryId) {
            return ledger.entries().stream()
                    .anyMatch(logged -> logged.fact() instanceof OfAnEntry correction
                            && correction.corrects().equals(entryId)
                            && history.struckBy(logged.entryId()) == null
                            && ours.get(Fingerprint.of(logged.entryId().toString()), NOT_OURS) == NOT_OURS);
        }
    }

    /** A change with the entry that would record it. */
    private record Proposed(Change change, Entry entry) {

        ProposalKind kind() {
            return change.before() == null
                    ? ProposalKind.NEW
                    : entry.fact() instanceof EntryRetracted ? ProposalKind.RETRACTED : ProposalKind.CORRECTED;
        }

        /** Whether the sheet says something else than before, other than how the record itself began. */
        boolean isSaidOtherwise() {
            return change.before() != null
                    && change.after() != null
                    && !(change.after().entry().fact() instanceof CaseOpened);
        }
    }

    private static boolean stands(History history, Fact fact) {
        return history.inEffect().stream()
                .anyMatch(entry -> entry.fact().equals(fact) && entry.day().equals(fact.occurredOn()));
    }
}
