package org.conductregister.command.imports.rows;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conductregister.command.imports.sheet.Lines;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * CSV with a header of field names. An empty cell states nothing. A list is one cell with its elements parted
 * by {@code ;}, or a column for each: {@code tags.0}, {@code tags.1}. What a correction states instead has columns of its own:
 * {@code fact.type}, {@code fact.category}.
 */
public final class CsvTrees implements EntryTrees {

    /** As many names that are none are shown as tell what was sent instead of CSV. */
    private static final int SHOWN = 10;

    private static final int LONGEST_SHOWN = 64;

    private static final String STATED = "fact.";

    private final CsvRows rows;
    private final List<String> header;

    /** @throws CsvHeaderException when the first line does not name fields */
    public CsvTrees(Lines lines) throws IOException {
        this.rows = new CsvRows(lines);
        this.header = header();
    }

    private List<String> header() throws IOException {
        var cells = rows.next();
        if (cells == null) {
            throw new CsvHeaderException("The file is empty.");
        }
        var fault = cells.fault();
        if (fault != null) {
            throw new CsvHeaderException(fault.detail());
        }
        var names = cells.values().stream().map(String::strip).toList();
        var unknown = names.stream().filter(name -> !isField(name)).toList();
        if (!unknown.isEmpty()) {
            throw new CsvHeaderException("The first line must name the fields of entries; these are none: "
                    + unknown.stream().limit(SHOWN).map(CsvTrees::quoted).collect(Collectors.joining(", ")));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new CsvHeaderException("The first line names a field twice.");
        }
        return names;
    }

    private static String quoted(String name) {
        return "\"" + name.substring(0, Math.min(name.length(), LONGEST_SHOWN)) + "\"";
    }

    private static boolean isField(String name) {
        if (name.startsWith(STATED)) {
            return FieldCells.isField(name.substring(STATED.length()));
        }
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return FieldCells.kindOf(name.substring(0, dot)) == Kind.CODES
                    && name.substring(dot + 1).matches("\\d{1,3}");
        }
        return FieldCells.isField(name);
    }

    @Override
    public @Nullable Item next() throws IOException {
        var cells = rows.next();
        if (cells == null || cells.fault() != null) {
            return cells == null ? null : cells.fault();
        }
        if (cells.values().size() > header.size()) {
            var detail = "The line has %d cells and the header %d."
                    .formatted(cells.values().size(), header.size());
            return Unreadable.of(cells.line(), "LINE_NOT_CSV", detail, String.join(",", cells.values()));
        }
        return new Tree(cells.line(), cells.size(), tree(cells.values()));
    }

    private ObjectNode tree(List<String> cells) {
        var json = FactJson.mapper().createObjectNode();
        var elements = new TreeMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            if (cells.get(i).isBlank()) {
                continue;
            }
            if (header.get(i).startsWith(STATED)) {
                FieldCells.put(json.withObject("/fact"), header.get(i).substring(STATED.length()), cells.get(i));
            } else if (header.get(i).contains(".")) {
                elements.put(header.get(i), cells.get(i).strip());
            } else {
                FieldCells.put(json, header.get(i), cells.get(i));
            }
        }
        elements.forEach((name, cell) ->
                json.withArray("/" + name.substring(0, name.indexOf('.'))).add(cell));
        return json;
    }
}
