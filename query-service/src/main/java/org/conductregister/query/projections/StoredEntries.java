package org.conductregister.query.projections;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.conductregister.entries.RecordId;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.eventstore.EventLog;

/** Reads entries again from the event store. */
final class StoredEntries implements RecordedEntries {

    private final EventStorageEngine engine;
    private final EventLog log;
    private final SharedLogSource source;

    StoredEntries(EventStorageEngine engine, EventLog log, SharedLogSource source) {
        this.engine = engine;
        this.log = log;
        this.source = source;
    }

    @Override
    public List<RecordedEntry> after(long position) {
        return source.after(position).stream().map(EntryHandler::entryOf).toList();
    }

    @Override
    public List<RecordedEntry> of(RecordId record, long upTo) {
        var messages = new ArrayList<DomainEventMessage<?>>();
        try (var stream = engine.readEvents(record.toString()).asStream()) {
            stream.forEach(messages::add);
        }
        var stored = log.ofAggregate(record.toString(), 0, Integer.MAX_VALUE);
        var entries = new ArrayList<RecordedEntry>(messages.size());
        for (int i = 0; i < Math.min(messages.size(), stored.size()); i++) {
            long position = stored.get(i).position();
            if (position > upTo) {
                break;
            }
            entries.add(EntryHandler.entryOf(messages.get(i), position));
        }
        return entries;
    }
}
