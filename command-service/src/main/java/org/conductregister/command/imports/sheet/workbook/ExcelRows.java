package org.conductregister.command.imports.sheet.workbook;

import java.io.IOException;
import java.util.Set;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.SheetRow;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet of an Excel workbook. Of a formula its saved value is read; where there is none, the formula itself. */
final class ExcelRows extends WorkbookRows {

    private static final Set<String> HIDDEN = Set.of("1", "true");

    private final ZipParts zip;
    private final XmlPart xml;
    private final ExcelCells cells;
    private final RowBuilder row = new RowBuilder();
    private long line;
    private long hidden;

    ExcelRows(ZipParts zip, XmlPart xml, ExcelCells cells) {
        this.zip = zip;
        this.xml = xml;
        this.cells = cells;
    }

    @Override
    @Nullable
    SheetRow nextStated() {
        for (var element = xml.nextElement(); element != null; element = xml.nextElement()) {
            if (element.equals("row")) {
                line = lineOf(xml.attribute("r"));
                boolean isHidden = HIDDEN.contains(String.valueOf(xml.attribute("hidden")));
                readCells();
                if (!row.isBlank()) {
                    hidden += isHidden ? 1 : 0;
                    return row.take(line);
                }
            }
        }
        return null;
    }

    private long lineOf(@Nullable String stated) {
        long number = stated == null ? line + 1 : NumberFormats.number(stated);
        if (number <= line) {
            throw ZipParts.damaged();
        }
        return number;
    }

    private void readCells() {
        int column = -1;
        while (xml.next()) {
            if (xml.starts() && xml.name().equals("c")) {
                var reference = xml.attribute("r");
                column = reference == null ? column + 1 : column(reference);
                readCell(column, xml.attribute("t"), xml.attribute("s"));
            } else if (xml.ends() && xml.name().equals("row")) {
                return;
            }
        }
    }

    private void readCell(int column, @Nullable String type, @Nullable String style) {
        String formula = null;
        while (xml.next()) {
            if (xml.starts()) {
                switch (xml.name()) {
                    case "f" -> formula = xml.text();
                    case "v" -> {
                        var value = xml.text();
                        row.set(column, cells.cell(type, style, value));
                        formula = value.isEmpty() && !"str".equals(type) ? formula : null;
                    }
                    case "is" -> row.set(column, Cell.of(SharedStrings.richText(xml, "is")));
                    default -> xml.skip();
                }
            } else if (xml.ends() && xml.name().equals("c")) {
                if (formula != null) {
                    row.set(column, new Cell.Formula("=" + formula));
                }
                return;
            }
        }
    }

    /** Returns the column, from 0, of a cell's name such as {@code AB12}. */
    private static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= Limits.COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = 26 * column + c - 'A' + 1;
        }
        return column - 1;
    }

    @Override
    public long hidden() {
        return hidden;
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } finally {
            zip.close();
        }
    }
}
