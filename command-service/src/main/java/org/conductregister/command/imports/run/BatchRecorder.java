package org.conductregister.command.imports.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.claims.Clash;
import org.conductregister.claims.ClashException;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.Row.Read;
import org.conductregister.command.imports.run.RecordJudge.Circumstances;
import org.conductregister.command.imports.run.RecordJudge.Judged;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.engine.EntryIdTakenException;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.platform.ReadPriority;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records a batch of an import in one transaction: many records, the entries of each together and in the order sent. The
 * references that they state are looked up before. Where one record keeps the batch from being recorded all the same, since
 * others record too, its halves are recorded, down to that record by itself; of that only the entries at fault are refused.
 *
 * <p>Decides on the same ledgers as the aggregates, but not through them: a unit of work of Axon's looks at all it has
 * published at each aggregate it loads, which is quadratic in the batch. No lock is held meanwhile; should somebody log on
 * one of the records, the sequence numbers collide and it is decided again.
 */
@Component
public final class BatchRecorder {

    /** How often one record is tried while others record on it: each time one of them has got on. */
    private static final int ATTEMPTS = 100;

    /** The records of a transaction while people read: the counts show so many within some milliseconds. */
    private static final int RECORDS_BESIDE_READS = 100;

    private static final Logger log = LoggerFactory.getLogger(BatchRecorder.class);

    private final OrderedEventStorageEngine engine;
    private final EventStore store;
    private final Ledgers ledgers;
    private final RecordClaims claims;
    private final Today today;
    private final ReadPriority reads;

    BatchRecorder(
            OrderedEventStorageEngine engine,
            EventStore store,
            Ledgers ledgers,
            RecordClaims claims,
            Today today,
            ReadPriority reads) {
        this.engine = engine;
        this.store = store;
        this.ledgers = ledgers;
        this.claims = claims;
        this.today = today;
        this.reads = reads;
    }

    /**
     * The outcome of a batch.
     *
     * @param last the entry recorded last; null where none was
     */
    public record Outcome(
            int recorded,
            int repeated,
            List<Row.Refused> refused,
            @Nullable String last) {

        static final Outcome NOTHING = new Outcome(0, 0, List.of(), null);

        Outcome and(Outcome other) {
            return new Outcome(
                    recorded + other.recorded,
                    repeated + other.repeated,
                    joined(refused, other.refused),
                    other.last == null ? last : other.last);
        }

        private static List<Row.Refused> joined(List<Row.Refused> some, List<Row.Refused> others) {
            return some.isEmpty()
                    ? others
                    : others.isEmpty()
                            ? some
                            : Stream.concat(some.stream(), others.stream()).toList();
        }
    }

    /** Durable on return. */
    public Outcome record(List<? extends Row> batch, MetaData provenance, FileScope scope) {
        var byRecord = new LinkedHashMap<RecordId, List<Row>>();
        for (var row : batch) {
            var record = recordOf(row);
            if (record != null) {
                byRecord.computeIfAbsent(record, first -> new ArrayList<>(2)).add(row);
            }
        }
        var records = byRecord.entrySet().stream()
                .map(each -> new OfRecord(each.getKey(), each.getValue()))
                .toList();
        return records.isEmpty() ? Outcome.NOTHING : recordInParts(records, provenance, scope);
    }

    /** Records all in one transaction, or in smaller ones while people read, each once the counts show the one before. */
    private Outcome recordInParts(List<OfRecord> records, MetaData provenance, FileScope scope) {
        var outcome = Outcome.NOTHING;
        for (int from = 0; from < records.size(); ) {
            int to = records.size();
            if (reads.isWanted()) {
                reads.await(engine.createHeadToken().position().orElse(0));
                to = Math.min(to, from + RECORDS_BESIDE_READS);
            }
            outcome = outcome.and(recordAll(records.subList(from, to), provenance, scope));
            from = to;
        }
        return outcome;
    }

    /** The record that a row is judged with; null where it is refused already, whatever is recorded. */
    private static @Nullable RecordId recordOf(Row row) {
        return switch (row) {
            case Read read -> read.entry().record();
            case Row.Refused refused -> refused.opening();
        };
    }

    /** The rows of a batch that go on one record. */
    private record OfRecord(RecordId record, List<Row> rows) {

        List<Entry> entries() {
            return reads().map(Read::entry).toList();
        }

        Stream<Read> reads() {
            return rows.stream().filter(Read.class::isInstance).map(Read.class::cast);
        }
    }

    private Outcome recordAll(List<OfRecord> records, MetaData provenance, FileScope scope) {
        if (records.size() == 1) {
            return recordOne(records.getFirst(), provenance, scope);
        }
        try {
            return together(records, provenance, scope);
        } catch (EntryIdTakenException | ClashException | ConcurrencyException | AggregateStreamCreationException e) {
            int half = records.size() / 2;
            return recordAll(records.subList(0, half), provenance, scope)
                    .and(recordAll(records.subList(half, records.size()), provenance, scope));
        }
    }

