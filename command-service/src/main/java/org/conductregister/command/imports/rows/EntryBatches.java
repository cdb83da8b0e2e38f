package org.conductregister.command.imports.rows;

import java.io.IOException;

/**
 * Reads entries a batch of lines at a time. Their keys are made here, where the next batch is read while one is recorded: recording
 * does not wait until the store of keys has synced them.
 */
public final class EntryBatches implements Batch.Source {

    private final RowReader reader;
    private final ContentIdentity identity;

    public EntryBatches(RowReader reader, ContentIdentity identity) {
        this.reader = reader;
        this.identity = identity;
    }

    @Override
    public Batch next() throws IOException {
        var rows = reader.next(Batch.MAX_LINES, Batch.MAX_BYTES);
        identity.prepare(rows);
        return Batch.ofEntries(identity.identified(rows));
    }
}
