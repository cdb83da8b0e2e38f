package org.conductregister.command.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.command.imports.mapping.rows.ContentIdentity;
import org.conductregister.command.imports.run.SheetRefusal;
import org.conductregister.command.imports.run.TogetherRecorder;
import org.conductregister.command.imports.run.TogetherRecorder.Group;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactType;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfAnEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.platform.Provenance;
import org.conductregister.terms.text.FreeText;
import org.springframework.stereotype.Component;

/**
 * Takes back an import as a whole: all that it recorded and that still stands is retracted, those of one record together.
 * What was known in between stays known.
 */
@Component
class Undoing {

    private static final int RECORDS = 500;
    private static final int LISTED = 100;

    private final ImportFiles files;
    private final TogetherRecorder recorder;
    private final Ledgers ledgers;
    private final Today today;

    Undoing(ImportFiles files, TogetherRecorder recorder, Ledgers ledgers, Today today) {
        this.files = files;
        this.recorder = recorder;
        this.ledgers = ledgers;
        this.today = today;
    }

    /**
     * An entry that rests on what an import recorded.
     *
     * @param what it is, in words
     */
    record Resting(RecordId record, EntryId entryId, String what) {}

    /** Lists the later entries that rest on an import, up to a limit; none where it can be undone. */
    List<Resting> resting(UUID importId) throws IOException {
        var resting = new ArrayList<Resting>();
        for (var each : recorded(importId).entrySet()) {
            var ledger = ledgers.of(each.getKey());
            var retractions = retractions(each.getKey(), each.getValue(), ledger, new FreeText("undone"));
            addCorrections(each.getKey(), each.getValue(), ledger, resting);
            for (var refused : ledger.refusalsOfAll(retractions, today.day())) {
                resting.add(resting(each.getKey(), refused.refusal()));
            }
            if (resting.size() >= LISTED) {
                break;
            }
        }
        return resting;
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
     * @param goOn is told how many entries are retracted, and says whether to go on
     * @return whether all is done
     */
    boolean undo(UUID importId, String reason, Provenance by, LongPredicate goOn) throws IOException {
        var groups = new ArrayList<Group>(RECORDS);
        long done = 0;
        var records = recorded(importId).entrySet().iterator();
        while (records.hasNext()) {
            var each = records.next();
            var ledger = ledgers.of(each.getKey());
            var retractions = retractions(each.getKey(), each.getValue(), ledger, new FreeText(reason));
            if (!retractions.isEmpty()) {
                groups.add(new Group(each.getKey(), retractions));
            }
            if (groups.size() == RECORDS || !records.hasNext()) {
                var outcome = recorder.record(groups, by.metaData(), null);
                if (!outcome.refused().isEmpty()) {
                    throw new IOException("somebody has recorded meanwhile what rests on the import: "
                            + outcome.refused().getFirst().refusal().sentence());
                }
                done += outcome.recorded().size();
                groups.clear();
                if (!goOn.test(done)) {
                    return false;
                }
            }
        }
        return true;
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

    private Map<RecordId, Set<EntryId>> recorded(UUID importId) throws IOException {
        var recorded = new LinkedHashMap<RecordId, Set<EntryId>>();
        try (var lines = files.list(importId, Journal.RECORDED)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.length() == tab + 37) {
                    recorded.computeIfAbsent(RecordId.parse(line.substring(0, tab)), first -> new LinkedHashSet<>(4))
                            .add(EntryId.of(line.substring(tab + 1)));
                }
            }
        }
        return recorded;
    }
}
