package org.conductregister.command.imports.sheet.workbook;

import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;

/** Puts the cells of a workbook together to rows, within the {@link Limits}. For one thread. */
final class RowBuilder {

    private List<Cell> cells = new ArrayList<>();
    private long all;
    private int characters;
    private boolean cellTooLong;

    /** Sets a cell of the row; all between it and the one before are blank. */
    void set(int column, Cell cell) {
        if (cell.isBlank()) {
            return;
        }
        if (column >= Limits.COLUMNS) {
            throw new UnfitSheetException(
                    "The sheet has more than %,d columns. Take out those that are not needed, and send the file again."
                            .formatted(Limits.COLUMNS));
        }
        if (++all > Limits.CELLS) {
            throw new UnfitSheetException(
                    "The sheet has more than %,d cells. Divide it into several files.".formatted(Limits.CELLS));
        }
        while (cells.size() <= column) {
            cells.add(Cell.blank());
        }
        cells.set(column, cell);
        characters += cell.text().length();
        cellTooLong |= cell.text().length() > Limits.CELL;
    }

    boolean isBlank() {
        return cells.isEmpty();
    }

    /** The row of the cells set since the last one was taken. */
    SheetRow take(long line) {
        if (line > Limits.ROWS) {
            throw new UnfitSheetException(
                    "The sheet has more than %,d rows. Divide it into several files.".formatted(Limits.ROWS));
        }
        var row = fault(line, SheetRow.of(line, cells));
        cells = new ArrayList<>(cells.size());
        characters = 0;
        cellTooLong = false;
        return row;
    }

    private SheetRow fault(long line, SheetRow row) {
        if (cellTooLong) {
            return SheetRow.faulty(line, "A cell is longer than %,d characters. Shorten it.".formatted(Limits.CELL));
        }
        return characters <= Limits.ROW
                ? row
                : SheetRow.faulty(line, "The row is longer than %,d characters. Shorten it.".formatted(Limits.ROW));
    }
}
