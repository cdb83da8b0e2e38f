package org.conductregister.command.imports.mapping.kept;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.command.imports.mapping.ColumnValues;
import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.platform.codelists.ListedCodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads what the values of columns stand for, and checks that each target is one for a field that the column states. */
final class ValuesReader {

    private final ListedCodes codes;
    private final MappingFaults faults;
    private final List<FactTemplate> facts;

    ValuesReader(ListedCodes codes, MappingFaults faults, List<FactTemplate> facts) {
        this.codes = codes;
        this.faults = faults;
        this.facts = facts;
    }

    Map<String, ColumnValues> read(@Nullable JsonNode sent) {
        var values = new LinkedHashMap<String, ColumnValues>();
        if (sent == null || sent.isNull()) {
            return values;
        }
        if (!sent.isObject()) {
            faults.add(
                    "/values", "FIELD_INVALID", "must be an object of columns, each with its values and their codes");
            return values;
        }
        sent.properties()
                .forEach(column -> values.put(
                        column.getKey(),
                        new ColumnValues(targets(
                                "/values/" + MappingFaults.escaped(column.getKey()),
                                column.getKey(),
                                column.getValue()))));
        return values;
    }

    private Map<String, String> targets(String at, String column, JsonNode sent) {
        var targets = new LinkedHashMap<String, String>();
        if (!sent.isObject()) {
            faults.add(at, "FIELD_INVALID", "must be an object of values and their codes");
            return targets;
        }
        var stated = fieldsStatedBy(column);
        for (var value : sent.properties()) {
            var pointer = at + "/" + MappingFaults.escaped(value.getKey());
            var target = value.getValue();
            if (!target.isString() && !target.isNull()) {
                faults.add(pointer, "FIELD_INVALID", "must be a code as text, or empty where the value states nothing");
                continue;
            }
            var code = target.isNull() ? "" : target.stringValue().strip();
            if (!code.isEmpty() && !stated.isEmpty() && stated.stream().noneMatch(field -> takes(field, code))) {
                faults.add(pointer, "CODE_UNKNOWN", unknown(code, stated.getFirst()));
            }
            targets.put(value.getKey(), code);
        }
        return targets;
    }

    private static String unknown(String code, FactField field) {
        var list = field.codeList();
        return list == null
                ? "%s is no %s; there are %s".formatted(code, field.name(), String.join(", ", field.choices()))
                : "%s is not on the code list %s; an administrator can add it".formatted(code, list.path());
    }

    /** The fields of codes that facts state by nothing but this column. */
    private List<FactField> fieldsStatedBy(String column) {
        return facts.stream()
                .flatMap(fact -> fact.type().fields().stream()
                        .filter(field -> field.kind() == Kind.CHOICE || field.codeList() != null)
                        .filter(field -> fact.fields().containsKey(field.name())
                                && fact.fields().get(field.name()).texts().stream()
                                        .anyMatch(text -> column.equals(text.onlyColumn()))))
                .toList();
    }

    private boolean takes(FactField field, String code) {
        var list = field.codeList();
        return list == null ? field.choices().contains(code) : codes.knows(list, code);
    }
}
