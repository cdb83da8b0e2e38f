package org.conductregister.command.imports.rows;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import tools.jackson.databind.node.ObjectNode;

/** Writes the cells of a spreadsheet as JSON, by the field that they state. */
public final class FieldCells {

    private static final Map<String, Kind> KINDS = FactType.logged().stream()
            .flatMap(type -> type.fields().stream())
            .collect(Collectors.toMap(FactField::name, FactField::kind, (a, b) -> a));

    private FieldCells() {}

    /** Whether entries of any kind have a field of this name. */
    static boolean isField(String name) {
        return KINDS.containsKey(name)
                || Stream.concat(
                                Stream.of("type", "entryId"),
                                Stream.of(RecordKind.values()).map(RecordKind::idField))
                        .anyMatch(name::equals);
    }

    /** Whether a cell names a kind of fact, as programs or people call it. */
    public static boolean isKindOfFact(String cell) {
        return FactType.named(Spelling.of("type", cell)).isPresent();
    }

    public static Kind kindOf(String name) {
        return KINDS.getOrDefault(name, Kind.IDENTIFIER);
    }

    /** Puts a cell as a field: text is left as somebody wrote it; around all else blanks mean nothing. */
    static void put(ObjectNode json, String name, String cell) {
        switch (kindOf(name)) {
            case TEXT -> json.put(name, cell);
            case CODES -> {
                var array = json.withArrayProperty(name);
                List.of(cell.strip().split("\\s*;\\s*")).forEach(array::add);
            }
            case NUMBER -> number(json, name, cell.strip());
            case YES_NO -> yesOrNo(json, name, cell.strip());
            case IDENTIFIER, CODE, CHOICE, DAY, FACT -> json.put(name, cell.strip());
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
