package org.conductregister.command.imports.drafts;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.command.entries.Today;
import org.conductregister.command.imports.files.Upload;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.rows.RowReader;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.CodeLists;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The first rows of a file as an import would read them. Nothing is recorded. Rules on what may follow what are not
 * asked: they hang on what is recorded by then.
 *
 * @param rows that were read
 * @param fit how many of them are entries
 * @param first a few, in order of the file
 * @param faults what is wrong with the others: each once, with how often and where first
 */
public record Sample(int rows, int fit, List<Line> first, List<Fault> faults) {

    static final int MOST = 1_000;

    private static final int BYTES = 8 * 1024 * 1024;
    private static final int SHOWN = 10;
    private static final int FAULTS_SHOWN = 20;
    private static final int LONGEST = 120;

    /**
     * @param cells by field
     * @param fault why it would be refused; null where it would not
     */
    record Line(
            long number,
            Map<String, String> cells,
            @Nullable String fault) {}

    record Fault(String detail, int rows, long line) {

        private Fault again() {
            return new Fault(detail, rows + 1, line);
        }
    }

    public static Sample of(Draft draft, Upload as, CodeLists codeLists, Today today) throws IOException {
        try (var in = new BufferedInputStream(Files.newInputStream(draft.file()))) {
            var rows = new RowReader(as.trees(new Lines(in)), codeLists, today).next(MOST, BYTES);
            var faults = new LinkedHashMap<String, Fault>();
            for (var row : rows) {
                if (row instanceof Row.Refused refused) {
                    faults.merge(
                            refused.detail(),
                            new Fault(refused.detail(), 1, row.line()),
                            (there, one) -> there.again());
                }
            }
            int refused = faults.values().stream().mapToInt(Fault::rows).sum();
            return new Sample(
                    rows.size(),
                    rows.size() - refused,
                    rows.stream().limit(SHOWN).map(Sample::line).toList(),
                    faults.values().stream().limit(FAULTS_SHOWN).toList());
        }
    }

    private static Line line(Row row) {
        return switch (row) {
            case Row.Read read -> new Line(read.line(), cells(read.sent()), null);
            case Row.Refused refused -> new Line(refused.line(), cells(refused.sent()), refused.detail());
        };
    }

    private static Map<String, String> cells(@Nullable JsonNode sent) {
        var cells = new LinkedHashMap<String, String>();
        if (sent != null && sent.isObject()) {
            sent.properties().forEach(field -> cells.put(field.getKey(), shown(field.getValue())));
        } else if (sent != null) {
            cells.put("", shown(sent));
        }
        return cells;
    }

    private static String shown(JsonNode value) {
        var text = value.isString() ? value.stringValue() : value.toString();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Every field that one of the rows shown states, in the order met. */
    public List<String> fields() {
        return first.stream()
                .flatMap(line -> line.cells().keySet().stream())
                .distinct()
                .toList();
    }
}
