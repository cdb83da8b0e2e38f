package org.conductregister.command.imports.sheet.opening;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.rows;
import static org.conductregister.command.imports.sheet.opening.SheetFixture.sheet;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.odsOf;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.xlsxOf;
import static org.conductregister.command.imports.sheet.opening.WorkbookFixture.zip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.conductregister.command.imports.sheet.UnfitSheetException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are damaged, or made to do harm, are refused in words, and soon. */
class HostileFilesTest {

    private static final String ROW = "<row><c t=\"inlineStr\"><is><t>case</t></is></c></row>";

    @TempDir
    private Path directory;

    @Test
    void aFileCutOff() throws IOException {
        var whole = Files.readAllBytes(WorkbookFixture.xlsx(
                directory, WorkbookFixture.one(List.of(List.of("case", "day"), List.of("M-1", "x")))));
        for (int length : new int[] {4, 100, whole.length / 2, whole.length - 30, whole.length - 1}) {
            refused(Files.write(directory.resolve("cut"), Arrays.copyOf(whole, length)), "damaged");
        }
    }

    @Test
    void aWorkbookFromBeforeThereWereContainers() throws IOException {
        refused(Files.write(directory.resolve("book"), new byte[] {9, 4, 6, 0, 0, 4, 16, 0, 1, 0}), "save it as");
    }

    @Test
    void aFileWithABentByte() throws IOException {
        var file = xlsxOf(directory, ROW + "<row><c><v>1</v></c></row>".repeat(200));
        var bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("xl/worksheets/sheet1.xml") + 40] ^= 0x55;

        refused(Files.write(file, bytes), "damaged");
    }

    @Test
    void aHeaderOfAMillionColumns() throws IOException {
        refused(
                Files.writeString(directory.resolve("wide.csv"), "case,day" + ",c".repeat(1_000_000) + "\nM-1,x\n"),
                "columns");
    }

    @Test
    void aBombOfManyRows() throws IOException {
        refused(bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + ROW, "<row/>"), "expands");
    }

    @Test
    void aBombOfOneText() throws IOException {
        refused(bomb("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"str\"><v>", "x"), "expands");
    }

    @Test
    void aBombOfSharedTexts() throws IOException {
        refused(bomb("xl/sharedStrings.xml", "<sst>", "<si/>"), "expands");
    }

    @Test
    void aBombOfEntities() throws IOException {
        var entities = new StringBuilder("<!DOCTYPE w [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            entities.append("<!ENTITY a%d \"&a%d;&a%d;\">".formatted(i, i - 1, i - 1));
        }
        refused(
                changed(
                        "xl/worksheets/sheet1.xml",
                        entities + "]><w><sheetData><row><c t=\"str\"><v>&a29;</v></c></row></sheetData></w>"),
                "damaged");
    }

    @Test
    void anEntityOutsideTheFile() throws IOException {
        var secret = Files.writeString(directory.resolve("secret"), "secret");
        refused(
                changed(
                        "xl/worksheets/sheet1.xml",
                        "<!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret.toUri()
                                + "\">]><w><sheetData><row><c t=\"str\"><v>&x;</v></c></row></sheetData></w>"),
                "damaged");
    }

    @Test
    void aSheetOfAMillionColumns() throws IOException {
        refused(xlsxOf(directory, ROW + "<row>" + "<c><v>1</v></c>".repeat(1_000_000) + "</row>"), "columns");
        refused(xlsxOf(directory, ROW + "<row><c r=\"ZZZZZZZZ2\"><v>1</v></c></row>"), "columns");
        refused(
                odsOf(
                        directory,
                        "<table:table table:name=\"T\"><table:table-row><table:table-cell table:number-columns-repeated=\"1000000\"><text:p>x</text:p></table:table-cell></table:table-row></table:table>"),
                "columns");
    }

    @Test
    void aSheetOfEndlessRows() throws IOException {
        refused(
                odsOf(
                        directory,
                        "<table:table table:name=\"T\"><table:table-row table:number-rows-repeated=\"2000000000\"><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table>"),
                "rows");
        refused(xlsxOf(directory, ROW + "<row r=\"2000000000\"><c><v>1</v></c></row>"), "rows");
    }

    @Test
    void elementsNestedWithoutEnd() throws IOException {
        refused(changed("xl/worksheets/sheet1.xml", "<a>".repeat(100_000)), "damaged");
    }

    @Test
    void aWorkbookWithAPassword() throws IOException {
        refused(
                zip(
                        directory,
                        Map.of(
                                "content.xml",
                                "not XML",
                                "META-INF/manifest.xml",
                                "<m><file-entry><encryption-data/></file-entry></m>")),
                "password");
    }

    @Test
    void anArchiveThatIsNoWorkbook() throws IOException {
        refused(zip(directory, Map.of("cases.csv", "case,day")), "Unpack");
        refused(zip(directory, Map.of("xl/workbook.bin", "x")), "xlsb");
        refused(zip(directory, Map.of("[Content_Types].xml", "<Types/>")), "damaged");
        refused(zip(directory, Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "<x/>")), "document");
        refused(zip(directory, Map.of("content.xml", "<text/>")), "document");
        refused(zip(directory, Map.of("Index/Document.iwa", "x")), "Numbers");
    }

    private Path changed(String part, String content) throws IOException {
        return rewritten(part, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }

    private Path bomb(String part, String beginning, String repeated) throws IOException {
        return rewritten(part, out -> {
            out.write(beginning.getBytes(StandardCharsets.UTF_8));
            var block = repeated.repeat(100_000 / repeated.length()).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 1_000; i++) {
                out.write(block);
            }
        });
    }

    private interface Content {
        void write(OutputStream out) throws IOException;
    }

    /** A workbook with another part in place of one of its own. */
    private Path rewritten(String changed, Content content) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var zip = new java.util.zip.ZipFile(
                xlsxOf(directory, ROW + "<row><c t=\"s\"><v>0</v></c></row>").toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                parts.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        var file = directory.resolve("hostile");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                if (part.getKey().equals(changed)) {
                    content.write(zip);
                } else {
                    zip.write(part.getValue());
                }
            }
        }
        return file;
    }

    private static void refused(Path file, String because) {
        assertThatThrownBy(() -> rows(sheet(file)))
                .isInstanceOf(UnfitSheetException.class)
                .hasMessageContaining(because);
    }
}
