package org.conductregister.command.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.entries.Utf8;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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
            var detail = "The line has %d cells and the header %d."
                    .formatted(cells.values().size(), header.size());
            return Unreadable.of(cells.line(), "LINE_NOT_CSV", detail, String.join(",", cells.values()));
        }
        return new Tree(cells.line(), cells.size(), tree(cells.values()));
    }

    /** A line in cells; {@code fault} instead where it has none. */
    private record Cells(
            long line,
            int size,
            List<String> values,
            @Nullable Unreadable fault) {

        static Cells faulty(Unreadable fault) {
            return new Cells(fault.line(), fault.size(), List.of(), fault);
        }
    }

    private @Nullable Cells nextCells() throws IOException {
        var line = lines.next();
        while (line != null && line.blank()) {
            line = lines.next();
        }
        if (line == null) {
            return null;
        }
        try {
            var text = wholeRow(line);
            return text == null ? Cells.faulty(Unreadable.tooLong(line.number())) : cells(line.number(), text);
        } catch (CharacterCodingException e) {
            return Cells.faulty(Unreadable.notUtf8(line.number()));
        }
    }

    /** The line, and those after it while a quoted cell is open; null when that grows too long. */
    private @Nullable String wholeRow(Lines.Line first) throws IOException {
        var row = new StringBuilder();
        var quotes = new CsvQuotes();
        for (var line = first; line != null; line = lines.next()) {
            if (line.bytes() == null || row.length() + line.bytes().length > Lines.LONGEST) {
                return null;
            }
            var text = Utf8.decoded(line.bytes());
            row.append(text);
            if (!quotes.openAfter(text)) {
                break;
            }
            row.append('\n');
        }
        return row.toString();
    }

    private static Cells cells(long number, String text) {
        try (var reader = CsvReader.builder().ofCsvRecord(text)) {
            var cells = reader.stream().findFirst().map(CsvRecord::getFields).orElse(List.of());
            return new Cells(number, text.length(), cells, null);
        } catch (CsvParseException | IOException e) {
            return Cells.faulty(Unreadable.of(number, "LINE_NOT_CSV", "The line is not CSV.", text));
        }
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
