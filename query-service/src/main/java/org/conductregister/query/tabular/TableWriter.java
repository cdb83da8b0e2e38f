package org.conductregister.query.tabular;

import java.io.IOException;
import java.io.OutputStream;
import tools.jackson.databind.json.JsonMapper;

/** Writes tables in every format. Safe for use by several threads; the stream stays open. */
public final class TableWriter {

    /** The most rows of a workbook's sheet, less those above the table. */
    public static final int MOST_ROWS_OF_A_SHEET = 1_048_576 - WorkbookText.HEADER_ROW - 1;

    private static final JsonMapper JSON = new JsonMapper();

    private TableWriter() {}

    /**
     * Writes a table.
     *
     * @param headed whether a CSV is headed by lines that say what it is; workbooks always are
     * @throws IllegalArgumentException when a workbook has not so many rows
     */
    public static void write(DataTable table, TableFormat format, boolean headed, OutputStream out) throws IOException {
        if (!fits(table, format)) {
            throw new IllegalArgumentException("A sheet has no %,d rows".formatted(table.rowCount()));
        }
        switch (format) {
            case CSV -> new CsvTableWriter(headed).write(table, out);
            case CSVW -> out.write(JSON.writeValueAsBytes(CsvwMetadata.of(table)));
            case XLSX -> new XlsxTableWriter().write(table, out);
            case ODS -> new OdsTableWriter().write(table, out);
        }
    }

    /** Whether the format has room for so many rows. */
    public static boolean fits(DataTable table, TableFormat format) {
        boolean workbook = format == TableFormat.XLSX || format == TableFormat.ODS;
        return !workbook || table.rowCount() <= MOST_ROWS_OF_A_SHEET;
    }
}
