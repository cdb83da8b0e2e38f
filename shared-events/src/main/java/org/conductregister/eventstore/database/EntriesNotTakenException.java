package org.conductregister.eventstore.database;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Nothing was recorded, and not because of the entries: the log takes none at present. The same may be sent again later. */
public final class EntriesNotTakenException extends EventStoreException {

    private final LogTrouble.Kind kind;

    public EntriesNotTakenException(LogTrouble trouble, @Nullable Throwable cause) {
        super(trouble.sentence(), cause);
        this.kind = trouble.kind();
    }

    public LogTrouble.Kind kind() {
        return kind;
    }
}
