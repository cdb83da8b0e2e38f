package org.conductregister.command.imports.pages;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.run.SheetRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The refused lines of an import that has ended, to be looked at, and as a spreadsheet to be corrected and sent again. */
@Component
class RefusedLines {

    /** Where entries come as JSON anybody may have named fields; more of them are no columns. */
    private static final int MOST_COLUMNS = 100;

    /** Spreadsheet programs would run it. {@link org.conductregister.command.imports.rows.Spelling} takes the apostrophe away again. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final List<String> WHY = List.of("refused line", "refused because", "refused code");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ImportFiles files;
    private final FactWords words;

    RefusedLines(ImportFiles files, FactWords words) {
        this.files = files;
        this.words = words;
    }

    /**
     * One of them.
     *
     * @param column of the sheet at fault; null where none is
     */
    record Refused(
            long line,
            @Nullable String column,
            String code,
            String detail,
            FactWords.@Nullable Told told,
            String entry) {}

    /** @param skip how many to pass over */
    List<Refused> page(UUID importId, long skip, int most) throws IOException {
        try (var lines = files.refused(importId)) {
            return lines.lines()
                    .skip(skip)
                    .limit(most)
                    .map(JSON::readTree)
                    .map(json -> new Refused(
                            json.get("line").longValue(),
                            json.path("column").asString(null),
                            json.get("code").stringValue(),
                            SheetRefusal.plain(json.get("detail").stringValue()),
                            words.told(json.path("entry")),
                            text(json.path("entry"))))
                    .toList();
        }
    }

    void asCsv(UUID importId, OutputStream to) throws IOException {
        var columns = columns(importId);
        var writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.write('\uFEFF'); // or spreadsheet programs take it for another encoding
        var csv = CsvWriter.builder().build(writer);
        var header = new ArrayList<>(columns);
        header.addAll(WHY);
        csv.writeRecord(header);
        try (var lines = files.refused(importId)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                csv.writeRecord(row(JSON.readTree(line), columns));
            }
        }
        csv.flush();
    }

    /** The refused rows of a sheet as they stood in it, with the reasons behind. */
    void asSheet(UUID importId, OutputStream to) throws IOException {
        var writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        writer.write('\uFEFF'); // or spreadsheet programs take it for another encoding
        var csv = CsvWriter.builder().build(writer);
        var header = new ArrayList<>(files.header(importId));
        int width = header.size();
        header.add("refused because");
        csv.writeRecord(header);
        try (var rows = files.list(importId, "rows");
                var refusals = files.refused(importId)) {
            var refusal = json(refusals.readLine());
            for (var row = json(rows.readLine()); row != null; row = json(rows.readLine())) {
                var reasons = new ArrayList<String>();
                while (refusal != null && line(refusal) <= line(row)) {
                    if (line(refusal) == line(row)) {
                        reasons.add(reason(refusal));
                    }
                    refusal = json(refusals.readLine());
                }
                csv.writeRecord(sheetRow(row, width, reasons));
            }
        }
        csv.flush();
    }

    private static List<String> sheetRow(JsonNode row, int width, List<String> reasons) {
        var cells = new ArrayList<String>(width + 1);
        row.get("cells").forEach(cell -> cells.add(harmless(cell.stringValue())));
        while (cells.size() < width) {
            cells.add("");
        }
        cells.add(reasons.stream().distinct().collect(Collectors.joining(" ")));
        return cells;
    }

    private static String reason(JsonNode refusal) {
        var column = refusal.path("column").asString("");
        var detail = refusal.get("detail").stringValue();
        return column.isEmpty() ? detail : column + ": " + detail;
    }

    private static @Nullable JsonNode json(@Nullable String line) {
        return line == null ? null : JSON.readTree(line);
    }

    private static long line(JsonNode json) {
        return json.get("line").longValue();
    }

    private static List<String> row(JsonNode refused, Set<String> columns) {
        var entry = refused.path("entry");
        var cells = new ArrayList<String>(columns.size() + WHY.size());
        for (var column : columns) {
            cells.add(harmless(text(entry.path(column))));
        }
        cells.add(refused.get("line").toString());
        var detail = refused.get("detail").stringValue();
        cells.add(harmless(entry.isObject() ? detail : detail + " It says: " + text(entry)));
        cells.add(refused.get("code").stringValue());
        return cells;
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }

    private Set<String> columns(UUID importId) throws IOException {
        var columns = new LinkedHashSet<String>();
        try (var lines = files.refused(importId)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var entry = JSON.readTree(line).path("entry");
                for (var name : entry.isObject() ? entry.propertyNames() : List.<String>of()) {
                    if (columns.size() < MOST_COLUMNS) {
                        columns.add(name);
                    }
                }
            }
        }
        return columns;
    }

    private static String text(JsonNode value) {
        if (value.isArray()) {
            return StreamSupport.stream(value.spliterator(), false)
                    .map(RefusedLines::text)
                    .collect(Collectors.joining("; "));
        }
        return value.isMissingNode() || value.isNull() ? "" : value.isString() ? value.stringValue() : value.toString();
    }
}
