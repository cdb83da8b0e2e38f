package org.conductregister.query.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Nothing under {@code /api} is without a description, and what the service answers is what it says that it may. */
@QueryServiceTest
class ApiDocumentTest {

    @Autowired
    MockMvcTester http;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping handlers;

    @Test
    void everyHandlerOfTheApiIsDescribedAndNothingElse() throws Exception {
        var handled = handlers.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/"))
                        .map(path -> path.replace("{*", "{")) // in the document as any other
                        .flatMap(path ->
                                info.getMethodsCondition().getMethods().stream().map(method -> method + " " + path)))
                .distinct()
                .toList();

        assertThat(calls()).extracting(Map.Entry::getKey).containsExactlyInAnyOrderElementsOf(handled);
        assertThat(handled).contains("GET /api/v1/statistics", "GET /api/v1/cases/{caseId}");
    }

    @Test
    void everyCallHasANameAGroupWordsAnswersAndRefusals() throws Exception {
        assertThat(calls()).allSatisfy(call -> {
            var described = call.getValue();
            assertThat(described.path("operationId").asString("")).matches("[a-z][A-Za-z]+");
            assertThat(described.path("summary").asString("")).isNotBlank();
            assertThat(described.path("description").asString("")).contains(" may call it.");
            assertThat(described.path("tags")).hasSize(1);
            assertThat(described.path("parameters").values())
                    .allSatisfy(parameter -> assertThat(
                                    parameter.path("description").asString(""))
                            .as("%s %s", call.getKey(), parameter.get("name"))
                            .isNotBlank());
            assertThat(described.get("responses").properties())
                    .allSatisfy(response -> assertThat(
                                    response.getValue().path("content").values())
                            .as("%s %s", call.getKey(), response.getKey())
                            .isNotEmpty()
                            .allSatisfy(
                                    content -> assertThat(content.path("schema").propertyNames())
                                            .containsAnyOf("type", "$ref")));
        });
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/statistics,                               auditor, unit=cases",
        "/api/v1/statistics,                               auditor, unit=nothing",
        "/api/v1/statistics,                               auditor, unit=cases&asat=2020-01-01",
        "/api/v1/statistics,                               auditor, unit=cases&atLeast=1000000000",
        "/api/v1/statistics,                               admin,   unit=cases",
        "/api/v1/statistics,                               nobody,  unit=cases",
        "/api/v1/statistics/members,                       analyst, unit=cases",
        "/api/v1/statistics/members,                       handler, unit=cases&by.status=PENDING&size=1",
        "/api/v1/statistics/series,                        analyst, unit=cases&from=2020-01-01&to=2020-12-31&step=YEAR",
        "/api/v1/statistics/series,                        analyst, unit=cases",
        "/api/v1/statistics/compare,                       analyst, unit=cases&asAt2=2020-01-01",
        "/api/v1/statistics/durations,                     analyst, unit=cases&from=REPORTED&to=CLOSED&over=365",
        "/api/v1/statistics/durations,                     analyst, unit=cases",
        "/api/v1/statistics/durations/members,             handler, unit=cases&from=REPORTED&to=CLOSED&part=OPEN",
        "/api/v1/statistics/durations/members,             analyst, unit=cases",
        "/api/v1/statistics/flows,                         analyst, unit=cases&from=2020-01-01&to=2020-12-31&step=YEAR",
        "/api/v1/statistics/flows,                         analyst, unit=nothing",
        "/api/v1/statistics/flows/members,                 handler, unit=cases&from=2020-01-01&to=2020-12-31&flow=END",
        "/api/v1/statistics/flows/members,                 analyst, unit=cases",
        "/api/v1/cases,                                    handler, status=PENDING",
        "/api/v1/cases,                                    handler, status=NOTHING",
        "/api/v1/cases/{caseId},                           handler, ''",
        "/api/v1/cases/{caseId},                           analyst, ''",
        "/api/v1/cases/{caseId}/timeline,                  handler, ''",
        "/api/v1/officers/{officerId},                     handler, ''",
        "/api/v1/recommendations/{recommendationId},       handler, asAt=yesterday",
        "/api/v1/events,                                   auditor, limit=1",
        "/api/v1/events,                                   auditor, limit=0",
        "/api/v1/projections,                              admin,   ''",
        "/api/v1/projections,                              admin,   nonsense=1",
        "/api/v1/projections/{name}/dead-letters,          admin,   ''"
    })
    void whatIsAnsweredIsDescribed(String path, String user, String query) throws Exception {
        var address = path.replaceAll("\\{[^}]*}", "NONE") + (query.isEmpty() ? "" : "?" + query);

        assertDescribed("GET " + path, get(user, address));
        assertDescribed(
                "GET " + path,
                http.get()
                        .uri(address)
                        .header("Accept", "application/yaml")
                        .with(httpBasic(user, "open sesame"))
                        .exchange());
    }

    @ParameterizedTest
    @EnumSource
    void everyUnitCanBeCountedByItsDimensionsAndLimitedByItsFilters(Unit unit) throws Exception {
        for (var dimension : Dimensions.of(unit)) {
            assertThat(enumOf("/api/v1/statistics", "groupBy")).contains(dimension.name());
            assertThat(get("auditor", "/api/v1/statistics?unit=%s&groupBy=%s".formatted(unit.word(), dimension.name())))
                    .hasStatusOk();
            assertThat(parameter("/api/v1/statistics/members", "by." + dimension.name())
                            .at("/schema/items/enum")
                            .values())
                    .extracting(JsonNode::stringValue)
                    .containsAll(dimension.words());
        }
        for (var filter : Filter.values()) {
            assertThat(enumOf("/api/v1/statistics", filter.parameter())).containsExactlyElementsOf(filter.words());
            for (var word : filter.appliesTo(unit) ? filter.words() : List.<String>of()) {
                assertThat(get(
                                "auditor",
                                "/api/v1/statistics?unit=%s&%s=%s".formatted(unit.word(), filter.parameter(), word)))
                        .hasStatusOk();
            }
        }
        assertThat(parameter("/api/v1/statistics", "unit").at("/schema/enum").values())
                .extracting(JsonNode::stringValue)
                .containsExactlyElementsOf(
                        Arrays.stream(Unit.values()).map(Unit::word).toList());
    }

    @Test
    void nothingIsAnsweredAsYaml() {
        assertThat(get("auditor", "/v3/api-docs.yaml")).hasStatus(404);
        assertThat(http.get()
                        .uri("/v3/api-docs")
                        .header("Accept", "application/yaml")
                        .with(httpBasic("auditor", "open sesame")))
                .hasStatus(406);
    }

    private void assertDescribed(String call, MvcTestResult result) throws Exception {
        var answer = result.getResponse();
        var text = answer.getContentAsString();
        var response = calls().stream()
                .filter(each -> each.getKey().equals(call))
                .findFirst()
                .orElseThrow()
                .getValue()
                .path("responses")
                .path(Integer.toString(answer.getStatus()));
        assertThat(response.path("content").propertyNames())
                .as("%s: %d %s", call, answer.getStatus(), text)
                .contains(String.valueOf(answer.getContentType()).replaceFirst(";.*", ""));
        if (answer.getStatus() >= 400) {
            assertThat(response.path("x-codes").values())
                    .extracting(JsonNode::stringValue)
                    .contains(FactJson.mapper().readTree(text).get("code").stringValue());
        }
        response.path("headers")
                .propertyNames()
                .forEach(header ->
                        assertThat(answer.getHeader(header)).as(header).isNotNull());
    }

    private MvcTestResult get(String user, String address) {
        return http.get().uri(address).with(httpBasic(user, "open sesame")).exchange();
    }

    private List<String> enumOf(String path, String parameter) throws UnsupportedEncodingException {
        return parameter(path, parameter).at("/schema/items/enum").values().stream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private JsonNode parameter(String path, String name) throws UnsupportedEncodingException {
        return document().get("paths").get(path).at("/get/parameters").values().stream()
                .filter(parameter -> parameter.get("name").stringValue().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not described: " + name));
    }

    private List<Map.Entry<String, JsonNode>> calls() throws UnsupportedEncodingException {
        return document().get("paths").properties().stream()
                .flatMap(ApiDocumentTest::callsAt)
                .toList();
    }

    private static Stream<Map.Entry<String, JsonNode>> callsAt(Map.Entry<String, JsonNode> path) {
        return path.getValue().properties().stream()
                .map(call -> Map.entry(call.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), call.getValue()));
    }

    private JsonNode document() throws UnsupportedEncodingException {
        return FactJson.mapper()
                .readTree(get("auditor", "/v3/api-docs").getResponse().getContentAsString());
    }
}
