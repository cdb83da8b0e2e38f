package org.conductregister.command.imports;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.Row.Read;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EntryIdTakenException;
import org.conductregister.eventstore.OrderedEventStorageEngine;
import org.conductregister.facts.Fact;
import org.springframework.stereotype.Component;

/**
 * Records a batch of an import in one transaction: many records, the entries of each together and in the order sent. Where
 * one of them keeps the batch from being recorded, each record is recorded by itself, and if need be each entry.
 *
 * <p>Decides on the same ledgers as the aggregates, but not through them: a unit of work of Axon's looks at all it has
 * published at each aggregate it loads, which is quadratic in the batch. No lock is held meanwhile; should somebody log on
 * one of the records, the sequence numbers collide and it is decided again.
 */
@Component
final class BatchRecorder {

    /** How often one entry is tried when others record on the same record at the same time. */
    private static final int ATTEMPTS = 20;

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

        static Outcome of(List<Outcome> parts) {
            return new Outcome(
                    parts.stream().mapToInt(Outcome::recorded).sum(),
                    parts.stream().mapToInt(Outcome::repeated).sum(),
                    parts.stream().flatMap(part -> part.refused().stream()).toList());
        }
    }

    /** Durable on return. */
    Outcome record(List<Read> batch, MetaData provenance) {
        var byRecord = new LinkedHashMap<RecordId, List<Read>>();
        batch.forEach(row -> byRecord.computeIfAbsent(row.entry().record(), record -> new ArrayList<>())
                .add(row));
        try {
            return together(byRecord, provenance);
        } catch (EntryIdTakenException | ConcurrencyException e) {
            return Outcome.of(byRecord.values().stream()
                    .map(rows -> recordByRecord(rows, provenance))
                    .toList());
        }
    }

    private Outcome recordByRecord(List<Read> rows, MetaData provenance) {
        try {
            return together(Map.of(rows.getFirst().entry().record(), rows), provenance);
        } catch (EntryIdTakenException | ConcurrencyException e) {
            return Outcome.of(
                    rows.stream().map(row -> entryByEntry(row, provenance)).toList());
        }
    }

    private Outcome entryByEntry(Read row, MetaData provenance) {
        for (int attempt = 1; ; attempt++) {
            try {
                return together(Map.of(row.entry().record(), List.of(row)), provenance);
            } catch (EntryIdTakenException e) {
                return refused(row, new Refusal.EntryIdTaken(row.entry().entryId()));
            } catch (ConcurrencyException e) {
                if (attempt == ATTEMPTS) {
                    return refused(row, new Refusal.ConcurrentChange());
                }
            }
        }
    }

    private Outcome together(Map<RecordId, List<Read>> byRecord, MetaData provenance) {
        var events = new ArrayList<DomainEventMessage<Fact>>();
        var streams = byRecord.keySet().stream().map(RecordId::toString).toList();
        try (var prefetched = engine.prefetch(streams)) {
            var outcomes = new ArrayList<Outcome>(byRecord.size());
            var day = today.day();
            byRecord.forEach((record, rows) -> outcomes.add(decide(record, rows, day, provenance, events)));
            store.publish(events);
            return Outcome.of(outcomes);
        }
    }

    private Outcome decide(
            RecordId record,
            List<Read> rows,
            LocalDate day,
            MetaData provenance,
            List<DomainEventMessage<Fact>> events) {
        var ledger = ledgers.of(record);
        var refused = new ArrayList<Row.Refused>(0);
        int recorded = 0;
        for (var row : rows) {
            var entry = row.entry();
            switch (ledger.decide(entry, day)) {
                case Accepted accepted -> {
                    events.add(event(entry, ledger.version(), provenance));
                    ledger.record(entry.entryId(), entry.fact());
                    recorded++;
                }
                case Repeated repeated -> {}
                case Refused refusal -> refused.add(refusal(row, refusal.refusal()));
            }
        }
        return new Outcome(recorded, rows.size() - recorded - refused.size(), refused);
    }

    private static DomainEventMessage<Fact> event(Entry entry, long sequence, MetaData provenance) {
        var message = new GenericMessage<>(entry.entryId().toString(), entry.fact(), provenance);
        var record = entry.record();
        return new GenericDomainEventMessage<>(
                record.kind().word(), record.toString(), sequence, message, () -> Instant.EPOCH);
    }

    private static Outcome refused(Read row, Refusal refusal) {
        return new Outcome(0, 0, List.of(refusal(row, refusal)));
    }

    private static Row.Refused refusal(Read row, Refusal refusal) {
        return new Row.Refused(row.line(), refusal.code(), refusal.sentence(), row.sent());
    }
}
