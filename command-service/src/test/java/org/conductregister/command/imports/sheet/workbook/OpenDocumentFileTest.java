package org.conductregister.command.imports.sheet.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.odsOf;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.opening.Opened;
import org.conductregister.command.imports.sheet.opening.Sheet;
import org.conductregister.command.imports.sheet.opening.SheetChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenDocumentFileTest {

    private static final String HEADER =
            "<table:table-row><table:table-cell><text:p>case</text:p></table:table-cell><table:table-cell><text:p>day</text:p></table:table-cell></table:table-row>";

    @TempDir
    private Path directory;

    @Test
    void readsEveryKindOfCell() throws IOException {
        assertThat(
                        cell(
                                "<table:table-cell office:value-type=\"float\" office:value=\"123\"><text:p>00123</text:p></table:table-cell>"))
                .isEqualTo(new Cell.Numeric("00123", false));
        assertThat(
                        cell(
                                "<table:table-cell table:formula=\"of:=1+1\" office:value-type=\"float\" office:value=\"2\"><text:p>2</text:p></table:table-cell>"))
                .isEqualTo(new Cell.Numeric("2", false));
        assertThat(
                        cell(
                                "<table:table-cell office:value-type=\"date\" office:date-value=\"2019-02-03T10:00:00\"><text:p>3 Feb</text:p></table:table-cell>"))
                .isEqualTo(new Cell.Day(LocalDate.of(2019, 2, 3)));
        assertThat(cell("<table:table-cell office:value-type=\"boolean\" office:boolean-value=\"true\"/>"))
                .isEqualTo(Cell.of("TRUE"));
        assertThat(
                        cell(
                                "<table:table-cell office:value-type=\"string\"><office:annotation><text:p>who?</text:p></office:annotation><text:p>a<text:s text:c=\"2\"/>b</text:p><text:p>c</text:p></table:table-cell>"))
                .isEqualTo(Cell.of("a  b\nc"));
    }

    @Test
    void repeatedCellsAndRowsAreEachRead() throws IOException {
        var rows = rows(
                sheet(
                        table(
                                "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"2\"><text:p>x</text:p></table:table-cell></table:table-row>"
                                        + "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell table:number-columns-repeated=\"16384\"/></table:table-row>"
                                        + "<table:table-row><table:table-cell><text:p>y</text:p></table:table-cell></table:table-row>"
                                        + "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell/></table:table-row>")));

        assertThat(rows).extracting(SheetRow::line).containsExactly(2L, 3L, 4L, 5L, 6L);
        assertThat(rows.get(1).cells()).containsExactly(Cell.of("x"), Cell.of("x"));
        assertThat(rows).extracting(SheetRow::isBlank).containsExactly(false, false, true, true, false);
    }

    @Test
    void theRowsOfASheetEndWithIt() throws IOException {
        var file = odsOf(
                directory,
                "<table:table table:name=\"Cases\">" + HEADER
                        + "<table:table-row><table:table-cell><text:p>M-1</text:p></table:table-cell></table:table-row>"
                        + "</table:table><table:table table:name=\"Codes\">" + HEADER + "</table:table>");
        var choice = new SheetChoice("Cases", null, Set.of());

        assertThat(rows(((Opened.Known) Sheet.open(file, choice)).sheet())).hasSize(1);
    }

    @Test
    void aHiddenSheetIsNotOffered() throws IOException {
        var file = odsOf(
                directory,
                "<table:table table:name=\"Lists\" table:style-name=\"ta2\">" + HEADER
                        + "</table:table><table:table table:name=\"Cases\">" + HEADER + "</table:table>");

        assertThat(sheet(file).name()).isEqualTo("Cases");
    }

    private Cell cell(String cell) throws IOException {
        return rows(sheet(table("<table:table-row>" + cell + "</table:table-row>")))
                .getFirst()
                .cell(0);
    }

    private Path table(String rows) throws IOException {
        return odsOf(directory, "<table:table table:name=\"T\">" + HEADER + rows + "</table:table>");
    }
}
