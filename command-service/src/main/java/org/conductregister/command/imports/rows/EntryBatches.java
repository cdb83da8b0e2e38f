package org.conductregister.command.imports.rows;

import java.io.IOException;

/** Reads entries a batch of lines at a time. */
public final class EntryBatches implements Batch.Source {

    private final RowReader reader;

    public EntryBatches(RowReader reader) {
        this.reader = reader;
    }

    @Override
    public Batch next() throws IOException {
        return Batch.ofEntries(reader.next(Batch.MAX_LINES, Batch.MAX_BYTES));
    }
}
