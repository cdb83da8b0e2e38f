package org.conductregister.eventstore.engine;

import java.util.Set;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Thrown when the log, or the append itself, already has an entry of the same id. Nothing of the append was recorded.
 * It takes precedence over a conflict of the aggregate's sequence.
 */
public final class EntryIdTakenException extends EventStoreException {

    private final transient Set<String> entryIds;

    EntryIdTakenException(Set<String> entryIds, Throwable cause) {
        super("Entries of these identifiers are already recorded: " + String.join(", ", entryIds), cause);
        this.entryIds = Set.copyOf(entryIds);
    }

    /** The identifiers that are taken, at least one. */
    public Set<String> entryIds() {
        return entryIds;
    }
}
