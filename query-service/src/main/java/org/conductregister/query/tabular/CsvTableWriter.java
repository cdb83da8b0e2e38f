package org.conductregister.query.tabular;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as CSV (RFC 4180) in UTF-8: a header of names, then the rows with codes. Text that a spreadsheet would take for
 * a formula has an apostrophe put before it, and so has text that begins with one, so that the first apostrophe of a cell never
 * belongs to it; imports take it off. For one thread.
 */
final class CsvTableWriter {

    /** Characters with which formulas begin, in one program or another; and the apostrophe itself. */
    private static final String ESCAPED = "=+-@\t\r'";

    private final boolean headed;

    /** @param headed whether lines that begin with # say what the table is, and symbols stand where there is no number */
    CsvTableWriter(boolean headed) {
        this.headed = headed;
    }

    void write(DataTable table, OutputStream out) throws IOException {
        var csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.CRLF)
                .commentCharacter('#')
                .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        if (headed) {
            table.heading().lines().forEach(line -> csv.writeComment(" " + line));
        }
        csv.writeRecord(table.columns().stream().map(Column::name).toList());
        table.rows().forEach(row -> csv.writeRecord(texts(row)));
        csv.flush();
    }

    private List<@Nullable String> texts(List<? extends @Nullable Object> row) {
        return row.stream().<@Nullable String>map(this::text).toList();
    }

    private @Nullable String text(@Nullable Object cell) {
        return switch (cell) {
            case null -> null;
            case Coded coded -> text(coded.code());
            case Symbol symbol -> headed || symbol != Symbol.NOT_APPLICABLE ? symbol.text() : null;
            case String text -> escape(text);
            default -> cell.toString();
        };
    }

    private static String escape(String text) {
        return !text.isEmpty() && ESCAPED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
