package org.conductregister.command.imports.sheet.opening;

import java.io.IOException;
import java.util.List;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.SheetRows;
import org.jspecify.annotations.Nullable;

/**
 * The rows below a line, each as wide as the header at most. One that says what the header does is a blank one. One that has more
 * cells than the header and than its neighbours is faulty, also where those beyond are blank: a separator within a cell has moved
 * the others.
 */
final class RowsBelow implements SheetRows {

    private final SheetRows rows;
    private final long header;
    private final int columns;
    private @Nullable SheetRow headerRow;
    private @Nullable SheetRow following;
    private boolean begun;
    private SheetRow before = SheetRow.of(0, List.of());

    RowsBelow(SheetRows rows, long header, int columns) {
        this.rows = rows;
        this.header = header;
        this.columns = columns;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        var row = begun ? following : first();
        if (row == null) {
            return null;
        }
        begun = true;
        following = rows.next();
        var read = repeatsHeader(row) ? SheetRow.of(row.line(), List.of()) : narrowed(row);
        before = row;
        return read;
    }

    private @Nullable SheetRow first() throws IOException {
        var row = rows.next();
        while (row != null && row.line() <= header) {
            headerRow = row;
            row = rows.next();
        }
        return row;
    }

    /** Whether it names the columns once more, as where printed pages or several extracts were put together. */
    private boolean repeatsHeader(SheetRow row) {
        if (headerRow == null || row.fault() != null || row.isBlank()) {
            return false;
        }
        for (int i = 0; i < columns; i++) {
            if (!row.cell(i).text().equalsIgnoreCase(headerRow.cell(i).text())) {
                return false;
            }
        }
        return true;
    }

    private SheetRow narrowed(SheetRow row) {
        if (row.cells().size() <= columns) {
            return row;
        }
        List<Cell> beyond = row.cells().subList(columns, row.cells().size());
        var within = SheetRow.of(row.line(), row.cells().subList(0, columns));
        if (beyond.stream().allMatch(Cell::isBlank) && (within.isBlank() || within.isTotal() || !isAlone(row))) {
            return within;
        }
        return SheetRow.faulty(
                row.line(),
                "The row has %d cells and the header names %d columns. Look for a separator within a cell that has no quotes."
                        .formatted(row.cells().size(), columns));
    }

    /**
     * Whether no neighbour has as many cells, and one ends where the header does, with a blank cell: so may this row, with what stands
     * in front of that moved by one.
     */
    private boolean isAlone(SheetRow row) {
        int width = row.cells().size();
        var behind = following == null ? SheetRow.of(0, List.of()) : following;
        return before.cells().size() != width
                && behind.cells().size() != width
                && (endsBlank(before) || endsBlank(behind));
    }

    private boolean endsBlank(SheetRow row) {
        return row.cells().size() == columns && row.cell(columns - 1).isBlank();
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
