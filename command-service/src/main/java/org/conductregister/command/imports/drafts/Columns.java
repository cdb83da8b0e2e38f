package org.conductregister.command.imports.drafts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.conductregister.command.imports.rows.CsvRows;
import org.conductregister.command.imports.sheet.Lines;

/** The columns of a spreadsheet, as its first rows show them. */
public final class Columns {

    private static final int ROWS = 20;
    private static final int EXAMPLES = 3;
    private static final int LONGEST = 60;
    private static final int MOST = 200;

    private Columns() {}

    /**
     * One column.
     *
     * @param name what its first row says
     * @param examples a few things that stand in it
     */
    public record Column(int index, String name, List<String> examples) {}

    /**
     * Reads the columns of a CSV file from its first rows.
     *
     * @throws UnfitFileException when its first line cannot be read
     */
    public static List<Column> of(Path csv) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(csv))) {
            var rows = new CsvRows(new Lines(in));
            var header = rows.next();
            if (header == null) {
                throw new UnfitFileException("The file has no lines");
            }
            var fault = header.fault();
            if (fault != null) {
                throw new UnfitFileException(
                        "The first line must name the columns, and cannot be read. " + fault.detail());
            }
            if (header.values().size() > MOST) {
                throw new UnfitFileException("The file has more than " + MOST + " columns");
            }
            var below = new ArrayList<CsvRows.Cells>();
            for (var row = rows.next(); row != null && below.size() < ROWS; row = rows.next()) {
                below.add(row);
            }
            return IntStream.range(0, header.values().size())
                    .mapToObj(i -> new Column(i, shortened(header.values().get(i)), examples(i, below)))
                    .toList();
        }
    }

    private static List<String> examples(int column, List<CsvRows.Cells> rows) {
        return rows.stream()
                .filter(row -> row.values().size() > column)
                .map(row -> shortened(row.values().get(column)))
                .filter(cell -> !cell.isEmpty())
                .distinct()
                .limit(EXAMPLES)
                .toList();
    }

    private static String shortened(String cell) {
        var text = cell.strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
