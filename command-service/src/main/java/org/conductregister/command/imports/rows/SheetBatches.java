package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.conductregister.command.imports.mapping.rows.MappedRow;
import org.conductregister.command.imports.mapping.rows.RowMapper;
import org.conductregister.command.imports.mapping.rows.Stated;
import org.conductregister.command.imports.rows.Row.SheetFact;
import org.conductregister.command.imports.sheet.Cell;
import org.conductregister.command.imports.sheet.SheetRow;
import org.conductregister.command.imports.sheet.SheetRows;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Reads a sheet a batch of rows at a time, as facts of a mapping. */
public final class SheetBatches implements Batch.Source {

    private static final int ROWS = 1_000;
    private static final int CHARACTERS = 2 * 1024 * 1024;

    private final SheetRows rows;
    private final RowMapper mapper;
    private final UnaryOperator<List<Row>> identity;

    /** @param identity identifies the facts of a batch */
    public SheetBatches(SheetRows rows, RowMapper mapper, UnaryOperator<List<Row>> identity) {
        this.identity = identity;
        this.rows = rows;
        this.mapper = mapper;
    }

    @Override
    public Batch next() throws IOException {
        var facts = new ArrayList<Row>();
        var read = new ArrayList<SheetRow>(ROWS);
        long blank = 0;
        long totals = 0;
        long leftOut = 0;
        long characters = 0;
        while (read.size() < ROWS && characters < CHARACTERS) {
            var row = rows.next();
            if (row == null) {
                break;
            }
            read.add(row);
            for (var cell : row.cells()) {
                characters += cell.text().length();
            }
            if (row.fault() != null) {
                facts.add(new Row.Refused(row.line(), "ROW_UNREADABLE", row.fault(), sent(row)));
            } else if (row.isTotal()) {
                totals++;
            } else {
                var mapped = mapper.map(row);
                blank += mapped.blank() ? 1 : 0;
                leftOut += mapped.leftOut();
                mapped.facts().forEach(stated -> facts.add(fact(row, mapped, stated)));
            }
        }
        return new Batch(identity.apply(facts), read, read.size(), blank, totals, leftOut);
    }

    private static StringNode sent(SheetRow row) {
        return StringNode.valueOf(
                String.join(",", row.cells().stream().map(Cell::text).toList()));
    }

    private Row fact(SheetRow row, MappedRow mapped, Stated stated) {
        return switch (stated) {
            case Stated.Read read ->
                new Row.Read(
                        row.line(),
                        read.entry(),
                        read.json(),
                        new SheetFact(read.template(), mapped.force(), mapper.mapping()));
            case Stated.Unreadable not ->
                new Row.Refused(row.line(), not.column(), not.code(), not.detail(), not.json(), openingOf(not));
        };
    }

    private static @Nullable RecordId openingOf(Stated.Unreadable not) {
        return not.template().type().javaType().equals(CaseOpened.class) ? not.record() : null;
    }
}
