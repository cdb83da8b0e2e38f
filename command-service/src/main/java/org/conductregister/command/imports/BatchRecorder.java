package org.conductregister.command.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.conductregister.command.decisions.Decision;
import org.conductregister.command.decisions.Decision.Accepted;
import org.conductregister.command.decisions.Decision.Refused;
import org.conductregister.command.decisions.Decision.Repeated;
import org.conductregister.command.decisions.Refusal;
import org.conductregister.command.entries.Records;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.Row.Read;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EntryIdTakenException;
import org.conductregister.eventstore.OrderedEventStorageEngine;
import org.springframework.stereotype.Component;

/**
 * Records a batch of an import in one transaction: many records, the entries of each together and in the order sent. Where
 * one of them keeps the batch from being recorded, each record is recorded by itself, and if need be each entry.
 */
@Component
final class BatchRecorder {

    /** How often one entry is tried when others record on the same record at the same time. */
    private static final int ATTEMPTS = 20;

    private final OrderedEventStorageEngine engine;
    private final Today today;
    private final Map<RecordKind, Records<?>> records = new EnumMap<>(RecordKind.class);

    BatchRecorder(OrderedEventStorageEngine engine, Today today, List<Records<?>> records) {
        this.engine = engine;
        this.today = today;
        records.forEach(each -> this.records.put(each.kind(), each));
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
        var streams = byRecord.keySet().stream().map(RecordId::toString).toList();
        try (var prefetched = engine.prefetch(streams)) {
            var work = DefaultUnitOfWork.startAndGet(new GenericMessage<>("import"));
            return work.executeWithResult(() -> offer(byRecord, provenance)).getPayload();
        }
    }

    private Outcome offer(Map<RecordId, List<Read>> byRecord, MetaData provenance) {
        var day = today.day();
        return Outcome.of(byRecord.entrySet().stream()
                .map(each -> offer(each.getKey(), each.getValue(), day, provenance))
                .toList());
    }

    private Outcome offer(RecordId record, List<Read> rows, LocalDate day, MetaData provenance) {
        var entries = rows.stream().map(Read::entry).toList();
        var decisions = records.get(record.kind()).offer(record, entries, day, provenance);
        var refused = new ArrayList<Row.Refused>();
        for (int i = 0; i < rows.size(); i++) {
            if (decisions.get(i) instanceof Refused refusal) {
                refused.add(refusal(rows.get(i), refusal.refusal()));
            }
        }
        return new Outcome(count(decisions, Accepted.class), count(decisions, Repeated.class), refused);
    }

    private static int count(Collection<Decision> decisions, Class<? extends Decision> kind) {
        return (int) decisions.stream().filter(kind::isInstance).count();
    }

    private static Outcome refused(Read row, Refusal refusal) {
        return new Outcome(0, 0, List.of(refusal(row, refusal)));
    }

    private static Row.Refused refusal(Read row, Refusal refusal) {
        return new Row.Refused(row.line(), refusal.code(), refusal.sentence(), row.sent());
    }
}
