package org.conductregister.command.imports.sheet.opening;

import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;

/** Writes workbooks: whole ones with others' libraries, and the parts of ones that no program writes. */
public final class WorkbookFixture {

    private WorkbookFixture() {}

    /** An Excel workbook of sheets by name, their rows of text, numbers and days; null for a blank cell. */
    public static Path xlsx(Path directory, Map<String, List<List<Object>>> sheets) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "Test", "1.0")) {
            for (var sheet : sheets.entrySet()) {
                var worksheet = workbook.newWorksheet(sheet.getKey());
                for (int row = 0; row < sheet.getValue().size(); row++) {
                    var cells = sheet.getValue().get(row);
                    for (int column = 0; column < cells.size(); column++) {
                        switch (cells.get(column)) {
                            case null -> {}
                            case LocalDate day -> {
                                worksheet.value(row, column, day);
                                worksheet
                                        .style(row, column)
                                        .format("dd/mm/yyyy")
                                        .set();
                            }
                            case Number number -> worksheet.value(row, column, number);
                            case Object text -> worksheet.value(row, column, text.toString());
                        }
                    }
                }
            }
        }
        return Files.write(directory.resolve("sheet.xlsx"), out.toByteArray());
    }

    public static Path ods(Path directory, Map<String, List<List<Object>>> sheets) throws IOException {
        var spreadsheet = new SpreadSheet();
        for (var sheet : sheets.entrySet()) {
            var rows = sheet.getValue();
            int columns = rows.stream().mapToInt(List::size).max().orElse(1);
            var written =
                    new com.github.miachm.sods.Sheet(sheet.getKey(), Math.max(1, rows.size()), Math.max(1, columns));
            for (int row = 0; row < rows.size(); row++) {
                for (int column = 0; column < rows.get(row).size(); column++) {
                    Range range = written.getRange(row, column);
                    range.setValue(rows.get(row).get(column));
                }
            }
            spreadsheet.appendSheet(written);
        }
        var file = directory.resolve("sheet.ods");
        spreadsheet.save(file.toFile());
        return file;
    }

    public static Map<String, List<List<Object>>> one(List<List<Object>> rows) {
        return Map.of("Sheet1", rows);
    }

    /** An Excel workbook of one sheet, by the XML of its {@code sheetData}. */
    public static Path xlsxOf(Path directory, String sheetData) throws IOException {
        return xlsxOf(directory, sheetData, "<sst><si><t>shared</t></si></sst>", "");
    }

    public static Path xlsxOf(Path directory, String sheetData, String sharedStrings, String workbookProperties)
            throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"http://x/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\">" + workbookProperties
                        + "<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"r1\"/><sheet name=\"Hidden\" state=\"hidden\" r:id=\"r2\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"r1\" Type=\"http://x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r2\" Type=\"http://x/worksheet\" Target=\"/xl/worksheets/sheet1.xml\"/>"
                        + "<Relationship Id=\"r3\" Type=\"http://x/sharedStrings\" Target=\"sharedStrings.xml\"/>"
                        + "<Relationship Id=\"r4\" Type=\"http://x/styles\" Target=\"styles.xml\"/></Relationships>");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"00000\"/><numFmt numFmtId=\"165\" formatCode=\"[$-809]d mmmm yyyy;@\"/>"
                        + "<numFmt numFmtId=\"166\" formatCode=\"yyyy\"/><numFmt numFmtId=\"167\" formatCode=\"[$-809]mmmm\\ yyyy;@\"/></numFmts>"
                        + "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"20\"/><xf numFmtId=\"17\"/><xf numFmtId=\"166\"/><xf numFmtId=\"167\"/></cellXfs></styleSheet>");
        parts.put("xl/sharedStrings.xml", sharedStrings);
        parts.put("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + sheetData + "</sheetData></worksheet>");
        return zip(directory, parts);
    }

    /** An OpenDocument sheet, by the XML of its {@code office:spreadsheet}. */
    public static Path odsOf(Path directory, String spreadsheet) throws IOException {
        var parts = new LinkedHashMap<String, String>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
        parts.put(
                "content.xml",
                "<office:document-content xmlns:office=\"o\" xmlns:table=\"t\" xmlns:text=\"x\" xmlns:style=\"s\">"
                        + "<office:automatic-styles><style:style style:name=\"ta2\"><style:table-properties table:display=\"false\"/></style:style></office:automatic-styles>"
                        + "<office:body><office:spreadsheet>" + spreadsheet
                        + "</office:spreadsheet></office:body></office:document-content>");
        return zip(directory, parts);
    }

    static Path zip(Path directory, Map<String, String> parts) throws IOException {
        var file = directory.resolve("parts.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
