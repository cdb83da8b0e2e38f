package org.conductregister.command.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.claims.Clash;
import org.conductregister.claims.ClashException;
import org.conductregister.claims.RecordClaims;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.Row.Read;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EntryIdTakenException;
import org.conductregister.eventstore.OrderedEventStorageEngine;
import org.conductregister.facts.Fact;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Records a batch of an import in one transaction: many records, the entries of each together and in the order sent. Where
 * one record keeps the batch from being recorded, its halves are recorded, down to that record by itself; of that only the
 * entries at fault are refused.
 *
 * <p>Decides on the same ledgers as the aggregates, but not through them: a unit of work of Axon's looks at all it has
 * published at each aggregate it loads, which is quadratic in the batch. No lock is held meanwhile; should somebody log on
 * one of the records, the sequence numbers collide and it is decided again.
 */
@Component
final class BatchRecorder {

    /** How often one record is tried while others record on it: each time one of them has got on. */
    private static final int ATTEMPTS = 100;

    private static final Logger log = LoggerFactory.getLogger(BatchRecorder.class);

    private final OrderedEventStorageEngine engine;
    private final EventStore store;
    private final Ledgers ledgers;
    private final Today today;

    BatchRecorder(OrderedEventStorageEngine engine, EventStore store, Ledgers ledgers, Today today) {
        this.engine = engine;
        this.store = store;
        this.ledgers = ledgers;
        this.today = today;
    }

    /** What became of a batch. */
    record Outcome(int recorded, int repeated, List<Row.Refused> refused) {

        static final Outcome NOTHING = new Outcome(0, 0, List.of());

        Outcome and(Outcome other) {
            return new Outcome(recorded + other.recorded, repeated + other.repeated, joined(refused, other.refused));
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
    Outcome record(List<Read> batch, MetaData provenance, RecentLedgers recent) {
        var byRecord = batch.stream()
                .collect(Collectors.groupingBy(row -> row.entry().record(), LinkedHashMap::new, Collectors.toList()));
        return byRecord.isEmpty() ? Outcome.NOTHING : recordAll(List.copyOf(byRecord.values()), provenance, recent);
    }

    /** @param records the rows of each */
    private Outcome recordAll(List<List<Read>> records, MetaData provenance, RecentLedgers recent) {
        if (records.size() == 1) {
            return recordOne(records.getFirst(), provenance, recent);
        }
        try {
            return together(records, provenance, recent);
        } catch (EntryIdTakenException | ClashException | ConcurrencyException | AggregateStreamCreationException e) {
            int half = records.size() / 2;
            return recordAll(records.subList(0, half), provenance, recent)
                    .and(recordAll(records.subList(half, records.size()), provenance, recent));
        }
    }

    private Outcome recordOne(List<Read> rows, MetaData provenance, RecentLedgers recent) {
        var record = recordOf(rows);
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return together(List.of(rows), provenance, recent);
            } catch (EntryIdTakenException e) {
                var taken = ledgers.takenElsewhere(
                        record, rows.stream().map(Read::entry).toList());
                if (!taken.isEmpty()) {
                    return recordWithout(taken, rows, provenance, recent);
                }
            } catch (ClashException e) {
                return recordWithout(e.clash(), rows, provenance, recent);
            } catch (ConcurrencyException | AggregateStreamCreationException e) {
                log.debug("Somebody recorded on {} first; decided anew", record, e);
            }
        }
        return refused(rows, row -> new Refusal.ConcurrentChange());
    }

    private Outcome recordWithout(List<Entry> taken, List<Read> rows, MetaData provenance, RecentLedgers recent) {
        var guilty = rows.stream().filter(row -> taken.contains(row.entry())).toList();
        var others = rows.stream().filter(row -> !taken.contains(row.entry())).toList();
        var refused =
                refused(guilty, row -> new Refusal.EntryIdTaken(row.entry().entryId()));
        return others.isEmpty() ? refused : refused.and(recordOne(others, provenance, recent));
    }

