package org.conductregister.command.imports.sheet.opening;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.jspecify.annotations.Nullable;

/**
 * Finds the row that names the columns among the first rows of a sheet. It is the row that has all the names asked for;
 * where none are, the first row that is as wide as those below it and has nothing but labels: words, most of them
 * different, no numbers and no days. Where the rows above it are as wide, it is not found but asked for.
 */
final class HeaderFinder {

    private static final int LONGEST_LABEL = 200;
    private static final Pattern DIGITS = Pattern.compile(".*\\d[-/.: ,]\\d.*|[-+]?[\\d,.]+%?", Pattern.DOTALL);

    private final List<SheetRow> top;

    /** @param top the rows at the top of the sheet that are not blank */
    HeaderFinder(List<SheetRow> top) {
        this.top = top;
    }

    /**
     * Returns its line; null where it is not certain.
     *
     * @throws UnfitSheetException when the line chosen cannot be the header
     */
    @Nullable
    Long find(SheetChoice choice) {
        if (choice.header() != null) {
            long line = choice.header();
            if (top.stream().noneMatch(row -> row.line() == line && row.fault() == null)) {
                throw new UnfitSheetException(
                        "Line %,d cannot name the columns: there is nothing in it, or it is too far down. Choose another."
                                .formatted(line));
            }
            return line;
        }
        if (!choice.columns().isEmpty()) {
            for (var row : top) {
                if (HeaderNames.of(top, row.line()).containsAll(choice.columns())) {
                    return row.line();
                }
            }
        }
        return found();
    }

    private @Nullable Long found() {
        int width = top.stream().mapToInt(HeaderFinder::stated).max().orElse(0);
        for (int i = 0; i < top.size(); i++) {
            var row = top.get(i);
            if (isWide(stated(row), width)) {
                return isHeader(row) ? (Long) (goesOn(i) ? top.get(i + 1).line() : row.line()) : null;
            }
        }
        return null;
    }

    /** Whether a row has about as many cells as the widest: more than half, and two where that has two. */
    private static boolean isWide(int stated, int widest) {
        return stated >= Math.min(2, widest) && 2 * stated > widest;
    }

    private static boolean isHeader(SheetRow row) {
        var labels = labels(row);
        return labels.size() == stated(row) && 2 * Set.copyOf(labels).size() > labels.size() && !row.isTotal();
    }

    /** Whether the next row belongs to the header: labels alone, some of them where this one has none. */
    private boolean goesOn(int i) {
        if (i + 1 >= top.size() - 1) {
            return false;
        }
        var row = top.get(i);
        var next = top.get(i + 1);
        if (next.line() != row.line() + 1 || !isHeader(next) || isHeader(top.get(i + 2))) {
            return false;
        }
        for (int column = 0; column < row.cells().size(); column++) {
            if (row.cell(column).isBlank() && !next.cell(column).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static int stated(SheetRow row) {
        return (int) row.cells().stream().filter(cell -> !cell.isBlank()).count();
    }

    static List<String> labels(SheetRow row) {
        return row.cells().stream()
                .filter(Cell.Text.class::isInstance)
                .map(Cell::text)
                .filter(text ->
                        text.length() <= LONGEST_LABEL && !DIGITS.matcher(text).matches())
                .toList();
    }
}
