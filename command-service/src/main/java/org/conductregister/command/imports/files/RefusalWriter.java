package org.conductregister.command.imports.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
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

    /** Writes what is refused of one row, whose cells are not kept. */
    public void writeAll(List<Row.Refused> ofRow) throws IOException {
        for (var refusal : ofRow) {
            write(refusal);
        }
    }

    private void write(Row.Refused refusal) throws IOException {
        var json = FactJson.mapper().createObjectNode();
        json.put("line", refusal.line());
        if (refusal.column() != null) {
            json.put("column", refusal.column());
        }
        json.put("code", refusal.code()).put("detail", refusal.detail());
        json.set("entry", refusal.sent());
        refusals.write(json.toString());
        refusals.write('\n');
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
            var json = FactJson.mapper().createObjectNode().put("line", row.line());
            var cells = json.putArray("cells");
            row.cells().stream().map(Cell::text).forEach(cells::add);
            rows.write(json.toString());
            rows.write('\n');
        }
        rows.flush();
    }

    @Override
    public void close() throws IOException {
        refusals.close();
        if (rows != null) {
            rows.close();
        }
    }
}
