package org.conductregister.command.imports.rows;

import java.io.IOException;

/** Reads entries a batch of lines at a time. */
public final class EntryBatches implements Batch.Source {

    private final RowReader reader;
    private final ContentIdentity identity;

    public EntryBatches(RowReader reader, ContentIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @Override
    public Batch next() throws IOException {
        return Batch.ofEntries(identity.identified(reader.next(Batch.MAX_LINES, Batch.MAX_BYTES)));
    }
}
