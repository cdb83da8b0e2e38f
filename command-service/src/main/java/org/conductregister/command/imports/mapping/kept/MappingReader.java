package org.conductregister.command.imports.mapping.kept;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.conductregister.command.imports.days.DayOrder;
import org.conductregister.command.imports.mapping.Mapping;
import org.conductregister.command.imports.mapping.Template;
import org.conductregister.command.imports.profile.Answers;
import org.conductregister.command.imports.profile.Answers.Assume;
import org.conductregister.command.imports.profile.Answers.Keep;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordKind;
import org.conductregister.platform.codelists.ListedCodes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads mappings from JSON, strictly. All that is wrong with one is reported at once, each at its pointer. */
final class MappingReader {

    private static final Set<String> KNOWN = Set.of(
            "force",
            "header",
            "sheet",
            "days",
            "assume",
            "blanks",
            "notBlanks",
            "oddDays",
            "bentNumbers",
            "joinedNumbers",
            "ids",
            "values",
            "facts");

    /** Stands where a template has a fault of its own. */
    private static final Template NONE = new Template(List.of());

    private static final int MOST_HEADER = 1_000;

    private final ListedCodes codes;
    private final ObjectNode json;
    private final MappingFaults faults = new MappingFaults();

    private MappingReader(ListedCodes codes, ObjectNode json) {
        this.codes = codes;
        this.json = json;
    }

    /** @throws org.conductregister.web.ProblemException where anything is wrong with it, naming each fault */
    static Mapping read(JsonNode json, ListedCodes codes) {
        if (!(json instanceof ObjectNode object)) {
            var faults = new MappingFaults();
            faults.add("", "MAPPING_INVALID", "must be an object with force and facts");
            throw faults.exception();
        }
        return new MappingReader(codes, object.deepCopy()).mapping();
    }

    private Mapping mapping() {
        for (var name : json.propertyNames()) {
            if (!KNOWN.contains(name)) {
                faults.add("/" + MappingFaults.escaped(name), "FIELD_UNKNOWN", "is not a field of a mapping");
            }
        }
        var force = force();
        var answers = answers();
        var ids = ids();
        var facts = new FactTemplatesReader(codes, faults, ids.keySet()).read(json.get("facts"));
        var values = new ValuesReader(codes, faults, facts).read(json.get("values"));
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return new Mapping(force, answers, ids, values, facts, json);
    }

    private String force() {
        var force = text("force");
        if (force == null) {
            if (!json.hasNonNull("force")) {
                faults.add("/force", "FIELD_MISSING", "is missing: say whose records the sheet's are");
            }
            return "";
        }
        if (!codes.knows(CodeList.FORCES, force)) {
            faults.add(
                    "/force", "CODE_UNKNOWN", "is not on the code list forces; an administrator can add it: " + force);
        }
        return force;
    }

    private Answers answers() {
        var days = json.get("days");
        boolean byColumn = days != null && days.isObject();
        return new Answers(
                text("sheet"),
                header(),
                byColumn ? null : word("days", DayOrder.class),
                byColumn ? daysByColumn(days) : Map.of(),
                Set.copyOf(texts("blanks")),
                Set.copyOf(texts("notBlanks")),
                word("assume", Assume.class),
                word("oddDays", Keep.class),
                word("bentNumbers", Keep.class),
                word("joinedNumbers", Keep.class));
    }

    private @Nullable Integer header() {
        var header = json.get("header");
        if (header == null || header.isNull()) {
            return null;
        }
        if (!header.isIntegralNumber() || header.asLong() < 1 || header.asLong() > MOST_HEADER) {
            faults.add(
                    "/header",
                    "FIELD_INVALID",
                    "must be the number of the row that names the columns, from 1 to " + MOST_HEADER);
            return null;
        }
        return header.intValue();
    }

    private @Nullable String text(String name) {
        var value = json.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString() || value.stringValue().isBlank()) {
            faults.add("/" + name, "FIELD_INVALID", "must be a text that is not blank");
            return null;
        }
        return value.stringValue();
    }

    private List<String> texts(String name) {
        var array = json.get(name);
        if (array == null || array.isNull()) {
            return List.of();
        }
        var texts = new ArrayList<String>();
        if (!array.isArray()) {
            faults.add("/" + name, "FIELD_INVALID", "must be an array of texts");
            return texts;
        }
        for (int i = 0; i < array.size(); i++) {
            if (array.get(i).isString()) {
                texts.add(array.get(i).stringValue().strip());
            } else {
                faults.add("/" + name + "/" + i, "FIELD_INVALID", "must be a text");
            }
        }
        return texts;
    }

    private Map<String, DayOrder> daysByColumn(JsonNode sent) {
        var days = new LinkedHashMap<String, DayOrder>();
        sent.properties().forEach(column -> {
            var order = word("/days/" + MappingFaults.escaped(column.getKey()), column.getValue(), DayOrder.class);
            if (order != null) {
                days.put(column.getKey(), order);
            }
        });
        return days;
    }

    private <E extends Enum<E>> @Nullable E word(String name, Class<E> words) {
        var value = json.get(name);
        return value == null || value.isNull() ? null : word("/" + name, value, words);
    }

    private <E extends Enum<E>> @Nullable E word(String at, JsonNode value, Class<E> words) {
        var all = new ArrayList<String>();
        for (var word : words.getEnumConstants()) {
            if (value.isString() && word.name().equals(value.stringValue())) {
                return word;
            }
            all.add(word.name());
        }
        faults.add(at, "FIELD_INVALID", "must be one of " + String.join(", ", all));
        return null;
    }

    private Map<RecordKind, Template> ids() {
        var ids = new EnumMap<RecordKind, Template>(RecordKind.class);
        var sent = json.get("ids");
        if (sent == null || sent.isNull()) {
            return ids;
        }
        if (!sent.isObject()) {
            faults.add("/ids", "FIELD_INVALID", "must be an object with case, officer or recommendation");
            return ids;
        }
        var known = new HashSet<String>();
        for (var kind : RecordKind.values()) {
            known.add(kind.word());
            var text = sent.get(kind.word());
            if (text != null && !text.isNull()) {
                var template = template("/ids/" + kind.word(), text);
                ids.put(kind, template == null ? NONE : template);
            }
        }
        for (var name : sent.propertyNames()) {
            if (!known.contains(name)) {
                faults.add(
                        "/ids/" + MappingFaults.escaped(name),
                        "FIELD_UNKNOWN",
                        "is no kind of record; there are case, officer and recommendation");
            }
        }
        return ids;
    }

    private @Nullable Template template(String at, JsonNode text) {
        var template = template(at, text, faults);
        if (template != null && template.isConstant()) {
            faults.add(at, "FIELD_INVALID", "names no column, so that all rows would be one: write it as {Column}");
            return null;
        }
        return template;
    }

    /** The template; null together with a fault. */
    static @Nullable Template template(String at, JsonNode text, MappingFaults faults) {
        if (!text.isString() || text.stringValue().isBlank()) {
            faults.add(at, "FIELD_INVALID", "must be a text, with columns as {Column}");
            return null;
        }
        return parsed(at, () -> Template.parse(text.stringValue().strip()), faults);
    }

    private static @Nullable Template parsed(String at, Supplier<Template> parse, MappingFaults faults) {
        try {
            return parse.get();
        } catch (IllegalArgumentException e) {
            faults.add(at, "TEMPLATE_INVALID", String.valueOf(e.getMessage()));
            return null;
        }
    }
}
