package org.conductregister.command.imports.sheet;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of a sheet.
 *
 * @param line its number as the program that made the file shows it, from 1; of a CSV row with several lines, its first
 * @param cells as far as the row goes: it may be shorter than the header
 * @param fault why it cannot be read, for whoever sent it; null where it can. It has no cells then
 */
public record SheetRow(
        long line, List<Cell> cells, @Nullable String fault) {

    /** "Total" with words around it, or another word for what sums up a column, in the languages of neighbours too. */
    private static final Pattern TOTAL = Pattern.compile(
            "(?i)(?:\\p{L}{1,12}[ -]){0,2}(?:sub|grand)?(?:totals?|totaux|totale?|totaal)(?:[ :=].{0,40})?"
                    + "|(?:sum|summe|gesamt|somme|suma|counts?|average|mean)(?:[ :=].{0,40})?");

    private static final Pattern NUMBER = Pattern.compile("[-+]?[\\d,. ]+%?");

    public static SheetRow of(long line, List<Cell> cells) {
        return new SheetRow(line, cells, null);
    }

    public static SheetRow faulty(long line, String fault) {
        return new SheetRow(line, List.of(), fault);
    }

    /** The cell in a column, from 0; blank where the row ends before it. */
    public Cell cell(int column) {
        return column < cells.size() ? cells.get(column) : Cell.blank();
    }

    /** Whether it could be read, and nothing stands in it. */
    public boolean isBlank() {
        return fault == null && firstStated() == cells.size();
    }

    private int firstStated() {
        int first = 0;
        while (first < cells.size() && cells.get(first).isBlank()) {
            first++;
        }
        return first;
    }

    /** Whether it sums up the rows above it: its first cell says "Total", and all others are numbers or blank. */
    public boolean isTotal() {
        int first = firstStated();
        return first < cells.size()
                && TOTAL.matcher(cells.get(first).text()).matches()
                && cells.stream()
                        .skip(first + 1L)
                        .allMatch(cell ->
                                cell.isBlank() || NUMBER.matcher(cell.text()).matches());
    }
}
