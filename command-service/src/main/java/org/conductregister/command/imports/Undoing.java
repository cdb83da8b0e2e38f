package org.conductregister.command.imports;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.rows.ContentIdentity;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.Group;
import org.conductregister.command.imports.scratch.Fingerprint;
import org.conductregister.command.imports.scratch.LongTable;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.platform.people.Sights;
import org.conductregister.terms.text.FreeText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes back an import as a whole: all that it recorded and that still stands is retracted, those of one record together.
 * What was known in between stays known.
 */
@Component
class Undoing {

    private static final int RECORDS = 500;
    private static final int LISTED = 100;
    private static final int LOOK_EVERY = 1_000;
    private static final long NOT_SEEN = 0;
    private static final long SEEN = 1;

    private final ImportFiles files;
    private final TogetherRecorder recorder;
    private final Ledgers ledgers;
    private final OrderedEventStorageEngine engine;
    private final EventLog log;
    private final Today today;
    private final Sights sights;

    Undoing(
            ImportFiles files,
            TogetherRecorder recorder,
            Ledgers ledgers,
            OrderedEventStorageEngine engine,
            EventLog log,
            Today today,
            Sights sights) {
        this.sights = sights;
        this.files = files;
        this.recorder = recorder;
        this.ledgers = ledgers;
        this.engine = engine;
        this.log = log;
        this.today = today;
    }

    /** Follows an undoing; each says whether to go on. */
    interface Progress {

        /** So many lines of the journal of what the import recorded are read. */
        boolean readEarlier(long lines);

        /** So many entries are retracted. */
        boolean undone(long done);
    }

    /**
     * An entry that rests on what an import recorded.
     *
     * @param what it is, in words
     */
    record Resting(RecordId record, EntryId entryId, String what) {}

    /**
     * Lists the later entries that rest on an import, up to a limit; none where it can be undone. Only records on
     * which something was recorded since by others are judged: of the others what was there before is left.
     */
    List<Resting> resting(UUID importId) throws IOException {
        var resting = new ArrayList<Resting>();
        try (var own = files.table();
                var ours = recorded(importId, own, lines -> {});
                var seen = files.table()) {
            long first = firstPosition(ours);
            if (first == 0) {
                return resting;
            }
            var since = log.from(first, Long.MAX_VALUE).iterator();
            while (since.hasNext() && resting.size() < LISTED) {
                var event = since.next();
                var record = event.aggregateIdentifier();
                if (own.get(Fingerprint.of(event.entryId()), NOT_SEEN) == NOT_SEEN
                        && ours.has(record)
                        && seen.put(Fingerprint.of(record), SEEN, NOT_SEEN) == NOT_SEEN) {
                    addResting(RecordId.parse(record), entries(ours, record), resting);
                }
            }
        }
        return resting;
    }

    /** Whether an import has recorded something on what a person may not see. Costs a look at each record, unless they see all. */
    boolean isOutOfSight(UUID importId, Provenance by) throws IOException {
        var rules = ledgers.rules(sights.recording(by.recordedBy()));
        if (rules.areNone()) {
            return false;
        }
        try (var ours = recorded(importId, null, lines -> {})) {
            var records = ours.keys();
            for (var each = records.next(); each != null; each = records.next()) {
                var record = RecordId.parse(each);
                if (!rules.see(record, ledgers.of(record).entries())) {
                    return true;
                }
            }
            return false;
        }
    }

    private void addResting(RecordId record, Set<EntryId> ours, List<Resting> resting) {
        var ledger = ledgers.of(record);
        var retractions = retractions(record, ours, ledger, new FreeText("undone"));
        addCorrections(record, ours, ledger, resting);
        for (var refused : ledger.refusalsOfAll(retractions, today.day())) {
            resting.add(resting(record, refused.refusal()));
        }
    }

    /** Returns the position of the first entry of an import; 0 where none is in the log. */
    private long firstPosition(ScratchTexts ours) throws IOException {
        var records = ours.keys();
        for (var record = records.next(); record != null; record = records.next()) {
            var ids = entries(ours, record).stream().map(EntryId::toString).toList();
            var recorded = log.recorded(ids);
            if (!recorded.isEmpty()) {
                return recorded.getFirst().position();
            }
        }
        return 0;
    }

