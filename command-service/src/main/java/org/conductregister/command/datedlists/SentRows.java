package org.conductregister.command.datedlists;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.conductregister.web.JsonBody;
import org.conductregister.web.Problem;
import org.conductregister.web.Problem.Item;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.JsonNode;

/** Reads an array of objects that an administrator sends, and names what is wrong with each. */
final class SentRows {

    private final String code;
    private final List<Item> faults = new ArrayList<>();

    private SentRows(String code) {
        this.code = code;
    }

    /** One object, whose fields are read one by one; faults are left with it. */
    final class Row {

        private final JsonNode json;
        private final String at;

        private Row(JsonNode json, String at) {
            this.json = json;
            this.at = at;
        }

        /** The value of a field that must be a string; null together with a fault. */
        <T> @Nullable T text(String name, Function<String, T> parse) {
            return field(name, value -> {
                if (!value.isString()) {
                    throw new IllegalArgumentException("must be a string");
                }
                return parse.apply(value.stringValue());
            });
        }

        /** The value of a field that must be a whole number in a range; null together with a fault. */
        @Nullable
        Integer number(String name, int least, int most) {
            return field(name, value -> {
                if (!value.isIntegralNumber()
                        || !value.canConvertToInt()
                        || value.intValue() < least
                        || value.intValue() > most) {
                    throw new IllegalArgumentException("must be a whole number from %d to %d".formatted(least, most));
                }
                return value.intValue();
            });
        }

        /** Whether a field is there, and null. */
        boolean isNull(String name) {
            return json.has(name) && json.get(name).isNull();
        }

        /** The value of a field that must be the name of a constant; null together with a fault. */
        <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
            return text(
                    name,
                    word -> Arrays.stream(type.getEnumConstants())
                            .filter(each -> each.name().equals(word))
                            .findFirst()
                            .orElseThrow(() -> new IllegalArgumentException("must be one of "
                                    + Arrays.stream(type.getEnumConstants())
                                            .map(Enum::name)
                                            .collect(Collectors.joining(", ")))));
        }

        /** The value of a field that must be true or false; null together with a fault. */
        @Nullable
        Boolean flag(String name) {
            return field(name, value -> {
                if (!value.isBoolean()) {
                    throw new IllegalArgumentException("must be true or false");
                }
                return value.booleanValue();
            });
        }

        private <T> @Nullable T field(String name, Function<JsonNode, T> parse) {
            var value = json.get(name);
            if (value == null || value.isNull()) {
                faults.add(Item.at(at + "/" + name, "FIELD_MISSING", "is missing"));
                return null;
            }
            try {
                return parse.apply(value);
            } catch (IllegalArgumentException e) {
                var reason = requireNonNullElse(e.getMessage(), "cannot be read");
                faults.add(Item.at(at + "/" + name, "FIELD_INVALID", reason));
                return null;
            }
        }
    }

    /**
     * Reads the objects.
     *
     * @param code of the problem where something is wrong
     * @param fields the names of the fields of each, all required
     * @param parse an object; null together with a fault
     * @param key what is stated no more than once
     * @throws org.conductregister.web.ProblemException when something is wrong with the whole or with any of them
     */
    static <T> List<T> read(
            byte[] body, String code, List<String> fields, Function<Row, @Nullable T> parse, Function<T, Object> key) {
        var sent = new SentRows(code);
        var json = JsonBody.tree(body);
        var names = String.join(", ", fields);
        if (!json.isArray()) {
            throw sent.refusal("The body must be an array of objects with %s.".formatted(names));
        }
        var rows = new ArrayList<T>();
        Map<Object, String> places = new HashMap<>();
        for (int i = 0; i < json.size(); i++) {
            var at = "/" + i;
            if (!json.get(i).isObject()
                    || !Set.copyOf(fields).containsAll(json.get(i).propertyNames())) {
                sent.faults.add(Item.at(at, code, "must be an object with %s, and nothing else".formatted(names)));
                continue;
            }
            var row = parse.apply(sent.new Row(json.get(i), at));
            if (row == null) {
                continue;
            }
            var before = places.putIfAbsent(key.apply(row), at);
            if (before != null) {
                sent.faults.add(Item.at(at, code, "is stated at %s already; state each once".formatted(before)));
            }
            rows.add(row);
        }
        if (!sent.faults.isEmpty()) {
            throw sent.refusal("Nothing was changed: see the errors.");
        }
        return rows;
    }

    private RuntimeException refusal(String detail) {
        return Problem.of(HttpStatus.BAD_REQUEST, code, detail, faults).exception();
    }
}
