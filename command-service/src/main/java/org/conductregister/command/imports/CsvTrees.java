package org.conductregister.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
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
import tools.jackson.databind.node.StringNode;

/**
 * CSV (RFC 4180) with a header of field names. An empty cell states nothing. A list is one cell with its elements parted
 * by {@code ;}, or a column for each: {@code tags.0}, {@code tags.1}.
 */
final class CsvTrees implements Trees {

    private static final Map<String, Kind> KINDS = FactType.all().stream()
            .flatMap(type -> type.fields().stream())
            .collect(Collectors.toMap(FactField::name, FactField::kind, (a, b) -> a));

    private final Lines lines;
    private final List<String> header;

    /** @throws CsvHeaderException when the first line does not name fields */
    CsvTrees(Lines lines) throws IOException {
        this.lines = lines;
        this.header = header();
    }

    private List<String> header() throws IOException {
        var cells = nextCells();
        if (cells == null || cells.fault() != null) {
            throw new CsvHeaderException(
                    cells == null ? "The file is empty." : cells.fault().detail());
        }
        var names = cells.values().stream().map(String::strip).toList();
        var unknown = names.stream().filter(name -> !isField(name)).toList();
        if (!unknown.isEmpty()) {
            throw new CsvHeaderException("The first line must name the fields of entries; these are none: "
                    + unknown.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", ")));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new CsvHeaderException("The first line names a field twice.");
        }
        return names;
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
        var cells = nextCells();
        if (cells == null || cells.fault() != null) {
            return cells == null ? null : cells.fault();
        }
        if (cells.values().size() > header.size()) {
            return new Unreadable(
                    cells.line(),
                    "LINE_NOT_CSV",
                    "The line has %d cells and the header %d."
                            .formatted(cells.values().size(), header.size()),
                    StringNode.valueOf(String.join(",", cells.values())));
        }
        return new Tree(cells.line(), tree(cells.values()));
    }

    /** A line in cells; {@code fault} instead where it has none. */
    private record Cells(
            long line, List<String> values, @Nullable Unreadable fault) {}

    private @Nullable Cells nextCells() throws IOException {
        var line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        if (line.bytes() == null) {
            return faulty(Unreadable.tooLong(line.number()));
        }
        String text;
        try {
            text = joined(line.bytes());
        } catch (CharacterCodingException e) {
            return faulty(new Unreadable(line.number(), "LINE_NOT_UTF8", "The line is not UTF-8.", null));
        }
        return text == null ? faulty(Unreadable.tooLong(line.number())) : cells(line.number(), text);
    }

    /** The line, and those after it while a quote is open; null when that grows too long. */
    private @Nullable String joined(byte[] first) throws IOException {
        var text = new StringBuilder(decoded(first));
        while (text.chars().filter(c -> c == '"').count() % 2 == 1) {
            var more = lines.next();
            if (more == null) {
                break;
            }
            if (more.bytes() == null || text.length() + more.bytes().length > Lines.LONGEST) {
                return null;
            }
            text.append('\n').append(decoded(more.bytes()));
        }
        return text.toString();
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Cells faulty(Unreadable fault) {
        return new Cells(fault.line(), List.of(), fault);
    }

    private static Cells cells(long number, String text) {
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            return reader.stream()
                    .findFirst()
                    .map(row -> new Cells(number, row.getFields(), null))
                    .orElseGet(() -> new Cells(number, List.of(), null));
        } catch (CsvParseException | IOException e) {
            return faulty(new Unreadable(number, "LINE_NOT_CSV", "The line is not CSV.", StringNode.valueOf(text)));
        }
    }

    private ObjectNode tree(List<String> cells) {
        var json = FactJson.mapper().createObjectNode();
        var elements = new TreeMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            var cell = cells.get(i).strip();
            if (cell.isEmpty()) {
                continue;
            }
            if (header.get(i).contains(".")) {
                elements.put(header.get(i), cell);
            } else {
                put(json, header.get(i), cell);
            }
        }
        elements.forEach((name, cell) ->
                json.withArray("/" + name.substring(0, name.indexOf('.'))).add(cell));
        return json;
    }

    private static void put(ObjectNode json, String name, String cell) {
        switch (KINDS.getOrDefault(name, Kind.IDENTIFIER)) {
            case CODES -> {
                var array = json.putArray(name);
                List.of(cell.split("\\s*;\\s*")).forEach(array::add);
            }
            case NUMBER -> number(json, name, cell);
            case YES_NO -> yesOrNo(json, name, cell);
            case IDENTIFIER, CODE, CHOICE, TEXT, DAY -> json.put(name, cell);
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