    /** Adds the corrections that somebody has logged since: they rest on the entries corrected. */
    private static void addCorrections(RecordId record, Set<EntryId> ours, Ledger<?> ledger, List<Resting> resting) {
        var history = new History(ledger.entries());
        for (var logged : ledger.entries()) {
            if (logged.fact() instanceof OfAnEntry correction
                    && !(correction instanceof EntryRetracted)
                    && ours.contains(correction.corrects())
                    && !ours.contains(logged.entryId())
                    && history.struckBy(logged.entryId()) == null) {
                resting.add(new Resting(record, logged.entryId(), what(FactType.of(logged.fact()), record, "")));
            }
        }
    }

    private static Resting resting(RecordId record, Refusal refusal) {
        return refusal instanceof Refusal.LaterFactImpossible later
                ? new Resting(
                        record,
                        later.entryId(),
                        what(
                                later.type(),
                                record,
                                " of " + SheetRefusal.plain(later.day().toString())))
                : new Resting(record, EntryId.random(), SheetRefusal.plain(refusal.sentence()));
    }

    private static String what(FactType type, RecordId record, String when) {
        return "%s%s, on %s %s"
                .formatted(SheetRefusal.plain(type.name()), when, record.kind().word(), record.id());
    }

    /**
     * Retracts all that an import recorded.
     *
     * @return whether all is done
     */
    boolean undo(UUID importId, String reason, Provenance by, Progress progress) throws IOException {
        try (var ours = recorded(importId, null, lines -> progress.readEarlier(lines))) {
            long done = 0;
            var records = ours.keys();
            for (var batch = next(records); !batch.isEmpty(); batch = next(records)) {
                done += retract(batch, ours, new FreeText(reason), by);
                if (!progress.undone(done)) {
                    return false;
                }
            }
            return true;
        }
    }

    private static List<String> next(ScratchTexts.Keys records) throws IOException {
        var batch = new ArrayList<String>(RECORDS);
        while (batch.size() < RECORDS) {
            var record = records.next();
            if (record == null) {
                break;
            }
            batch.add(record);
        }
        return batch;
    }

    @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
    private int retract(List<String> records, ScratchTexts ours, FreeText reason, Provenance by) throws IOException {
        var groups = new ArrayList<Group>(records.size());
        try (var prefetched = engine.prefetch(records)) {
            for (var each : records) {
                var record = RecordId.parse(each);
                var retractions = retractions(record, entries(ours, each), ledgers.of(record), reason);
                if (!retractions.isEmpty()) {
                    groups.add(new Group(record, retractions));
                }
            }
        }
        var outcome = recorder.record(groups, by.metaData(), ledgers.rules(sights.recording(by.recordedBy())), null);
        if (!outcome.refused().isEmpty()) {
            throw new IOException("somebody has recorded meanwhile what rests on the import: "
                    + outcome.refused().getFirst().refusal().sentence());
        }
        return outcome.recorded().size();
    }

    private List<Entry> retractions(RecordId record, Set<EntryId> ours, Ledger<?> ledger, FreeText reason) {
        var history = new History(ledger.entries());
        var retractions = new ArrayList<Entry>(ours.size());
        for (var entryId : ours) {
            if (!ledger.has(entryId) || history.struckBy(entryId) != null) {
                continue;
            }
            var fact = new EntryRetracted(today.day(), entryId, reason, null);
            var retraction = new Entry(ContentIdentity.ofUndoing(entryId), record, fact, true);
            while (ledger.has(retraction.entryId())) {
                retraction = ContentIdentity.again(retraction);
            }
            retractions.add(retraction);
        }
        return retractions;
    }

    /**
     * Returns the ids of the entries that an import recorded, by record.
     *
     * @param own an empty table for the fingerprints of these ids; null where they are not wanted
     * @param told is told every so often how many lines of the journal are read
     */
    private ScratchTexts recorded(UUID importId, @Nullable LongTable own, LongConsumer told) throws IOException {
        var recorded = files.scratch();
        long read = 0;
        try (var lines = files.list(importId, Journal.RECORDED)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.length() == tab + 37) {
                    var entryId = line.substring(tab + 1);
                    recorded.add(line.substring(0, tab), entryId.getBytes(StandardCharsets.US_ASCII));
                    if (own != null) {
                        own.put(Fingerprint.of(entryId), SEEN, NOT_SEEN);
                    }
                }
                if (++read % LOOK_EVERY == 0) {
                    told.accept(read);
                }
            }
            return recorded;
        } catch (IOException | RuntimeException e) {
            recorded.close();
            throw e;
        }
    }

    private static Set<EntryId> entries(ScratchTexts recorded, String record) {
        return recorded.of(record).stream()
                .map(id -> EntryId.of(new String(id, StandardCharsets.US_ASCII)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
