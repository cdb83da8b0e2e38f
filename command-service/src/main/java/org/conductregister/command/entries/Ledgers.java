package org.conductregister.command.entries;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.command.decisions.SightRules;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.platform.people.Sight;
import org.springframework.stereotype.Component;

/** Reads the ledgers of records from the event store, for decisions outside their aggregates. */
@Component
public class Ledgers {

    private final EventStore events;
    private final EventLog log;
    private final Map<RecordKind, Records> records = new EnumMap<>(RecordKind.class);

    Ledgers(EventStore events, EventLog log, List<Records> records) {
        this.events = events;
        this.log = log;
        records.forEach(each -> this.records.put(each.kind(), each));
    }

    /** Returns the ledger of a record as recorded now. */
    public Ledger<?> of(RecordId record) {
        var ledger = requireNonNull(records.get(record.kind()), "each kind has its records")
                .emptyLedger();
        events.readEvents(record.toString())
                .forEachRemaining(event -> ledger.record(EntryId.of(event.getIdentifier()), (Fact) event.getPayload()));
        return ledger;
    }

    /** Returns the ledger of a record on which nothing is recorded. */
    public Ledger<?> empty(RecordKind kind) {
        return requireNonNull(records.get(kind), "each kind has its records").emptyLedger();
    }

    /** Returns the ledger of a record as far as a person sees it: that of a hidden case is empty. */
    public Ledger<?> of(RecordId record, Sight sight) {
        var ledger = of(record);
        return rules(sight).see(record, ledger.entries()) ? ledger : empty(record.kind());
    }

    /** Returns what a person may not record. */
    public SightRules rules(Sight sight) {
        return sight.isEverything()
                ? SightRules.NONE
                : new SightRules(sight, record -> of(record).entries());
    }

    /** Returns the entries, meant for this record, whose id is already on another record. */
    public List<Entry> takenElsewhere(RecordId record, List<Entry> entries) {
        var ids = entries.stream().map(entry -> entry.entryId().toString()).toList();
        var elsewhere = log.recorded(ids).stream()
                .filter(at -> !at.aggregateIdentifier().equals(record.toString()))
                .map(Recorded::entryId)
                .collect(Collectors.toSet());
        return entries.stream()
                .filter(entry -> elsewhere.contains(entry.entryId().toString()))
                .toList();
    }
}
