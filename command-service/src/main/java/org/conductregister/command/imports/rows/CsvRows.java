package org.conductregister.command.imports.rows;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import org.conductregister.command.imports.rows.EntryTrees.Unreadable;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.command.imports.sheet.delimited.CsvQuotes;
import org.conductregister.entries.Utf8;
import org.jspecify.annotations.Nullable;

/** Splits CSV (RFC 4180) into rows of cells, in constant memory. A row that is none does not spoil those below. */
public final class CsvRows {

    private final Lines lines;

    public CsvRows(Lines lines) {
        this.lines = lines;
    }

    /**
     * One row.
     *
     * @param line its first
     * @param size in characters
     * @param fault where it cannot be read, and has no cells then
     */
    public record Cells(
            long line,
            int size,
            List<String> values,
            @Nullable Unreadable fault) {

        private static Cells faulty(Unreadable fault) {
            return new Cells(fault.line(), fault.size(), List.of(), fault);
        }
    }

    /** The next row that is not empty; null at the end. */
    @Nullable
    public Cells next() throws IOException {
        var line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        try {
            return row(line);
        } catch (CharacterCodingException e) {
            return Cells.faulty(Unreadable.notUtf8(line.number()));
        }
    }

    /** The row that begins with this line, and goes on over those after it while a quoted cell is open. */
    private Cells row(Lines.Line first) throws IOException {
        var row = new StringBuilder();
        var quotes = new CsvQuotes(',');
        for (var line = first; line != null; line = lines.next()) {
            if (line.bytes() == null || row.length() + line.bytes().length > Lines.LONGEST) {
                return Cells.faulty(Unreadable.tooLong(first.number()));
            }
            var text = Utf8.decoded(line.bytes());
            row.append(text);
            if (!quotes.openAfter(text)) {
                return cells(first.number(), row.toString());
            }
            row.append('\n');
        }
        return notCsv(first.number(), row.toString());
    }

    private static Cells cells(long number, String text) {
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            var cells = reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
            return new Cells(number, text.length(), cells, null);
        } catch (CsvParseException | IOException e) {
            return notCsv(number, text);
        }
    }

    private static Cells notCsv(long number, String text) {
        var detail = "The line is not CSV: look for a quote that is not closed.";
        return Cells.faulty(Unreadable.of(number, "LINE_NOT_CSV", detail, text));
    }
}