    /** Refuses what another record stands against; of the others the rules say whether they may be without it. */
    private Outcome recordWithout(Clash clash, List<Read> rows, MetaData provenance, RecentLedgers recent) {
        var guilty = rows.stream()
                .filter(row -> RecordClaims.mayClaim(row.entry().fact()))
                .toList();
        var others = rows.stream().filter(row -> !guilty.contains(row)).toList();
        var refused = refused(guilty, row -> new Refusal.AgainstAnotherRecord(clash));
        return others.isEmpty() ? refused : refused.and(recordOne(others, provenance, recent));
    }

    @SuppressWarnings("try") // the engine holds what is prefetched until it is closed
    private Outcome together(List<List<Read>> records, MetaData provenance, RecentLedgers recent) {
        var remembered = new HashMap<RecordId, Ledger<?>>();
        var streams = new ArrayList<String>();
        for (var rows : records) {
            var record = recordOf(rows);
            var ledger = recent.take(record);
            if (ledger == null) {
                streams.add(record.toString());
            } else {
                remembered.put(record, ledger);
            }
        }
        var day = today.day();
        var decided = new ArrayList<Decided>(records.size());
        try (var prefetched = engine.prefetch(streams)) {
            for (var rows : records) {
                decided.add(decide(rows, remembered.get(recordOf(rows)), day, provenance));
            }
        }
        store.publish(decided.stream().flatMap(each -> each.events().stream()).toList());
        decided.forEach(each -> recent.keep(each.record(), each.ledger()));
        return decided.stream().map(Decided::outcome).reduce(Outcome.NOTHING, Outcome::and);
    }

    /** What was decided on the rows of one record, and its ledger once they are recorded. */
    private record Decided(RecordId record, Ledger<?> ledger, List<DomainEventMessage<Fact>> events, Outcome outcome) {}

    /** What a remembered ledger refuses is decided again on what is recorded now. */
    private Decided decide(List<Read> rows, @Nullable Ledger<?> remembered, LocalDate day, MetaData provenance) {
        if (remembered != null) {
            var decided = decideOn(remembered, rows, day, provenance);
            if (decided.outcome().refused().isEmpty()) {
                return decided;
            }
        }
        return decideOn(ledgers.of(recordOf(rows)), rows, day, provenance);
    }

    private static RecordId recordOf(List<Read> rows) {
        return rows.getFirst().entry().record();
    }

    private static Decided decideOn(Ledger<?> ledger, List<Read> rows, LocalDate day, MetaData provenance) {
        var events = new ArrayList<DomainEventMessage<Fact>>(rows.size());
        var refused = new ArrayList<Row.Refused>(0);
        for (var row : rows) {
            var entry = row.entry();
            switch (ledger.decide(entry, day)) {
                case Accepted accepted -> {
                    events.add(event(entry, ledger.version(), provenance));
                    ledger.record(entry.entryId(), entry.fact());
                }
                case Repeated repeated -> {}
                case Refused refusal -> refused.add(refusal(row, refusal.refusal()));
            }
        }
        int repeated = rows.size() - events.size() - refused.size();
        return new Decided(recordOf(rows), ledger, events, new Outcome(events.size(), repeated, refused));
    }

    private static DomainEventMessage<Fact> event(Entry entry, long sequence, MetaData provenance) {
        var message = new GenericMessage<>(entry.entryId().toString(), entry.fact(), provenance);
        var record = entry.record();
        return new GenericDomainEventMessage<>(
                record.kind().word(), record.toString(), sequence, message, () -> Instant.EPOCH);
    }

    private static Outcome refused(List<Read> rows, Function<Read, Refusal> why) {
        return new Outcome(
                0, 0, rows.stream().map(row -> refusal(row, why.apply(row))).toList());
    }

    private static Row.Refused refusal(Read row, Refusal refusal) {
        return new Row.Refused(row.line(), refusal.code(), refusal.sentence(), row.sent());
    }
}
