package org.conductregister.query.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.miachm.sods.SpreadSheet;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.conductregister.query.tabular.Column.Kind;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Every format says the same, cell by cell, as libraries read it back. */
class TableWriterTest {

    private static final List<Column> COLUMNS = List.of(
            new Column("force", "Force", Kind.TEXT),
            new Column("count", "Count", Kind.WHOLE_NUMBER),
            new Column("ended.mean", "Mean days", Kind.DECIMAL),
            new Column("share", "Share", Kind.SHARE),
            new Column("asAt", "As at", Kind.DAY),
            new Column("knownAt", "Known at", Kind.INSTANT),
            new Column("finalised", "Finalised", Kind.FLAG),
            new Column("title", "Title", Kind.TEXT));

    private static final List<List<@Nullable Object>> ROWS = List.of(
            row(
                    new Coded("LANCASHIRE", "Lancashire"),
                    12L,
                    27.5,
                    0.25,
                    LocalDate.of(2018, 6, 2),
                    Instant.parse("2018-06-09T08:30:12.123456Z"),
                    true,
                    "=1+1"),
            row(
                    new Coded("KENT", "Kent"),
                    Symbol.CONFIDENTIAL,
                    Symbol.NOT_APPLICABLE,
                    1.0,
                    LocalDate.of(1899, 12, 31),
                    null,
                    false,
                    "a \"quoted\", comma\nand  two blanks \u0001"),
            row(new Coded("-", "-"), -3L, 0.1, 0.0, null, null, null, "@home"),
            row(new Coded("'X", "'X"), 0L, 1e-4, 0.0, null, null, null, "+44 1234"));

    private static final DataTable TABLE = DataTable.of(heading(), COLUMNS, ROWS);

    private static List<@Nullable Object> row(@Nullable Object... cells) {
        return Arrays.asList(cells);
    }

    private static Heading heading() {
        var notes = new LinkedHashMap<String, String>();
        notes.put("Definitions", "2026-1");
        notes.put("Pending", "Not closed, \"yet\".");
        return new Heading(
                "cases-by-force",
                "Cases by force",
                "Cases by force. Population: everything. As at 2 June 2018, as known at 9 June 2018 at 09:30. Definitions 2026-1.",
                "/api/v1/statistics?unit=cases&asAt=2018-06-02",
                notes);
    }

    private static byte[] written(DataTable table, TableFormat format, boolean headed) throws IOException {
        var out = new ByteArrayOutputStream();
        TableWriter.write(table, format, headed, out);
        return out.toByteArray();
    }

    private static List<CsvRecord> csv(byte[] bytes) {
        return CsvReader.builder()
                .commentStrategy(CommentStrategy.SKIP)
                .ofCsvRecord(new String(bytes, StandardCharsets.UTF_8))
                .stream()
                .toList();
    }

    @Test
    void csvHasNamesAndCodesAndNothingThatIsAFormula() throws IOException {
        var records = csv(written(TABLE, TableFormat.CSV, false));

        assertThat(records.getFirst().getFields())
                .containsExactly("force", "count", "ended.mean", "share", "asAt", "knownAt", "finalised", "title");
        assertThat(records.get(1).getFields())
                .containsExactly(
                        "LANCASHIRE",
                        "12",
                        "27.5",
                        "0.25",
                        "2018-06-02",
                        "2018-06-09T08:30:12.123456Z",
                        "true",
                        "'=1+1");
        assertThat(records.get(2).getFields())
                .containsExactly(
                        "KENT",
                        "[c]",
                        "",
                        "1.0",
                        "1899-12-31",
                        "",
                        "false",
                        "a \"quoted\", comma\nand  two blanks \u0001");
        assertThat(records.get(3).getFields()).startsWith("'-", "-3").endsWith("'@home");
        assertThat(records.get(4).getFields()).startsWith("''X", "0").endsWith("'+44 1234");
    }

    @Test
    void csvForPeopleIsHeadedByWhatItIs() throws IOException {
        var bytes = written(TABLE, TableFormat.CSV, true);

        assertThat(new String(bytes, StandardCharsets.UTF_8).lines().limit(5))
                .containsExactly(
                        "# " + heading().sentence(),
                        "# Call: /api/v1/statistics?unit=cases&asAt=2018-06-02",
                        "# Definitions: 2026-1",
                        "# Pending: Not closed, \"yet\".",
                        "force,count,ended.mean,share,asAt,knownAt,finalised,title");
        assertThat(csv(bytes)).hasSize(5);
        assertThat(csv(bytes).get(2).getField(2)).isEqualTo("[z]");
    }

    @Test
    void theMetadataOfACsvNamesItsColumns() throws IOException {
        var metadata = new JsonMapper().readTree(written(TABLE, TableFormat.CSVW, true));

        assertThat(metadata.path("url").asString())
                .isEqualTo("/api/v1/statistics?unit=cases&asAt=2018-06-02&format=csv");
        assertThat(metadata.path("dc:description").asString())
                .isEqualTo(heading().sentence());
        assertThat(metadata.path("tableSchema").path("columns").values())
                .extracting(column -> column.path("name").asString() + " "
                        + column.path("datatype").asString())
                .containsExactly(
                        "force string",
                        "count integer",
                        "ended.mean double",
                        "share double",
                        "asAt date",
                        "knownAt dateTime",
                        "finalised boolean",
                        "title string");
    }

