package org.conductregister.command.imports.sheet.workbook;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.Limits;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet in OpenDocument. Of a formula its saved value is read, where there is one; comments are passed over. */
final class OpenDocumentRows extends WorkbookRows {

    private static final Set<String> HIDDEN = Set.of("collapse", "filter");

    private static final Pattern PADDED = Pattern.compile("0\\d{1,39}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern WORD = Pattern.compile("\\p{L}{3,}");

    private final ZipParts zip;
    private final XmlPart xml;
    private final RowBuilder row = new RowBuilder();
    private long line;
    private long hidden;
    private @Nullable SheetRow repeated;
    private int times;

    OpenDocumentRows(ZipParts zip, XmlPart xml, String sheet) {
        this.zip = zip;
        this.xml = xml;
        for (var element = xml.nextElement(); ; element = xml.nextElement()) {
            if (element == null) {
                throw ZipParts.damaged();
            }
            if (element.equals("table")) {
                if (sheet.equals(xml.attribute("name"))) {
                    break;
                }
                xml.skip();
            }
        }
    }

    @Override
    @Nullable
    SheetRow nextStated() {
        if (repeated != null && times > 0) {
            times--;
            line++;
            return new SheetRow(line, repeated.cells(), repeated.fault());
        }
        while (xml.next()) {
            if (xml.starts() && xml.name().equals("table-row")) {
                int rows = xml.count("number-rows-repeated");
                boolean isHidden = HIDDEN.contains(String.valueOf(xml.attribute("visibility")));
                readCells();
                if (row.isBlank()) {
                    line += rows;
                } else {
                    line++;
                    hidden += isHidden ? rows : 0;
                    var stated = row.take(line);
                    repeated = stated;
                    times = rows - 1;
                    refuseTooMany();
                    return stated;
                }
            } else if (xml.ends() && xml.name().equals("table")) {
                return null;
            }
        }
        return null;
    }

    private void refuseTooMany() {
        if (line + times > Limits.ROWS) {
            throw new UnfitSheetException(
                    "The sheet has more than %,d rows. Divide it into several files.".formatted(Limits.ROWS));
        }
    }

    private void readCells() {
        int column = 0;
        while (xml.next()) {
            if (xml.starts()) {
                if (xml.name().equals("table-cell") || xml.name().equals("covered-table-cell")) {
                    int columns = xml.count("number-columns-repeated");
                    var cell = cell();
                    if (!cell.isBlank()) {
                        for (int i = 0; i < columns; i++) {
                            row.set(column + i, cell);
                        }
                    }
                    column = (int) Math.min((long) column + columns, Limits.COLUMNS);
                }
            } else if (xml.ends() && xml.name().equals("table-row")) {
                return;
            }
        }
    }

    private Cell cell() {
        var type = xml.attribute("value-type");
        var value = xml.attribute("value");
        var day = xml.attribute("date-value");
        var truth = xml.attribute("boolean-value");
        var string = xml.attribute("string-value");
        var formula = xml.attribute("formula");
        var shown = shown();
        if (type == null) {
            return formula == null || !shown.isEmpty()
                    ? Cell.of(shown)
                    : new Cell.Formula("=" + formula.substring(formula.indexOf('=') + 1));
        }
        return switch (type) {
            case "float", "currency", "percentage" -> number(value, shown);
            case "date" -> day(day, shown);
            case "boolean" -> Cell.of("true".equals(truth) ? "TRUE" : "FALSE");
            default -> Cell.of(string == null ? shown : string);
        };
    }

    private static Cell number(@Nullable String value, String shown) {
        if (value == null || value.length() > 40 || PADDED.matcher(shown).matches()) {
            return value == null || value.length() > 40 ? Cell.of(shown) : new Cell.Numeric(shown, false);
        }
        try {
            var number = new BigDecimal(value);
            if (Math.abs((long) number.scale() - number.precision()) > 80) {
                return Cell.of(value);
            }
            return new Cell.Numeric(
                    number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString(), false);
        } catch (NumberFormatException e) {
            return Cell.of(shown);
        }
    }

    private static Cell day(@Nullable String value, String shown) {
        try {
            return value == null || value.length() < 10
                    ? Cell.of(shown)
                    : dated(LocalDate.parse(value.substring(0, 10)), shown);
        } catch (DateTimeException e) {
            return Cell.of(shown);
        }
    }

    /** A cell that shows its year with a month, or by itself, states no more. */
    private static Cell dated(LocalDate day, String shown) {
        var numbers = NUMBER.matcher(shown).results().map(MatchResult::group).toList();
        boolean year = numbers.contains(String.valueOf(day.getYear()))
                || numbers.contains("%02d".formatted(day.getYear() % 100));
        boolean word = WORD.matcher(shown).find();
        if (!year || numbers.size() + (word ? 1 : 0) > 2) {
            return new Cell.Day(day);
        }
        return numbers.size() == 1 && !word ? Cell.Day.showingYear(day) : Cell.Day.showingMonth(day);
    }

    /** The text of the cell that begins here, a line for each paragraph. Goes on to its end. */
    private String shown() {
        var text = new StringBuilder();
        int depth = 1;
        boolean inParagraph = false;
        while (depth > 0 && xml.next()) {
            if (xml.isText()) {
                if (inParagraph) {
                    xml.appendText(text);
                }
            } else if (xml.ends()) {
                depth--;
                inParagraph &= !xml.name().equals("p");
            } else {
                switch (xml.name()) {
                    case "annotation", "frame", "custom-shape", "table" -> xml.skip();
                    case "p" -> {
                        append(text, text.isEmpty() ? 0 : 1, '\n');
                        inParagraph = true;
                        depth++;
                    }
                    case "s" -> {
                        append(text, xml.count("c"), ' ');
                        depth++;
                    }
                    case "tab" -> {
                        append(text, 1, '\t');
                        depth++;
                    }
                    case "line-break" -> {
                        append(text, 1, '\n');
                        depth++;
                    }
                    default -> depth++;
                }
            }
        }
        return text.toString();
    }

    private static void append(StringBuilder text, int times, char c) {
        text.repeat(c, Math.min(times, Math.max(0, Limits.CELL + 1 - text.length())));
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
