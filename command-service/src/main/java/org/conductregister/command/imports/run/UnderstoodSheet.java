package org.conductregister.command.imports.run;

import java.io.Closeable;
import java.io.IOException;
import org.conductregister.command.imports.mapping.rows.RowMapper;
import org.conductregister.command.imports.scratch.Fingerprints;
import org.conductregister.command.imports.sheet.opening.Sheet;

/**
 * A sheet that leaves no question open, with the mapper of its rows.
 *
 * @param made what the mapper remembers; closed with this
 * @param rows the number of rows below the header
 */
public record UnderstoodSheet(Sheet sheet, RowMapper mapper, Fingerprints made, long rows) implements Closeable {

    @Override
    public void close() throws IOException {
        made.close();
    }
}
