package org.conductregister.command.imports;

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
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The refused lines of an import that has ended, to be looked at, and as a spreadsheet to be corrected and sent again. */
@Component
class RefusedLines {

    /** Where entries come as JSON anybody may have named fields; more of them are no columns. */
    private static final int MOST_COLUMNS = 100;

    /** Spreadsheet programs would run it. {@link Spelling} takes the apostrophe away again. */
    private static final Pattern FORMULA = Pattern.compile("[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final List<String> WHY = List.of("refused line", "refused because", "refused code");

    private static final JsonMapper JSON = JsonMapper.shared();

    private final ImportFiles files;

    RefusedLines(ImportFiles files) {
        this.files = files;
    }

    /** One of them. */
    record Refused(long line, String code, String detail, String entry) {}

    /** @param skip how many to pass over */
    List<Refused> page(UUID importId, long skip, int most) throws IOException {
        try (var lines = files.refused(importId)) {
            return lines.lines()
                    .skip(skip)
                    .limit(most)
                    .map(JSON::readTree)
                    .map(json -> new Refused(
                            json.get("line").longValue(),
                            json.get("code").stringValue(),
                            json.get("detail").stringValue(),
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
