package org.conductregister.query.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes tables as workbooks of Office Open XML: a cover, notes, and the table, marked as one, on a sheet of its own. Rows are
 * handed on as they come. For one thread.
 */
final class XlsxTableWriter {

    /** The longest text that a cell holds. */
    static final int LONGEST_TEXT = 32_767;

    private static final int ROWS_AT_A_TIME = 500;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final double WIDE = 90;
    private static final double NARROW = 22;

    void write(DataTable table, OutputStream out) throws IOException {
        try (var book = new Workbook(new Uncloseable(out), "ConductRegister", null)) {
            book.properties().setTitle(table.heading().title());
            cover(book.newWorksheet("Cover"), table.heading());
            notes(book.newWorksheet("Notes"), table.heading());
            table(book.newWorksheet("Table"), table);
        }
    }

    private static void cover(Worksheet sheet, Heading heading) throws IOException {
        sheet.width(0, WIDE);
        bold(sheet, 0, 0, heading.title());
        int row = 1;
        for (var line : WorkbookText.cover(heading)) {
            text(sheet, row++, 0, line);
        }
        sheet.finish();
    }

    private static void notes(Worksheet sheet, Heading heading) throws IOException {
        sheet.width(0, NARROW);
        sheet.width(1, WIDE);
        bold(sheet, 0, 0, WorkbookText.NOTES);
        text(sheet, 1, 0, WorkbookText.ONE_TABLE);
        var notes = WorkbookText.notes(heading);
        int top = 3;
        int row = top;
        for (Map.Entry<String, String> note : notes) {
            row++;
            text(sheet, row, 0, note.getKey());
            text(sheet, row, 1, note.getValue());
            sheet.style(row, 1).wrapText(true).set();
        }
        sheet.range(top, 0, Math.max(row, top + 1), 1)
                .createTable(WorkbookText.NOTE, WorkbookText.MEANING)
                .setName("notes")
                .setDisplayName("notes");
        bold(sheet, top, 0, WorkbookText.NOTE);
        bold(sheet, top, 1, WorkbookText.MEANING);
        sheet.finish();
    }

    private static void table(Worksheet sheet, DataTable table) throws IOException {
        var columns = table.columns();
        bold(sheet, 0, 0, table.heading().title());
        text(sheet, 1, 0, table.heading().sentence());
        text(sheet, 2, 0, WorkbookText.call(table.heading()));
        text(sheet, 3, 0, WorkbookText.ONE_TABLE);
        int top = WorkbookText.HEADER_ROW;
        int bottom = Math.toIntExact(top + Math.max(1, table.rowCount()));
        String[] titles = columns.stream().map(Column::title).toArray(String[]::new);
        sheet.range(top, 0, bottom, columns.size() - 1)
                .createTable(titles)
                .setName("table")
                .setDisplayName("data");
        for (int i = 0; i < titles.length; i++) {
            sheet.width(i, NARROW);
            bold(sheet, top, i, titles[i]);
            sheet.style(top, i).bold().wrapText(true).set();
        }
        sheet.freezePane(0, top + 1);
        int[] row = {top};
        table.rows().forEach(cells -> {
            row[0]++;
            cells(sheet, row[0], columns, cells);
            if ((row[0] - top) % ROWS_AT_A_TIME == 0) {
                sheet.flush();
            }
        });
        sheet.finish();
    }

    private static void cells(Worksheet sheet, int row, List<Column> columns, List<? extends @Nullable Object> cells) {
        for (int i = 0; i < cells.size(); i++) {
            cell(sheet, row, i, columns.get(i).kind(), cells.get(i));
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Column.Kind kind, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Number number -> {
                sheet.value(row, column, number);
                if (kind == Column.Kind.SHARE) {
                    sheet.style(row, column).format("0.0%").set();
                }
            }
            case LocalDate day
            when !day.isBefore(FIRST_DAY) -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDate day -> text(sheet, row, column, day.toString());
            case Instant instant -> text(sheet, row, column, instant.toString());
            default -> text(sheet, row, column, WorkbookText.of(cell));
        }
    }

    private static void bold(Worksheet sheet, int row, int column, String text) {
        text(sheet, row, column, text);
        sheet.style(row, column).bold().set();
    }

    /** Inline, since a workbook's own list of texts would be kept in memory until the end. */
    private static void text(Worksheet sheet, int row, int column, String text) {
        sheet.inlineString(row, column, WorkbookText.fitting(text, LONGEST_TEXT));
    }
}
