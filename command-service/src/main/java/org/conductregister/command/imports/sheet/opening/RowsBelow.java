package org.conductregister.command.imports.sheet.opening;

import java.io.IOException;
import java.util.List;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.SheetRows;
import org.jspecify.annotations.Nullable;

/** The rows below a line, each as wide as the header at most. One that says what the header does is a blank one. */
final class RowsBelow implements SheetRows {

    private final SheetRows rows;
    private final long header;
    private final int columns;
    private @Nullable SheetRow headerRow;

    RowsBelow(SheetRows rows, long header, int columns) {
        this.rows = rows;
        this.header = header;
        this.columns = columns;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        var row = rows.next();
        while (row != null && row.line() <= header) {
            headerRow = row;
            row = rows.next();
        }
        if (row == null || repeatsHeader(row)) {
            return row == null ? null : SheetRow.of(row.line(), List.of());
        }
        return row.cells().size() <= columns ? row : narrowed(row);
    }

    /** Whether it names the columns once more, as where printed pages or several extracts were put together. */
    private boolean repeatsHeader(SheetRow row) {
        if (headerRow == null || row.fault() != null || row.isBlank()) {
            return false;
        }
        for (int i = 0; i < columns; i++) {
            if (!row.cell(i).text().equals(headerRow.cell(i).text())) {
                return false;
            }
        }
        return true;
    }

    private SheetRow narrowed(SheetRow row) {
        List<Cell> beyond = row.cells().subList(columns, row.cells().size());
        if (beyond.stream().allMatch(Cell::isBlank)) {
            return SheetRow.of(row.line(), row.cells().subList(0, columns));
        }
        return SheetRow.faulty(
                row.line(),
                "The row has %d cells and the header names %d columns. Look for a separator within a cell that has no quotes."
                        .formatted(row.cells().size(), columns));
    }

    @Override
    public long hidden() {
        return rows.hidden();
    }

    @Override
    public void close() throws IOException {
        rows.close();
    }
}
