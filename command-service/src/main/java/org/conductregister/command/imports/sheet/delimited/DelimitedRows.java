package org.conductregister.command.imports.sheet.delimited;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.SheetRows;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.jspecify.annotations.Nullable;

/** The rows of delimited text (RFC 4180, with any separator). A row that cannot be read does not spoil those below. */
final class DelimitedRows implements SheetRows {

    /** The width of a file whose rows have different numbers of cells. */
    private static final int UNEVEN = -1;

    private static final String CUT_OFF =
            "The file ends in the middle of this row: it may have been cut off. Get it again, whole.";

    private final InputStream in;
    private final Lines lines;
    private final char separator;
    private final SwallowedRows swallowed = new SwallowedRows();
    private long rows;
    private int width;

    DelimitedRows(InputStream in, TextEncoding encoding, char separator) throws IOException {
        this.in = in;
        this.lines = encoding.lines(in);
        this.separator = separator;
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        var line = lines.next();
        if (line == null) {
            return null;
        }
        if (++rows > Limits.ROWS) {
            throw new UnfitSheetException(
                    "The sheet has more than %,d rows. Divide it into several files.".formatted(Limits.ROWS));
        }
        var row = row(line);
        return isCutOff(row) ? SheetRow.faulty(row.line(), CUT_OFF) : row;
    }

    /** Whether it ends before its last cell, at the end of the file, in a file whose other rows all have as many cells. */
    private boolean isCutOff(SheetRow row) {
        if (row.fault() != null) {
            return false;
        }
        int cells = row.cells().size();
        width = rows == 1 || width == cells ? cells : width > cells && !lines.isEnded() ? width : UNEVEN;
        return cells > 1 && cells < width && rows > 2 && !row.isTotal();
    }

    /** The row that begins with this line, and goes on over those after it while a quoted cell is open. */
    private SheetRow row(Lines.Line first) throws IOException {
        var row = new StringBuilder();
        var quotes = new CsvQuotes(separator);
        var below = new ArrayList<List<String>>(0);
        for (var line = first; line != null; line = lines.next()) {
            if (line.bytes() == null || row.length() + line.bytes().length > Limits.ROW) {
                return SheetRow.faulty(
                        first.number(),
                        "The row is longer than %,d characters%s. Take out columns that are not needed, or look for a quote that is not closed."
                                .formatted(Limits.ROW, notRead(below.size())));
            }
            var text = TextEncoding.decoded(line.bytes());
            if (line != first) {
                below.add(endsACell(text) ? List.of() : split(text.replace("\"", "")));
            }
            if (line == first && text.indexOf('"') < 0) {
                return single(cells(first.number(), text));
            }
            row.append(text);
            if (!quotes.openAfter(text)) {
                var cells = cells(first.number(), row.toString());
                return line == first ? single(cells) : checked(cells, below);
            }
            row.append('\n');
        }
        return SheetRow.faulty(
                first.number(),
                "A quote of this row is not closed to the end of the file%s. Close it, or take it out."
                        .formatted(notRead(below.size())));
    }

    /** Whether a line ends the cell that is open before a separator stands in it: the cells behind are the row's own. */
    private boolean endsACell(String line) {
        int quote = line.indexOf('"');
        int behind = line.indexOf(separator);
        return quote > 0 && (behind < 0 || quote < behind);
    }

    private static String notRead(int lines) {
        return lines == 0 ? "" : ", and none of the %,d lines below is read".formatted(lines);
    }

    private SheetRow single(SheetRow row) {
        if (row.fault() == null) {
            swallowed.add(row);
        }
        return row;
    }

    private SheetRow checked(SheetRow row, List<List<String>> below) {
        return swallowed.areIn(row, below)
                ? SheetRow.faulty(
                        row.line(),
                        "A cell of this row goes on over lines that look like rows of their own%s. Look for a quote that is not closed."
                                .formatted(notRead(below.size())))
                : row;
    }

    private SheetRow cells(long number, String text) {
        var values = text.indexOf('"') < 0 ? split(text) : parsed(text);
        if (values == null) {
            return notClosed(number);
        }
        if (values.size() > Limits.COLUMNS) {
            throw new UnfitSheetException(
                    "Line %,d has more than %,d columns. Take out those that are not needed, and send the file again."
                            .formatted(number, Limits.COLUMNS));
        }
        var cells = new ArrayList<Cell>(values.size());
        for (var value : values) {
            if (value.length() > Limits.CELL) {
                return SheetRow.faulty(
                        number, "A cell is longer than %,d characters. Shorten it.".formatted(Limits.CELL));
            }
            cells.add(Cell.of(value));
        }
        return SheetRow.of(number, cells);
    }

    private List<String> split(String text) {
        var cells = new ArrayList<String>();
        int from = 0;
        for (int to = text.indexOf(separator); to >= 0; to = text.indexOf(separator, from)) {
            cells.add(text.substring(from, to));
            from = to + 1;
        }
        cells.add(text.substring(from));
        return cells;
    }

    private @Nullable List<String> parsed(String text) {
        try (var reader = CsvReader.builder().fieldSeparator(separator).ofCsvRecord(text)) {
            return reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
        } catch (CsvParseException | IOException e) {
            return null;
        }
    }

    private static SheetRow notClosed(long number) {
        return SheetRow.faulty(number, "The row cannot be divided into cells. Look for a quote that is not closed.");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
