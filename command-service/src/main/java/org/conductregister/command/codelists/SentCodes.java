package org.conductregister.command.codelists;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.codelists.Code;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.text.Label;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads the codes that an administrator sends, and names what is wrong with each. */
final class SentCodes {

    private final List<Code> codes = new ArrayList<>();
    private final Map<String, String> placeByCode = new HashMap<>();
    private final List<Item> faults = new ArrayList<>();

    private final CodeList list;

    private SentCodes(CodeList list) {
        this.list = list;
    }

    /** @throws org.conductregister.web.ProblemException when it is not an array of codes with labels */
    static List<Code> read(CodeList list, byte[] body) {
        var json = JsonBody.tree(body);
        if (!json.isArray()) {
            throw invalid("The body must be an array of objects with code and label.", List.of());
        }
        var sent = new SentCodes(list);
        for (int i = 0; i < json.size(); i++) {
            sent.take(json.get(i), "/" + i);
        }
        if (!sent.faults.isEmpty()) {
            throw invalid("Nothing was changed: see the errors.", sent.faults);
        }
        return sent.codes;
    }

    private void take(JsonNode json, String at) {
        if (!json.isObject() || !fields().containsAll(json.propertyNames())) {
            faults.add(Item.at(
                    at,
                    "CODE_INVALID",
                    "must be an object with code and label%s, and nothing else"
                            .formatted(list.saysUpheld() ? ", perhaps upheld" : "")));
            return;
        }
        var code = value(json, at, "code", text -> new ForceCode(text).value()); // codes of all lists are spelt alike
        var label = value(json, at, "label", text -> new Label(text).value());
        var upheld = upheld(json, at);
        if (code == null) {
            return;
        }
        var before = placeByCode.putIfAbsent(code, at);
        if (before != null) {
            faults.add(Item.at(
                    at + "/code", "CODE_REPEATED", "is stated at " + before + " already; state each code once"));
        } else if (label != null) {
            codes.add(new Code(code, label, upheld));
        }
    }

    private Set<String> fields() {
        return list.saysUpheld() ? Set.of("code", "label", "upheld") : Set.of("code", "label");
    }

    private @Nullable Boolean upheld(JsonNode json, String at) {
        var value = json.get("upheld");
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBoolean()) {
            faults.add(Item.at(at + "/upheld", "FIELD_INVALID", "must be true or false"));
            return null;
        }
        return value.booleanValue();
    }

    private @Nullable String value(JsonNode json, String at, String name, UnaryOperator<String> check) {
        var value = json.get(name);
        if (value == null || value.isNull()) {
            faults.add(Item.at(at + "/" + name, "FIELD_MISSING", "is missing"));
            return null;
        }
        try {
            if (!value.isString()) {
                throw new IllegalArgumentException("must be a string");
            }
            return check.apply(value.stringValue());
        } catch (IllegalArgumentException e) {
            faults.add(Item.at(at + "/" + name, "FIELD_INVALID", requireNonNullElse(e.getMessage(), "cannot be read")));
            return null;
        }
    }

    private static RuntimeException invalid(String detail, List<Item> faults) {
        return Problem.of(HttpStatus.BAD_REQUEST, "CODE_INVALID", detail, faults)
                .exception();
    }
}