    @Test
    void aWorkbookOfOfficeOpenXmlHasTheTableInWords() throws IOException {
        var bytes = written(TABLE, TableFormat.XLSX, true);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            assertThat(book.getSheets().map(sheet -> sheet.getName())).containsExactly("Cover", "Notes", "Table");
            var rows = book.findSheet("Table").orElseThrow().read();
            assertThat(rows.getFirst().getCellText(0)).isEqualTo("Cases by force");
            assertThat(rows.get(1).getCellText(0)).isEqualTo(heading().sentence());
            assertThat(rows.get(4).getCellText(3)).isEqualTo("Share");
            var first = rows.get(5);
            assertThat(first.getCellText(0)).isEqualTo("Lancashire");
            assertThat(first.getCellAsNumber(1).orElseThrow()).isEqualByComparingTo("12");
            assertThat(first.getCellAsNumber(2).orElseThrow()).isEqualByComparingTo("27.5");
            assertThat(first.getCellAsDate(4).orElseThrow().toLocalDate()).isEqualTo("2018-06-02");
            assertThat(first.getCellText(5)).isEqualTo("2018-06-09T08:30:12.123456Z");
            assertThat(first.getCellText(6)).isEqualTo("Yes");
            assertThat(first.getCell(7).getType()).isEqualTo(CellType.STRING);
            assertThat(first.getCellText(7)).isEqualTo("=1+1");
            var second = rows.get(6);
            assertThat(second.getCellText(1)).isEqualTo("[c]");
            assertThat(second.getCellText(2)).isEqualTo("[z]");
            assertThat(second.getCellText(4)).isEqualTo("1899-12-31");
            assertThat(second.getCellText(7)).startsWith("a \"quoted\", comma\nand  two blanks ");
            assertThat(rows).hasSize(9);
            var notes = book.findSheet("Notes").orElseThrow().read();
            assertThat(notes)
                    .extracting(note -> note.getCellText(0))
                    .contains("Definitions", "Pending", "[c]", "[x]", "[z]");
        }
        assertThat(entries(bytes)).contains("xl/tables/table1.xml", "xl/tables/table2.xml");
    }

    /** The names of the parts in order, as the directory at the end of the file has them. */
    private static List<String> entries(byte[] bytes) throws IOException {
        var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get();
        try (zip) {
            return Collections.list(zip.getEntries()).stream()
                    .map(ZipArchiveEntry::getName)
                    .toList();
        }
    }

    @Test
    void aWorkbookOfOpenDocumentHasTheSame() throws IOException {
        var bytes = written(TABLE, TableFormat.ODS, true);
        var book = new SpreadSheet(new ByteArrayInputStream(bytes));

        assertThat(book.getSheets()).extracting(sheet -> sheet.getName()).containsExactly("Cover", "Notes", "Table");
        var cells = book.getSheet("Table").getDataRange().getValues();
        assertThat(cells[0][0]).isEqualTo("Cases by force");
        assertThat(cells[1][0]).isEqualTo(heading().sentence());
        assertThat(cells[5]).startsWith("Force", "Count", "Mean days");
        assertThat(cells[6][0]).isEqualTo("Lancashire");
        assertThat(((Number) cells[6][1]).longValue()).isEqualTo(12);
        assertThat(((Number) cells[6][2]).doubleValue()).isEqualTo(27.5);
        assertThat(cells[6][4]).isEqualTo(LocalDate.of(2018, 6, 2));
        assertThat(cells[6][7]).isEqualTo("=1+1");
        assertThat(cells[7][1]).isEqualTo("[c]");
        assertThat(cells[7][7]).asString().startsWith("a \"quoted\", comma\nand  two blanks");
        assertThat(cells[8][7]).isEqualTo("@home");
        assertThat(book.getSheet("Table").getRange(6, 7).getFormula()).isNull();
        assertThat(entries(bytes).getFirst()).isEqualTo("mimetype");
    }

    @Test
    void aTextThatIsTooLongForACellSaysThatItIsCut() throws IOException {
        var table = DataTable.of(
                heading(), List.of(new Column("title", "Title", Kind.TEXT)), List.of(row("x".repeat(40_000))));

        try (var book = new ReadableWorkbook(new ByteArrayInputStream(written(table, TableFormat.XLSX, true)))) {
            assertThat(book.findSheet("Table").orElseThrow().read().getLast().getCellText(0))
                    .hasSize(32_767)
                    .endsWith("[cut: a cell holds no more]");
        }
    }

    @Test
    void aTableOfNothingIsATableWithAHeader() throws IOException {
        var empty = DataTable.of(heading(), COLUMNS, List.of());

        assertThat(csv(written(empty, TableFormat.CSV, false))).hasSize(1);
        var sheet = new SpreadSheet(new ByteArrayInputStream(written(empty, TableFormat.ODS, true))).getSheet("Table");
        assertThat(sheet.getDataRange().getValues()[5]).startsWith("Force");
        assertThat(entries(written(empty, TableFormat.XLSX, true))).contains("xl/tables/table2.xml");
    }

    @Test
    void moreRowsThanASheetHasAreRefused() {
        var long1 = new DataTable(heading(), COLUMNS, 2_000_000, sink -> {});

        assertThat(TableWriter.fits(long1, TableFormat.CSV)).isTrue();
        assertThatThrownBy(() -> TableWriter.write(long1, TableFormat.ODS, true, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void columnsOfASheetAreNamedByLetters() {
        assertThat(Map.of(1, "A", 26, "Z", 27, "AA", 52, "AZ", 703, "AAA"))
                .allSatisfy((number, letters) ->
                        assertThat(OdsContent.letters(number)).isEqualTo(letters));
    }
}
