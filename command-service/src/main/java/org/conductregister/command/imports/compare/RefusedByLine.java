package org.conductregister.command.imports.compare;

import java.io.Closeable;
import java.io.IOException;
import org.conductregister.command.imports.files.RefusalWriter;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.scratch.ScratchTexts;
import org.conductregister.command.imports.sheet.opening.Sheet;

/**
 * Keeps the refusals of a comparison, which finds them record by record, to be written in order of the line and with
 * the rows of the sheet that they are about. Memory does not grow with it. For one thread.
 */
final class RefusedByLine implements Closeable {

    private final ScratchTexts byLine;

    RefusedByLine(ScratchTexts byLine) {
        this.byLine = byLine;
    }

    void add(Row.Refused refused) {
        byLine.add(String.valueOf(refused.line()), RefusalWriter.json(refused));
    }

    /** The number of lines of which something is refused. */
    long lines() {
        return byLine.size();
    }

    /** Writes all of it. The sheet is read once more, as far as something of it is refused. */
    void write(Sheet sheet, RefusalWriter to) throws IOException {
        long left = byLine.size();
        long last = 0;
        try (var rows = sheet.rows()) {
            for (var row = left == 0 ? null : rows.next(); row != null && left > 0; row = rows.next()) {
                last = row.line();
                var refused = byLine.of(String.valueOf(row.line()));
                if (!refused.isEmpty()) {
                    to.write(refused, row);
                    left--;
                }
            }
        }
        if (left > 0) {
            writeBeyond(last, to);
        }
    }

    /** Writes all of it without the rows of the sheet, which is kept no more. */
    void write(RefusalWriter to) throws IOException {
        writeBeyond(0, to);
    }

    /**
     * Writes the refusals of entries that the sheet no longer states, at lines of their own behind its last, in their
     * order.
     */
    private void writeBeyond(long last, RefusalWriter to) throws IOException {
        var lines = byLine.keys();
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (Long.parseLong(line) > last) {
                to.write(byLine.of(line));
            }
        }
    }

    @Override
    public void close() throws IOException {
        byLine.close();
    }
}
