package org.conductregister.command.imports.mapping.kept;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.command.imports.mapping.FactTemplate;
import org.conductregister.command.imports.mapping.FactTemplate.FieldTemplate;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactType;
import org.conductregister.entries.RecordKind;
import org.conductregister.facts.Correction;
import org.conductregister.platform.codelists.ListedCodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the facts of a mapping, and checks what is the same in every row as it would be checked in an entry. */
final class FactTemplatesReader {

    private static final int MOST = 50;

    private final ConstantCheck constants;
    private final MappingFaults faults;
    private final Set<RecordKind> identified;

    /** @param identified the kinds of record that the mapping's {@code ids} name */
    FactTemplatesReader(ListedCodes codes, MappingFaults faults, Set<RecordKind> identified) {
        this.constants = new ConstantCheck(codes, faults);
        this.faults = faults;
        this.identified = identified;
    }

    List<FactTemplate> read(@Nullable JsonNode sent) {
        var facts = new ArrayList<FactTemplate>();
        if (sent == null || sent.isNull()) {
            faults.add("/facts", "FIELD_MISSING", "is missing: say what a row states");
            return facts;
        }
        if (!sent.isArray() || sent.isEmpty() || sent.size() > MOST) {
            faults.add("/facts", "FIELD_INVALID", "must be an array of 1 to %d facts".formatted(MOST));
            return facts;
        }
        for (int i = 0; i < sent.size(); i++) {
            var fact = fact(i, sent.get(i));
            if (fact != null) {
                facts.add(fact);
            }
        }
        return facts;
    }

    private @Nullable FactTemplate fact(int index, JsonNode sent) {
        var at = "/facts/" + index;
        if (!sent.isObject()) {
            faults.add(at, "FIELD_INVALID", "must be an object with type and the fields of a fact");
            return null;
        }
        var type = type(at + "/type", sent.get("type"));
        if (type == null) {
            return null;
        }
        var record = record(sent, type);
        var when = sent.hasNonNull("when") ? when(at + "/when", sent.get("when")) : null;
        var id = sent.get(record.idField());
        var ownId = id != null && isRecordOf(type, record.idField()) ? template(at + "/" + record.idField(), id) : null;
        if (ownId == null && !identified.contains(record)) {
            faults.add(
                    "/ids/" + record.word(),
                    "FIELD_MISSING",
                    "is missing: %s goes on the record of a %s".formatted(type.name(), record.word()));
        }
        var fields = fields(at, sent, type);
        requireFields(at, type, sent);
        return new FactTemplate(index, type, record, when, ownId, fields);
    }

    private @Nullable FactType type(String at, @Nullable JsonNode sent) {
        if (sent == null || sent.isNull()) {
            faults.add(at, "FIELD_MISSING", "is missing");
            return null;
        }
        var type = sent.isString() ? FactType.named(sent.stringValue()).orElse(null) : null;
        if (type == null) {
            faults.add(at, "TYPE_UNKNOWN", "is not a kind of fact that the register knows");
            return null;
        }
        if (Correction.class.isAssignableFrom(type.javaType())) {
            faults.add(at, "TYPE_UNKNOWN", "names a correction, which no row of a sheet states");
            return null;
        }
        return type;
    }

    /** Where a kind of fact goes on several kinds of record: that which the fact names, else the case. */
    private static RecordKind record(JsonNode sent, FactType type) {
        return type.records().stream()
                .filter(kind -> type.records().size() == 1 || sent.has(kind.idField()))
                .findFirst()
                .orElseGet(() -> type.records().iterator().next());
    }

    /** {@code officerId} of a case fact is what it says, not whose record it goes on. */
    private static boolean isRecordOf(FactType type, String idField) {
        return type.fields().stream().noneMatch(field -> field.name().equals(idField));
    }

    private @Nullable Template when(String at, JsonNode sent) {
        var when = template(at, sent);
        if (when != null && when.isConstant()) {
            faults.add(at, "FIELD_INVALID", "names no column: write it as {Column}, or leave it out");
            return null;
        }
        return when;
    }

    private Map<String, FieldTemplate> fields(String at, JsonNode sent, FactType type) {
        var fields = new LinkedHashMap<String, FieldTemplate>();
        for (var property : sent.properties()) {
            var name = property.getKey();
            boolean ofRecord =
                    type.records().stream().anyMatch(kind -> kind.idField().equals(name)) && isRecordOf(type, name);
            if (name.equals("type")
                    || name.equals("when")
                    || ofRecord
                    || property.getValue().isNull()) {
                continue;
            }
            var pointer = at + "/" + MappingFaults.escaped(name);
            var field = type.fields().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElse(null);
            if (field == null) {
                faults.add(pointer, "FIELD_UNKNOWN", "is not a field of " + type.name());
                continue;
            }
            var template = field(pointer, property.getValue(), field);
            if (template != null) {
                fields.put(name, template);
            }
        }
        return fields;
    }

    private @Nullable FieldTemplate field(String at, JsonNode sent, FactField field) {
        if (sent.isArray()) {
            if (field.kind() != Kind.CODES) {
                faults.add(at, "FIELD_INVALID", "must be one text, not a list");
                return null;
            }
            var texts = new ArrayList<Template>();
            for (int i = 0; i < sent.size(); i++) {
                var text = template(at + "/" + i, sent.get(i));
                if (text != null) {
                    constants.check(at + "/" + i, text, field);
                    texts.add(text);
                }
            }
            return new FieldTemplate(true, texts);
        }
        if (sent.isNumber() || sent.isBoolean()) {
            var text = Template.parse(sent.asString());
            constants.check(at, text, field);
            return FieldTemplate.of(text);
        }
        var text = template(at, sent);
        if (text == null) {
            return null;
        }
        constants.check(at, text, field);
        return FieldTemplate.of(text);
    }

    private @Nullable Template template(String at, JsonNode sent) {
        return MappingReader.template(at, sent, faults);
    }

    /** The mapping says the force of all its records, and whose identifiers are the officer's. */
    private void requireFields(String at, FactType type, JsonNode sent) {
        for (var field : type.fields()) {
            boolean given = field.name().equals("force")
                    || (field.name().equals("officerId") && identified.contains(RecordKind.OFFICER))
                    || (field.name().equals("occurredOn") && type.dayMayBeLeftOut());
            if (field.required() && !given && !sent.hasNonNull(field.name())) {
                faults.add(at + "/" + field.name(), "FIELD_MISSING", "is missing: " + type.name() + " must state it");
            }
        }
    }
}
