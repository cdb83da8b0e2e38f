package org.conductregister.command.imports;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * CSV with a header of field names. An empty cell states nothing. A list is one cell with its elements parted
 * by {@code ;}, or a column for each: {@code tags.0}, {@code tags.1}.
 */
final class CsvTrees implements Trees {

    private static final Map<String, Kind> KINDS = FactType.all().stream()
            .flatMap(type -> type.fields().stream())
            .collect(Collectors.toMap(FactField::name, FactField::kind, (a, b) -> a));

    /** As many names that are none are shown as tell what was sent instead of CSV. */
    private static final int SHOWN = 10;

    private static final int LONGEST_SHOWN = 64;

    private final CsvRows rows;
    private final List<String> header;

    /** @throws CsvHeaderException when the first line does not name fields */
    CsvTrees(Lines lines) throws IOException {
        this.rows = new CsvRows(lines);
        this.header = header();
    }

    private List<String> header() throws IOException {
        var cells = rows.next();
        if (cells == null || cells.fault() != null) {
            throw new CsvHeaderException(
                    cells == null ? "The file is empty." : cells.fault().detail());
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
        int dot = name.indexOf('.');
        if (dot >= 0) {
            return KINDS.get(name.substring(0, dot)) == Kind.CODES
                    && name.substring(dot + 1).matches("\\d{1,3}");
        }
        return KINDS.containsKey(name)
                || name.equals("type")
                || name.equals("entryId")
                || List.of(RecordKind.values()).stream()
                        .anyMatch(kind -> kind.idField().equals(name));
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
            if (header.get(i).contains(".")) {
                elements.put(header.get(i), cells.get(i).strip());
            } else {
                put(json, header.get(i), cells.get(i));
            }
        }
        elements.forEach((name, cell) ->
                json.withArray("/" + name.substring(0, name.indexOf('.'))).add(cell));
        return json;
    }

    /** What somebody wrote is left as they wrote it; around all else blanks mean nothing. */
    private static void put(ObjectNode json, String name, String cell) {
        switch (KINDS.getOrDefault(name, Kind.IDENTIFIER)) {
            case TEXT -> json.put(name, cell);
            case CODES -> {
                var array = json.putArray(name);
                List.of(cell.strip().split("\\s*;\\s*")).forEach(array::add);
            }
            case NUMBER -> number(json, name, cell.strip());
            case YES_NO -> yesOrNo(json, name, cell.strip());
            case IDENTIFIER, CODE, CHOICE, DAY -> json.put(name, cell.strip());
        }
    }

    private static void number(ObjectNode json, String name, String cell) {
        if (cell.matches("\\d{1,9}")) {
            json.put(name, Integer.parseInt(cell));
        } else {
            json.put(name, cell);
        }
    }

    private static void yesOrNo(ObjectNode json, String name, String cell) {
        if (cell.equals("true") || cell.equals("false")) {
            json.put(name, Boolean.parseBoolean(cell));
        } else {
            json.put(name, cell);
        }
    }
}
