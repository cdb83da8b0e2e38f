package org.conductregister.query.analysts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** Tests that what analysts are answered where counts are protected is of the types that the API document has. */
@QueryServiceTest
@TestPropertySource(properties = "register.analysts=protected")
class ProtectedDocumentsTest {

    private static final String FORCE = "TYPED_FORCE";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long open(int first, int cases) {
        long last = 0;
        for (int i = first; i < first + cases; i++) {
            var opened = new CaseOpened(
                    LocalDate.of(2020, 1, 6),
                    new ForceCode(FORCE),
                    CaseKind.CONDUCT,
                    CaseSource.POLICE,
                    null,
                    null,
                    null,
                    null);
            last = log.add(RecordId.of(new CaseId(FORCE + i)), opened).getLast().position();
        }
        return last;
    }

    @Test
    void whatIsSentIsOfTheTypesThatAreDocumented() throws UnsupportedEncodingException {
        long last = open(0, 3);
        var counts = "/api/v1/statistics?unit=cases&groupBy=force&force=" + FORCE + "&atLeast=" + last;
        String knownAt = JsonPath.read(get(counts), "$.knownAt");
        var published = http.post()
                .uri("/api/v1/publications")
                .with(httpBasic("analyst", "open sesame"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"title": "Few", "query": "unit=cases&groupBy=force&force=%s", "asAt": "2024-01-01", "knownAt": "%s"}""".formatted(FORCE, knownAt))
                .exchange();
        assertThat(published).hasStatus(201);
        String id = JsonPath.read(published.getResponse().getContentAsString(), "$.publicationId");
        last = open(3, 1);
        var limits = "unit=cases&force=" + FORCE + "&atLeast=" + last;
        var document = FactJson.mapper().readTree(get("/v3/api-docs"));

        var texts = new ArrayList<String>();
        for (var call : List.of(
                List.of("/api/v1/publications", "/api/v1/publications"),
                List.of("/api/v1/publications/{publicationId}", "/api/v1/publications/" + id),
                List.of("/api/v1/statistics", "/api/v1/statistics?groupBy=force&" + limits),
                List.of("/api/v1/statistics/export", "/api/v1/statistics/export?groupBy=force&" + limits),
                List.of(
                        "/api/v1/statistics/compare",
                        "/api/v1/statistics/compare?asAt2=2019-01-01&groupBy=force&" + limits),
                List.of(
                        "/api/v1/statistics/series",
                        "/api/v1/statistics/series?from=2019-12-31&to=2021-12-31&step=YEAR&" + limits),
                List.of(
                        "/api/v1/statistics/flows",
                        "/api/v1/statistics/flows?from=2020-01-01&to=2021-12-31&step=YEAR&" + limits),
                List.of(
                        "/api/v1/statistics/durations",
                        "/api/v1/statistics/durations?from=REPORTED&to=CLOSED&over=10&" + limits))) {
            var text = get(call.get(1));
            texts.add(text);
            var schema = document.get("paths")
                    .get(call.get(0))
                    .at("/get/responses/200/content")
                    .get("application/json")
                    .get("schema");
            assertThat(faults(FactJson.mapper().readTree(text), schema, document, "$"))
                    .as(call.get(1) + " " + text)
                    .isEmpty();
        }
        assertThat(texts.get(1)).contains("\"entriesInAll\":\"not told\"");
        assertThat(texts.get(2)).contains("\"fewer than 5\"");
    }

    private String get(String path) throws UnsupportedEncodingException {
        var answer =
                http.get().uri(path).with(httpBasic("analyst", "open sesame")).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    /** Returns the places where a value is not of the type that a schema states, or lacks a property that must be there. */
    private static List<String> faults(JsonNode value, JsonNode stated, JsonNode document, String at) {
        var schema = stated.has("$ref")
                ? document.at(stated.get("$ref").stringValue().substring(1))
                : stated;
        var faults = new ArrayList<String>();
        if (schema.has("oneOf")) {
            boolean any = schema.get("oneOf").values().stream()
                    .anyMatch(one -> faults(value, one, document, at).isEmpty());
            return any ? faults : List.of(at + " is " + value);
        }
        if (!isOf(schema.path("type").asString("any"), value)) {
            return List.of(at + " is " + value);
        }
        schema.path("required").values().stream()
                .filter(name -> !value.has(name.stringValue()))
                .forEach(name -> faults.add(at + " lacks " + name));
        value.properties().forEach(property -> {
            var of = schema.path("properties").get(property.getKey());
            var further = of != null ? of : schema.get("additionalProperties");
            if (further != null && further.isObject()) {
                faults.addAll(faults(property.getValue(), further, document, at + "." + property.getKey()));
            }
        });
        if (value.isArray()) {
            value.forEach(element -> faults.addAll(faults(element, schema.get("items"), document, at + "[]")));
        }
        return faults;
    }

    private static boolean isOf(String type, JsonNode value) {
        return switch (type) {
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "string" -> value.isString();
            case "boolean" -> value.isBoolean();
            case "array" -> value.isArray();
            case "object" -> value.isObject();
            case "any" -> true;
            default -> throw new IllegalArgumentException(type);
        };
    }
}
