package org.conductregister.command.imports.sheet.workbook;

import java.io.IOException;
import java.util.List;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.SheetRows;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a sheet in a workbook, those in between that the file leaves out included as blank ones. What is blank below
 * the last row is no row, however far its cells are coloured.
 */
abstract class WorkbookRows implements SheetRows {

    private long line;
    private @Nullable SheetRow pending;
    private boolean ended;

    /** The next row that has something in it; null at the end of the sheet. Its line is higher than the last one's. */
    abstract @Nullable SheetRow nextStated() throws IOException;

    @Override
    public final @Nullable SheetRow next() throws IOException {
        if (pending == null && !ended) {
            pending = nextStated();
            ended = pending == null; // what lies behind is another sheet's
        }
        if (pending == null) {
            return null;
        }
        line++;
        if (line < pending.line()) {
            return SheetRow.of(line, List.of());
        }
        var row = pending;
        line = row.line();
        pending = null;
        return row;
    }
}
