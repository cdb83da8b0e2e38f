package org.conductregister.command.imports.sheet.delimited;

import java.util.List;
import org.conductregister.command.imports.sheet.SheetRow;

/**
 * Finds rows that a stray quote has made part of a cell of a row above: lines of that cell that begin as rows of the file do. For
 * one file and one thread.
 */
final class SwallowedRows {

    /** With fewer columns, a sentence with a comma may look like a row. */
    private static final int FEWEST_COLUMNS = 3;

    private static final int COMPARED = 2;

    private SheetRow before = SheetRow.of(0, List.of());

    /**
     * Whether one of the lines below the first of a row looks like a row of its own.
     *
     * @param row as it is read, over all its lines
     * @param below its other lines, each split into cells as if it stood alone
     */
    boolean areIn(SheetRow row, List<List<String>> below) {
        return below.stream().anyMatch(line -> begins(before, line) || begins(row, line));
    }

    /** Takes in a row of one line. */
    void add(SheetRow row) {
        before = row;
    }

    private static boolean begins(SheetRow row, List<String> line) {
        if (row.cells().size() != line.size() || line.size() < FEWEST_COLUMNS) {
            return false;
        }
        for (int i = 0; i < COMPARED; i++) {
            var shape = shape(row.cell(i).text());
            if (shape.isEmpty() || !shape.equals(shape(line.get(i).strip()))) {
                return false;
            }
        }
        return true;
    }

    /** A text with 9 for digits and A for letters, each run of them once: {@code A-9} of {@code KENT-17}. */
    private static String shape(String text) {
        return text.replaceAll("\\p{L}+", "A").replaceAll("\\d+", "9");
    }
}
