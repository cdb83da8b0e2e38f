package org.conductregister.command.imports.sheet.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.texts;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.xlsx;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.xlsxOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelFileTest {

    private static final String HEADER = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>case</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>day</t></is></c></row>";

    @TempDir
    private Path directory;

    @Test
    void readsEveryKindOfCell() throws IOException {
        assertThat(cells("<c r=\"A2\" t=\"s\"><v>0</v></c>")).containsExactly(Cell.of("shared"));
        assertThat(cells("<c r=\"A2\" t=\"str\"><f>1+1</f><v>two</v></c>")).containsExactly(Cell.of("two"));
        assertThat(cells("<c r=\"A2\"><f>1+1</f><v>2</v></c>")).containsExactly(new Cell.Numeric("2", false));
        assertThat(cells("<c r=\"A2\" t=\"b\"><v>1</v></c>")).containsExactly(Cell.of("TRUE"));
        assertThat(cells("<c r=\"A2\" t=\"e\"><v>#N/A</v></c>")).containsExactly(Cell.of("#N/A"));
        assertThat(cells("<c r=\"A2\" t=\"d\"><v>2019-02-03T00:00:00</v></c>"))
                .containsExactly(new Cell.Day(LocalDate.of(2019, 2, 3)));
        assertThat(cells("<c r=\"B2\" t=\"inlineStr\"><is><r><t>a </t></r><r><t>b</t></r><rPh><t>x</t></rPh></is></c>"))
                .containsExactly(Cell.blank(), Cell.of("a b"));
        assertThat(cells("<c><v>7</v></c><c><v>8</v></c>"))
                .containsExactly(new Cell.Numeric("7", false), new Cell.Numeric("8", false));
    }

    @Test
    void readsNumbersInFullAndAsTheirFormatPadsThem() throws IOException {
        assertThat(number("5.54E6", 0)).isEqualTo(new Cell.Numeric("5540000", false));
        assertThat(number("5540017.0", 0)).isEqualTo(new Cell.Numeric("5540017", false));
        assertThat(number("0.10000000000000001", 0)).isEqualTo(new Cell.Numeric("0.1", false));
        assertThat(number("123", 2)).isEqualTo(new Cell.Numeric("00123", false));
        assertThat(number("1E999999999", 0)).isEqualTo(Cell.of("1E999999999"));
        assertThat(number("43499", 1)).isEqualTo(new Cell.Day(LocalDate.of(2019, 2, 3)));
        assertThat(number("43499.999999999", 1)).isEqualTo(new Cell.Day(LocalDate.of(2019, 2, 4)));
        assertThat(number("43499.75", 3)).isEqualTo(new Cell.Day(LocalDate.of(2019, 2, 3)));
        assertThat(number("1", 1)).isEqualTo(new Cell.Day(LocalDate.of(1900, 1, 1)));
        assertThat(number("61", 1)).isEqualTo(new Cell.Day(LocalDate.of(1900, 3, 1)));
        assertThat(number("-1", 1)).isEqualTo(new Cell.Numeric("-1", false));
        assertThat(number("0.5", 4)).isEqualTo(Cell.of("12:00:00"));
    }

    @Test
    void daysMayBeCountedFrom1904() throws IOException {
        var file = xlsxOf(
                directory,
                HEADER + "<row r=\"2\"><c s=\"1\"><v>42037</v></c><c><v>42037</v></c></row>",
                "<sst/>",
                "<workbookPr date1904=\"1\"/>");

        assertThat(rows(sheet(file)).getFirst().cells())
                .containsExactly(new Cell.Day(LocalDate.of(2019, 2, 3)), new Cell.Numeric("42037", true));
    }

    @Test
    void rowsLeftOutAreBlankAndThoseBelowTheLastAreNone() throws IOException {
        var rows = rows(sheet(xlsxOf(
                directory, HEADER + "<row r=\"4\"><c><v>1</v></c></row><row r=\"5\"><c r=\"XFD5\" s=\"1\"/></row>")));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 3L, 4L);
        assertThat(rows).extracting(SheetRow::isBlank).containsExactly(true, true, false);
    }

    @Test
    void oneOfSeveralSheetsIsChosen() throws IOException {
        var sheets = new LinkedHashMap<String, List<List<Object>>>();
        sheets.put("Notes", List.of(List.of("About", "Text"), List.of("these", "cases")));
        sheets.put("Cases", List.of(List.of("case", "day"), List.of("M-1", "x")));
        sheets.put("Empty", List.of());
        var file = xlsx(directory, sheets);

        assertThat(Sheet.open(file, SheetChoice.NONE)).isEqualTo(new Opened.WhichSheet(List.of("Notes", "Cases")));
        var byName = (Opened.Known) Sheet.open(file, new SheetChoice("Cases", null, Set.of()));
        assertThat(byName.sheet().columns()).containsExactly("case", "day");
        var byColumns = (Opened.Known) Sheet.open(file, new SheetChoice(null, null, Set.of("day")));
        assertThat(byColumns.sheet().name()).isEqualTo("Cases");
        assertThat(texts(byColumns.sheet())).containsExactly(List.of("M-1", "x"));
    }

    @Test
    void aHiddenSheetIsNotOffered() throws IOException {
        assertThat(sheet(xlsxOf(directory, HEADER + "<row r=\"2\"><c><v>1</v></c></row>"))
                        .names())
                .containsExactly("Data");
    }

    private Cell number(String value, int style) throws IOException {
        return cells("<c r=\"A2\" s=\"" + style + "\"><v>" + value + "</v></c>").getFirst();
    }

    private List<Cell> cells(String cells) throws IOException {
        return rows(sheet(xlsxOf(directory, HEADER + "<row r=\"2\">" + cells + "</row>")))
                .getFirst()
                .cells();
    }
}