    private Outcome recordOne(OfRecord one, MetaData provenance, FileScope scope) {
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return together(List.of(one), provenance, scope);
            } catch (EntryIdTakenException e) {
                var taken = ledgers.takenElsewhere(one.record(), one.entries());
                if (!taken.isEmpty()) {
                    return recordWithout(taken, one, provenance, scope);
                }
            } catch (ClashException e) {
                return recordWithout(e.clash(), one, provenance, scope);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                log.debug("Somebody recorded on {} first; decided anew", one.record(), e);
            }
        }
        return refused(one.reads(), row -> new Refusal.ConcurrentChange());
    }

    private Outcome recordWithout(List<Entry> taken, OfRecord one, MetaData provenance, FileScope scope) {
        var others = one.rows().stream()
                .filter(row -> !(row instanceof Read read && taken.contains(read.entry())))
                .toList();
        var refused = refused(
                one.reads().filter(row -> taken.contains(row.entry())),
                row -> new Refusal.EntryIdTaken(row.entry().entryId()));
        return others.isEmpty()
                ? refused
                : refused.and(recordOne(new OfRecord(one.record(), others), provenance, scope));
    }

    /** Refuses what another record stands against; of the others the rules say whether they may be without it. */
    private Outcome recordWithout(Clash clash, OfRecord one, MetaData provenance, FileScope scope) {
        var others = one.rows().stream()
                .filter(row -> !(row instanceof Read read
                        && RecordClaims.mayClaim(read.entry().fact())))
                .toList();
        var refused = refused(
                one.reads().filter(row -> RecordClaims.mayClaim(row.entry().fact())),
                row -> scope.sight().refusal(clash));
        holdBackIfUnopened(one, scope);
        return others.isEmpty()
                ? refused
                : refused.and(recordOne(new OfRecord(one.record(), others), provenance, scope));
    }

    /** Keeps what a file says of a case that it failed to open from landing on another. */
    private static void holdBackIfUnopened(OfRecord one, FileScope scope) {
        boolean opens = one.reads().anyMatch(row -> row.entry().fact() instanceof CaseOpened);
        if (opens && !scope.openings().isOpened(one.record())) {
            scope.openings().refused(one.record());
        }
    }

    @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
    private Outcome together(List<OfRecord> records, MetaData provenance, FileScope scope) {
        var remembered = new HashMap<RecordId, Ledger<?>>();
        var streams = new ArrayList<String>();
        for (var one : records) {
            var ledger = scope.recent().take(one.record());
            if (ledger == null) {
                streams.add(one.record().toString());
            } else {
                remembered.put(one.record(), ledger);
            }
        }
        var stated = records.stream().flatMap(one -> one.entries().stream()).toList();
        var references = scope.references(stated, claims);
        var under = new Circumstances(scope.openings(), references, scope.sight(), today.day(), provenance);
        var judged = new ArrayList<Judged>(records.size());
        try (var prefetched = engine.prefetch(streams)) {
            for (var one : records) {
                judged.add(judge(one, remembered.get(one.record()), under, scope));
            }
        }
        publish(judged, references, scope);
        judged.forEach(each -> conclude(each, scope));
        return judged.stream().map(BatchRecorder::outcome).reduce(Outcome.NOTHING, Outcome::and);
    }

    private void publish(List<Judged> judged, BatchReferences references, FileScope scope) {
        var events = judged.stream().flatMap(each -> each.events().stream()).toList();
        if (!scope.records()) {
            scope.keep(references);
            judged.forEach(each -> scope.keep(each.record(), each.events()));
            return;
        }
        var journal = scope.journal();
        if (journal != null) {
            journal.intend(events);
        }
        store.publish(events);
    }

    private static void conclude(Judged judged, FileScope scope) {
        var record = judged.record();
        scope.recent().keep(record, judged.ledger());
        if (judged.opened() && !scope.openings().isOpened(record)) {
            scope.openings().opened(record);
        }
        if (judged.heldBack()) {
            scope.openings().refused(record);
        }
        var journal = scope.journal();
        if (journal != null) {
            journal.said(judged.said());
        }
    }

    private static Outcome outcome(Judged judged) {
        var events = judged.events();
        return new Outcome(
                events.size(),
                judged.repeated(),
                judged.refused(),
                events.isEmpty() ? null : events.getLast().getIdentifier());
    }

    /** Judges a record's rows; those that a remembered ledger refuses are judged again on what is recorded now. */
    private Judged judge(OfRecord one, @Nullable Ledger<?> remembered, Circumstances under, FileScope scope) {
        if (remembered != null) {
            var judged = judge(one, remembered, under);
            if (judged.refused().isEmpty()) {
                return judged;
            }
            under.references().forget(one.record());
        }
        var ledger = ledgers.of(one.record());
        scope.complete(one.record(), ledger);
        return judge(one, ledger, under);
    }

    private Judged judge(OfRecord one, Ledger<?> ledger, Circumstances under) {
        return under.sight().see(one.record(), ledger.entries())
                ? RecordJudge.judge(one.record(), ledger, one.rows(), under)
                : RecordJudge.judgeUnseen(
                        one.record(), ledger, ledgers.empty(one.record().kind()), one.rows(), under);
    }

    private static Outcome refused(Stream<Read> rows, Function<Read, Refusal> why) {
        return new Outcome(
                0, 0, rows.map(row -> SheetRefusal.of(row, why.apply(row))).toList(), null);
    }
}
