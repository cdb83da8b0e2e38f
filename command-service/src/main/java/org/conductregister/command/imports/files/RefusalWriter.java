package org.conductregister.command.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.command.imports.rows.Row;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes down what of an import is refused, in order of the line, and the rows of a sheet that it stands in. */
public final class RefusalWriter implements Closeable {

    private final Writer refusals;
    private final @Nullable Writer rows;

    /** @param rows null where lines are entries, which are in the refusals themselves */
    public RefusalWriter(Writer refusals, @Nullable Writer rows) {
        this.refusals = refusals;
        this.rows = rows;
    }

    /**
     * Writes what could not be read and what a rule refused.
     *
     * @return how many rows or lines of the batch are refused
     */
    public long write(Batch batch, List<Row.Refused> byRule) throws IOException {
        var all = Stream.concat(batch.refused(), byRule.stream())
                .sorted(Comparator.comparingLong(Row.Refused::line))
                .toList();
        long refused = 0;
        long before = -1;
        for (var refusal : all) {
            write(refusal);
            refused += refusal.line() == before ? 0 : 1;
            before = refusal.line();
        }
        refusals.flush();
        if (rows != null && !all.isEmpty()) {
            writeRows(batch, all, rows);
        }
        return refused;
    }

    /** Writes what is refused of one row, made by {@link #json}, and the row that it stands in. */
    public void write(List<byte[]> ofRow, SheetRow row) throws IOException {
        write(ofRow);
        if (rows != null) {
            write(row, rows);
        }
    }

    /** Writes what is refused and stands in no row, made by {@link #json}. */
    public void write(List<byte[]> ofNoRow) throws IOException {
        for (var refusal : ofNoRow) {
            refusals.write(new String(refusal, StandardCharsets.UTF_8));
            refusals.write('\n');
        }
    }

    private void write(Row.Refused refusal) throws IOException {
        refusals.write(tree(refusal).toString());
        refusals.write('\n');
    }

    /** A refusal as it is written. */
    public static byte[] json(Row.Refused refusal) {
        return FactJson.mapper().writeValueAsBytes((JsonNode) tree(refusal));
    }

    private static ObjectNode tree(Row.Refused refusal) {
        var json = FactJson.mapper().createObjectNode();
        json.put("line", refusal.line());
        if (refusal.column() != null) {
            json.put("column", refusal.column());
        }
        json.put("code", refusal.code()).put("detail", refusal.detail());
        json.set("entry", refusal.sent());
        return json;
    }

    private static void writeRows(Batch batch, List<Row.Refused> refused, Writer rows) throws IOException {
        var byLine = new HashMap<Long, SheetRow>();
        batch.rows().forEach(row -> byLine.put(row.line(), row));
        long before = -1;
        for (var refusal : refused) {
            var row = byLine.get(refusal.line());
            if (row == null || refusal.line() == before) {
                continue;
            }
            before = refusal.line();
            write(row, rows);
        }
        rows.flush();
    }

    private static void write(SheetRow row, Writer rows) throws IOException {
        var json = FactJson.mapper().createObjectNode().put("line", row.line());
        var cells = json.putArray("cells");
        row.cells().stream().map(Cell::text).forEach(cells::add);
        rows.write(json.toString());
        rows.write('\n');
    }

    @Override
    public void close() throws IOException {
        refusals.close();
        if (rows != null) {
            rows.close();
        }
    }
}
