package org.conductregister.command.imports.sheet.opening;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import net.jqwik.time.api.Dates;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;

/** A table of random cells, written in whatever format, is read back the same. */
class RoundTripTest {

    private Path directory;

    @BeforeProperty
    void makeDirectory() throws IOException {
        directory = Files.createTempDirectory("sheets");
    }

    @AfterProperty
    void deleteDirectory() throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    @Property(tries = 400)
    void asDelimitedText(
            @ForAll("tables") List<List<Object>> table,
            @ForAll("separators") char separator,
            @ForAll("charsets") Charset charset)
            throws IOException {
        var file = directory.resolve("sheet.csv");
        try (var csv = CsvWriter.builder()
                .fieldSeparator(separator)
                .build(new OutputStreamWriter(Files.newOutputStream(file), charset))) {
            table.forEach(
                    row -> csv.writeRecord(row.stream().map(RoundTripTest::text).toList()));
        }

        var sheet = SheetFixture.sheet(file);

        assertThat(sheet.columns()).isEqualTo(table.getFirst());
        assertThat(SheetFixture.rows(sheet).stream()
                        .map(row -> texts(row, table.getFirst().size())))
                .isEqualTo(table.stream()
                        .skip(1)
                        .map(row -> row.stream().map(RoundTripTest::text).toList())
                        .toList());
    }

    @Property(tries = 100)
    void asAnExcelWorkbook(@ForAll("tables") List<List<Object>> table) throws IOException {
        assertReadBack(table, WorkbookFixture.xlsx(directory, WorkbookFixture.one(table)));
    }

    @Property(tries = 100)
    void asAnOpenDocumentSheet(@ForAll("tables") List<List<Object>> table) throws IOException {
        assertReadBack(table, WorkbookFixture.ods(directory, WorkbookFixture.one(table)));
    }

    private static void assertReadBack(List<List<Object>> table, Path file) throws IOException {
        var sheet = SheetFixture.sheet(file);
        int width = table.getFirst().size();

        assertThat(sheet.columns()).isEqualTo(table.getFirst());
        assertThat(SheetFixture.rows(sheet).stream()
                        .map(row -> cells(row, width))
                        .toList())
                .isEqualTo(withoutBlankEnd(table).stream()
                        .skip(1)
                        .map(row -> row.stream().map(RoundTripTest::cell).toList())
                        .toList());
    }

    private static List<List<Object>> withoutBlankEnd(List<List<Object>> table) {
        int end = table.size();
        while (table.get(end - 1).stream().allMatch(cell -> cell == null)) {
            end--;
        }
        return table.subList(0, end);
    }

    private static List<Cell> cells(SheetRow row, int width) {
        return IntStream.range(0, width).mapToObj(row::cell).toList();
    }

    private static List<String> texts(SheetRow row, int width) {
        return cells(row, width).stream().map(Cell::text).toList();
    }

    private static Cell cell(Object value) {
        return switch (value) {
            case null -> Cell.blank();
            case LocalDate day -> new Cell.Day(day);
            case Number number -> new Cell.Numeric(text(number), false);
            case Object text -> Cell.of(text.toString());
        };
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case Double number when number == 0 -> "0";
            case Double number ->
                BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
            case Object other -> other.toString();
        };
    }

    @Provide
    Arbitrary<List<List<Object>>> tables() {
        // Text within ' or =" and " is what spreadsheets write for text that is no number, and read without them
        var texts = Arbitraries.strings()
                .withChars("ab X1,;|\t\"'\n.-/=éèñöüçÉ")
                .ofMinLength(1)
                .ofMaxLength(12)
                .map(String::strip)
                .filter(text -> !text.isEmpty() && !text.startsWith("'") && !text.startsWith("=\""));
        Arbitrary<Object> cells = Arbitraries.oneOf(
                texts.map(text -> text),
                Arbitraries.integers().between(-1_000_000, 1_000_000).map(each -> each / 4.0),
                Dates.dates()
                        .between(LocalDate.of(1950, 1, 1), LocalDate.of(2050, 1, 1))
                        .map(day -> day),
                Arbitraries.create(() -> null));
        return Arbitraries.integers()
                .between(2, 6)
                .flatMap(width -> cells.list()
                        .ofSize(width)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(12)
                        .map(rows -> withHeader(width, rows)));
    }

    /** The first row has something in most cells, or it might be a line above the header. */
    private static List<List<Object>> withHeader(int width, List<List<Object>> rows) {
        var table = new ArrayList<List<Object>>();
        table.add(IntStream.range(0, width)
                .mapToObj(i -> (Object) ("Name " + (char) ('a' + i)))
                .toList());
        table.addAll(rows);
        return Collections.unmodifiableList(table);
    }

    @Provide
    Arbitrary<Character> separators() {
        return Arbitraries.of(',', ';', '\t', '|');
    }

    @Provide
    Arbitrary<Charset> charsets() {
        return Arbitraries.of("UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "windows-1252")
                .map(Charset::forName);
    }
}
