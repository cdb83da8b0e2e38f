package org.conductregister.command.imports.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.conductregister.command.imports.drafts.Guess;
import org.conductregister.entries.FactField;
import org.conductregister.entries.FactField.Kind;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.facts.Correction;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A mapping as somebody builds it on a page: the names of the form's fields, and the mapping's JSON that they stand for. What
 * the page does not show of a mapping, such as its answers to questions, stays as it is.
 */
final class BuilderForm {

    static final String FORCE = "force";
    static final String CASE = "id-case";
    static final String OFFICER = "id-officer";
    private static final List<String> PARTS = List.of("case", "officer", "recommendation");

    /** Beside the fields of its kind, the members of a fact that the page shows. */
    private static final Set<String> SHOWN = Set.of("type", "when");

    private BuilderForm() {}

    static String typeOf(int fact) {
        return "fact-" + fact + "-type";
    }

    static String whenOf(int fact) {
        return "fact-" + fact + "-when";
    }

    static String restOf(int fact) {
        return "fact-" + fact + "-rest";
    }

    static String fieldOf(int fact, String field) {
        return "fact-" + fact + "-" + field;
    }

    static String valueOf(int column, int value) {
        return "value-" + column + "-" + value;
    }

    static String othersOf(int column) {
        return "others-" + column;
    }

    /** The kinds of fact that a row can state. */
    static List<FactType> types() {
        return FactType.logged().stream()
                .filter(type -> !Correction.class.isAssignableFrom(type.javaType()))
                .toList();
    }

    /** The fields that the page asks for: the mapping says the force, and the case or the person. */
    static List<FactField> fieldsOf(FactType type) {
        return type.fields().stream()
                .filter(field -> !List.of("force", "dayStatedAs").contains(field.name())
                        || type.name().equals("OfficerTransferred"))
                .filter(field -> !field.name().equals("officerId"))
                .toList();
    }

    /** The mapping that a form stands for. */
    static ObjectNode mapping(MultiValueMap<String, String> form, ObjectNode before) {
        var mapping = before.deepCopy();
        mapping.put("force", said(form, FORCE));
        var ids = before.path("ids") instanceof ObjectNode kept
                ? kept.deepCopy()
                : FactJson.mapper().createObjectNode();
        for (var part : PARTS) {
            if (form.containsKey("id-" + part)) {
                set(ids, part, said(form, "id-" + part));
            }
        }
        mapping.set("ids", ids);
        var numbered = FactJson.mapper().createArrayNode();
        for (int i = 0; form.containsKey(typeOf(i)); i++) {
            int at = i;
            FactType.named(said(form, typeOf(i))).ifPresent(type -> numbered.add(fact(form, at, type)));
        }
        mapping.set("facts", numbered);
        mapping.set("values", values(form, before));
        return mapping;
    }

    /** Returns what a fact of a mapping states beside what the page asks for, such as whose record it goes on. */
    static ObjectNode rest(FactType type, JsonNode fact) {
        var rest = FactJson.mapper().createObjectNode();
        var shown = fieldsOf(type).stream().map(FactField::name).collect(Collectors.toSet());
        fact.properties().stream()
                .filter(each -> !shown.contains(each.getKey()) && !SHOWN.contains(each.getKey()))
                .forEach(each -> rest.set(each.getKey(), each.getValue()));
        return rest;
    }

    private static ObjectNode restSent(MultiValueMap<String, String> form, int index, FactType type) {
        return rest(type, parsed(said(form, restOf(index))));
    }

    /** JSON that the page has put into its form; missing where it is none. */
    private static JsonNode parsed(String sent) {
        try {
            return FactJson.mapper().readTree(sent);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static ObjectNode fact(MultiValueMap<String, String> form, int index, FactType type) {
        var fact = FactJson.mapper().createObjectNode();
        fact.put("type", type.name());
        var when = said(form, whenOf(index));
        if (!when.isEmpty()) {
            fact.put("when", when);
        }
        for (var field : fieldsOf(type)) {
            var value = said(form, fieldOf(index, field.name()));
            if (field.kind() == Kind.CODES && parsed(value).isArray()) {
                fact.set(field.name(), parsed(value));
            } else if (!value.isEmpty()) {
                fact.put(field.name(), value);
            }
        }
        fact.setAll(restSent(form, index, type));
        return fact;
    }

    private static JsonNode values(MultiValueMap<String, String> form, ObjectNode before) {
        var values = before.path("values") instanceof ObjectNode kept
                ? kept.deepCopy()
                : FactJson.mapper().createObjectNode();
        for (int column = 0; form.containsKey("values-of-" + column); column++) {
            var name = form.getFirst("values-of-" + column);
            var ofColumn = values.path(name) instanceof ObjectNode kept
                    ? kept
                    : FactJson.mapper().createObjectNode();
            for (int value = 0; form.containsKey(valueOf(column, value) + "-of"); value++) {
                set(ofColumn, form.getFirst(valueOf(column, value) + "-of"), said(form, valueOf(column, value)));
            }
            set(ofColumn, "*", said(form, othersOf(column)));
            values.set(name, ofColumn);
        }
        values.properties().removeIf(column -> column.getValue().isEmpty());
        return values;
    }

    private static void set(ObjectNode values, @Nullable String value, String code) {
        if (code.isEmpty()) {
            values.remove(value);
        } else {
            values.put(value, code);
        }
    }

    static ObjectNode withFact(ObjectNode mapping, String type) {
        var more = mapping.deepCopy();
        more.withArray("/facts").addObject().put("type", type);
        return more;
    }

    static ObjectNode withoutFact(ObjectNode mapping, int index) {
        var less = mapping.deepCopy();
        var facts = less.withArray("/facts");
        if (index >= 0 && index < facts.size()) {
            facts.remove(index);
        }
        return less;
    }

    /** Where on the page a fault of the mapping is, by its JSON pointer. */
    static String target(String pointer) {
        var parts = new ArrayList<>(List.of(pointer.split("/", -1)));
        if (parts.size() > 3 && parts.get(1).equals("facts")) {
            return fieldOf(Integer.parseInt(parts.get(2)), parts.get(3));
        }
        if (parts.size() > 2 && parts.get(1).equals("ids")) {
            return "id-" + parts.get(2);
        }
        return parts.size() > 1 && parts.get(1).equals("force") ? FORCE : "facts";
    }

    private static String said(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "").strip();
    }

    /** Returns a new mapping, with nothing but what the names of columns suggest. */
    static ObjectNode begun(List<String> columns) {
        var mapping = FactJson.mapper().createObjectNode();
        mapping.put("force", "");
        var ids = mapping.putObject("ids");
        Map<String, List<String>> fields = new LinkedHashMap<>();
        fields.put("case", List.of("caseId"));
        fields.put("officer", List.of("officerId"));
        fields.forEach((part, names) -> columns.stream()
                .filter(column -> names.contains(Guess.fieldOf(column, names)))
                .findFirst()
                .ifPresent(column -> ids.put(part, "{" + column + "}")));
        mapping.putArray("facts");
        mapping.putObject("values");
        return mapping;
    }
}
