package org.conductregister.command.imports.sheet.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.opening.WorkbookFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cells that both formats of workbooks have, read alike. */
class WorkbookCellsTest {

    private static final String EXCEL_FORMULAS = """
            <row><c t="inlineStr"><is><t>case</t></is></c><c t="inlineStr"><is><t>day</t></is></c></row>\
            <row><c><v>1</v></c><c><f>A1+1</f><v>2</v></c></row>\
            <row><c><v>2</v></c><c t="str"><f>IF(A1,"","x")</f><v></v></c></row>\
            <row><c><v>3</v></c><c><f>DATE(2019,2,3)</f><v></v></c></row>\
            <row><c><v>4</v></c><c><f>DATE(2019,2,4)</f></c></row>""";

    @TempDir
    private Path directory;

    private interface Format {
        Path write(Path directory, Map<String, List<List<Object>>> sheets) throws IOException;
    }

    @Test
    void readsTextNumbersAndDaysOfExcel() throws IOException {
        readsTextNumbersAndDays(WorkbookFixture::xlsx, 5540017);
    }

    @Test
    void readsTextNumbersAndDaysOfOpenDocument() throws IOException {
        readsTextNumbersAndDays(WorkbookFixture::ods, 5540017.0);
    }

    @Test
    void ofAFormulaTheResultIsReadWhereTheFileHasIt() throws IOException {
        var open = WorkbookFixture.odsOf(directory, """
            <table:table table:name="a"><table:table-row><table:table-cell><text:p>case</text:p></table:table-cell>\
            <table:table-cell><text:p>day</text:p></table:table-cell></table:table-row>\
            <table:table-row><table:table-cell office:value-type="float" office:value="3"><text:p>3</text:p></table:table-cell>\
            <table:table-cell table:formula="of:=DATE(2019;2;3)"/></table:table-row></table:table>""");

        assertThat(rows(sheet(open)))
                .extracting(row -> row.cell(1))
                .containsExactly(new Cell.Formula("=DATE(2019;2;3)"));
        assertThat(rows(sheet(WorkbookFixture.xlsxOf(directory, EXCEL_FORMULAS))))
                .extracting(row -> row.cell(1))
                .containsExactly(
                        new Cell.Numeric("2", false),
                        Cell.blank(),
                        new Cell.Formula("=DATE(2019,2,3)"),
                        new Cell.Formula("=DATE(2019,2,4)"));
    }

    @Test
    void aDateThatShowsItsMonthOrYearAloneStatesNoMore() throws IOException {
        var first = LocalDate.of(2019, 2, 1);
        var january = LocalDate.of(2019, 1, 1);
        var excel = WorkbookFixture.xlsxOf(
                directory,
                "<row><c t=\"inlineStr\"><is><t>case</t></is></c><c t=\"inlineStr\"><is><t>day</t></is></c></row>"
                        + "<row><c><v>1</v></c><c s=\"5\"><v>43497</v></c></row><row><c><v>2</v></c><c s=\"5\"><v>43499</v></c></row>"
                        + "<row><c><v>3</v></c><c s=\"6\"><v>43466</v></c></row><row><c><v>4</v></c><c s=\"7\"><v>43497</v></c></row>");
        assertThat(rows(sheet(excel)))
                .extracting(row -> row.cell(1))
                .containsExactly(
                        Cell.Day.showingMonth(first),
                        new Cell.Day(LocalDate.of(2019, 2, 3)),
                        Cell.Day.showingYear(january),
                        Cell.Day.showingMonth(first));

        var open = WorkbookFixture.odsOf(
                directory,
                "<table:table table:name=\"a\">"
                        + openRow("x", "day")
                        + openRow("2019-02-01", "Feb 19")
                        + openRow("2019-02-03", "Feb 2019")
                        + openRow("2019-01-01", "2019")
                        + openRow("2019-02-01", "02/2019")
                        + openRow("2019-02-01", "1 Feb 2019")
                        + openRow("2019-02-01", "Fri 01/02/19")
                        + "</table:table>");
        assertThat(rows(sheet(open)))
                .extracting(row -> row.cell(1))
                .containsExactly(
                        Cell.Day.showingMonth(first),
                        new Cell.Day(LocalDate.of(2019, 2, 3)),
                        Cell.Day.showingYear(january),
                        Cell.Day.showingMonth(first),
                        new Cell.Day(first),
                        new Cell.Day(first));
    }

    private static String openRow(String day, String shown) {
        var type = day.equals("x") ? "" : " office:value-type=\"date\" office:date-value=\"%s\"".formatted(day);
        return "<table:table-row><table:table-cell><text:p>case</text:p></table:table-cell><table:table-cell%s><text:p>%s</text:p></table:table-cell></table:table-row>"
                .formatted(type, shown);
    }

    private void readsTextNumbersAndDays(Format format, Number number) throws IOException {
        var sheet = sheet(format.write(
                directory,
                WorkbookFixture.one(List.of(
                        List.of("case", "day", "n"),
                        List.of("M-1", LocalDate.of(2019, 2, 3), number),
                        Arrays.asList(null, LocalDate.of(1900, 1, 1), 0.25)))));

        assertThat(sheet.columns()).containsExactly("case", "day", "n");
        assertThat(rows(sheet))
                .extracting(SheetRow::cells)
                .containsExactly(
                        List.of(
                                Cell.of("M-1"),
                                new Cell.Day(LocalDate.of(2019, 2, 3)),
                                new Cell.Numeric("5540017", false)),
                        List.of(Cell.blank(), new Cell.Day(LocalDate.of(1900, 1, 1)), new Cell.Numeric("0.25", false)));
    }
}
