package org.conductregister.command.entries;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.conductregister.command.decisions.Ledger;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.springframework.stereotype.Component;

/** Reads records from the event store, to decide on them outside their aggregates. */
@Component
public class Ledgers {

    private final EventStore events;
    private final Map<RecordKind, Records> records = new EnumMap<>(RecordKind.class);

    Ledgers(EventStore events, List<Records> records) {
        this.events = events;
        records.forEach(each -> this.records.put(each.kind(), each));
    }

    /** As it is recorded now. */
    public Ledger<?> of(RecordId record) {
        var ledger = records.get(record.kind()).emptyLedger();
        events.readEvents(record.toString())
                .forEachRemaining(event -> ledger.record(EntryId.of(event.getIdentifier()), (Fact) event.getPayload()));
        return ledger;
    }
}
