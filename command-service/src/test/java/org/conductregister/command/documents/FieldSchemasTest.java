package org.conductregister.command.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.EntryReader;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.FactType;
import org.conductregister.entries.MalformedEntryException;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The form that a schema gives a field is the form that the reader of entries takes: tried at the limits of each. */
@RegisterTest
class FieldSchemasTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 2);

    private static final List<String> RECORDS = List.of("caseId", "officerId", "recommendationId");

    private final ApiDocument document;
    private final EntryReader reader = new EntryReader((list, code) -> true);

    FieldSchemasTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.document = ApiDocument.read(new Caller(port, log));
    }

    static List<FactType> types() {
        return FactType.logged();
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatASchemaTakesIsReadAndWhatItRefusesIsRefused(FactType type) {
        var schema = document.schema(type.name());
        for (var property : schema.get("properties").properties()) {
            for (var value : values(property.getValue())) {
                assertThat(isRead(schema.get("example"), property.getKey(), value))
                        .as("%s.%s as %.80s", type, property.getKey(), value)
                        .isEqualTo(fits(value, property.getValue()));
            }
        }
    }

    private static List<JsonNode> values(JsonNode schema) {
        var words = schema.path("enum").values().stream();
        var others = Stream.of(
                        "\"\"",
                        "\" \"",
                        "\"A1\"",
                        "\"_A\"",
                        "\"a-b.c\"",
                        "\"A B\"",
                        "\"é\"",
                        "\"2019-05-06\"",
                        "\"2019-02-30\"",
                        "\"%s\"".formatted(UUID.randomUUID()),
                        text(64),
                        text(65),
                        text(200),
                        text(201),
                        text(10_000),
                        text(10_001),
                        "0",
                        "1",
                        "1200",
                        "1201",
                        "-1",
                        "1.5",
                        "true",
                        "{}",
                        "{\"type\": \"CaseClosed\", \"occurredOn\": \"2019-05-06\"}",
                        "[]",
                        "[\"A\"]",
                        "[\"a b\"]",
                        "[1]",
                        tags(50),
                        tags(51))
                .map(json -> FactJson.mapper().readTree(json));
        return Stream.concat(words, others).toList();
    }

    private static String text(int length) {
        return '"' + "A".repeat(length) + '"';
    }

    private static String tags(int count) {
        return Stream.iterate(1, i -> i + 1)
                .limit(count)
                .map(i -> "\"T" + i + '"')
                .toList()
                .toString();
    }

    private boolean isRead(JsonNode example, String field, JsonNode value) {
        var entry = ((ObjectNode) example).deepCopy();
        if (RECORDS.contains(field) && !entry.has("allegationId")) {
            entry.remove(RECORDS); // an entry goes on one record
        }
        entry.set(field, value);
        try {
            reader.read(entry, null, TODAY);
            return true;
        } catch (MalformedEntryException e) {
            return e.faults().stream().noneMatch(fault -> (fault.pointer() + "/").startsWith("/" + field + "/"));
        }
    }

    private static boolean fits(JsonNode value, JsonNode schema) {
        return switch (schema.get("type").stringValue()) {
            case "string" -> value.isString() && fits(value.stringValue(), schema);
            case "object" ->
                value.isObject()
                        && schema.get("required").values().stream().allMatch(name -> value.has(name.stringValue()));
            case "boolean" -> value.isBoolean();
            case "integer" ->
                value.isIntegralNumber()
                        && value.longValue() >= schema.get("minimum").longValue()
                        && value.longValue() <= schema.get("maximum").longValue();
            case "array" ->
                value.isArray()
                        && value.size() >= schema.path("minItems").asInt(0)
                        && value.size() <= schema.path("maxItems").asInt(Integer.MAX_VALUE)
                        && value.values().stream().allMatch(item -> fits(item, schema.get("items")));
            default -> throw new AssertionError(schema);
        };
    }

    private static boolean fits(String value, JsonNode schema) {
        var pattern = schema.path("pattern").asString("");
        return Pattern.compile(pattern).matcher(value).find()
                && value.length() >= schema.path("minLength").asInt(0)
                && value.length() <= schema.path("maxLength").asInt(Integer.MAX_VALUE)
                && (!schema.has("enum")
                        || schema.get("enum").values().stream()
                                .anyMatch(word -> word.stringValue().equals(value)))
                && hasFormat(value, schema.path("format").asString(""));
    }

    private static boolean hasFormat(String value, String format) {
        return switch (format) {
            case "" -> true;
            case "date" -> value.equals("2019-05-06");
            case "uuid" -> value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
            default -> throw new AssertionError(format);
        };
    }
}
