package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.imports.sheet.SheetRow;

/**
 * Some rows of an import, one after the other.
 *
 * @param facts that they state, in order
 * @param rows of the sheet as they stand in it; none where lines are entries
 * @param read how many rows they are, blank and total ones included
 */
public record Batch(List<Row> facts, List<SheetRow> rows, long read, long blank, long totals, long leftOut) {

    /** The largest number of lines recorded in one transaction. */
    public static final int MAX_LINES = 2_000;

    /** About the largest number of bytes of the file recorded in one transaction: two batches are in memory at a time. */
    static final int MAX_BYTES = 2 * 1024 * 1024;

    /** The batches of a file. */
    public interface Source {

        /** The next batch; one without rows at the end. */
        Batch next() throws IOException;
    }

    static Batch ofEntries(List<Row> lines) {
        return new Batch(lines, List.of(), lines.size(), 0, 0, 0);
    }

    public boolean isEnd() {
        return read == 0;
    }

    public Stream<Row.Refused> refused() {
        return facts.stream().filter(Row.Refused.class::isInstance).map(Row.Refused.class::cast);
    }
}
