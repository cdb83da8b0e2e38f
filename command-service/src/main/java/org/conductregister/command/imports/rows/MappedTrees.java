package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A spreadsheet as CSV whose columns a {@link ColumnFields} names, whatever its header says. */
public final class MappedTrees implements EntryTrees {

    private final CsvRows rows;
    private final ColumnFields mapping;

    public MappedTrees(Lines lines, ColumnFields mapping) throws IOException {
        this.rows = new CsvRows(lines);
        this.mapping = mapping;
        rows.next();
    }

    @Override
    public @Nullable Item next() throws IOException {
        var cells = rows.next();
        if (cells == null || cells.fault() != null) {
            return cells == null ? null : cells.fault();
        }
        int columns = mapping.columns().size();
        if (cells.values().size() > columns) {
            var detail = "The line has %d cells and the header %d."
                    .formatted(cells.values().size(), columns);
            return Unreadable.of(cells.line(), "LINE_NOT_CSV", detail, String.join(",", cells.values()));
        }
        return new Tree(cells.line(), cells.size(), tree(cells.values()));
    }

    private ObjectNode tree(List<String> cells) {
        var json = FactJson.mapper().createObjectNode();
        for (int i = 0; i < cells.size(); i++) {
            var field = mapping.columns().get(i);
            if (!field.equals(ColumnFields.LEFT_OUT) && !cells.get(i).isBlank()) {
                FieldCells.put(json, field, Spelling.of(field, cells.get(i)));
            }
        }
        var type = mapping.constants().get("type");
        if (type != null) {
            json.put("type", type);
        }
        mapping.constants().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(constant -> !json.has(constant.getKey()) && has(json, constant.getKey()))
                .forEach(constant ->
                        FieldCells.put(json, constant.getKey(), Spelling.of(constant.getKey(), constant.getValue())));
        return json;
    }

    /** Whether the kind of fact that the row states has this field. */
    private static boolean has(ObjectNode json, String field) {
        var type = json.get("type");
        return type != null
                && type.isString()
                && FactType.named(type.stringValue())
                        .map(known -> fieldsOf(known).contains(field))
                        .orElse(false);
    }

    private static List<String> fieldsOf(FactType type) {
        var records = type.records().stream().map(RecordKind::idField);
        return Stream.concat(records, type.fields().stream().map(field -> field.name()))
                .toList();
    }
}
