package org.conductregister.query.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A published figure can be had again for ever, and says once what is known differs, with the entries that did it. */
@QueryServiceTest
class PublicationsTest {

    private static int registers;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private final String force = "PUBLISHED_" + ++registers;
    private String knownAt;

    @BeforeEach
    void twoCases() {
        opened("1");
        knownAt = opened("2").recordedAt().toString();
        count(); // until they are counted
    }

    private Recorded opened(String number) {
        return log.add(
                        RecordId.of(new CaseId(force + "-" + number)),
                        new CaseOpened(
                                LocalDate.of(2018, 1, 2),
                                new ForceCode(force),
                                CaseKind.CONDUCT,
                                CaseSource.PUBLIC,
                                null,
                                null,
                                null,
                                null))
                .getLast();
    }

    private void closed(String number) {
        log.add(RecordId.of(new CaseId(force + "-" + number)), new CaseClosed(LocalDate.of(2018, 3, 4), null));
        count();
    }

    private void count() {
        assertThat(http.get()
                        .uri("/api/v1/statistics?unit=cases")
                        .with(httpBasic("analyst", "open sesame"))
                        .exchange())
                .hasStatusOk();
    }

    private MvcTestResult publish(String user, String json) {
        return http.post()
                .uri("/api/v1/publications")
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .with(httpBasic(user, "open sesame"))
                .exchange();
    }

    private String body(String more) {
        return """
                {"title": "Pending cases", "question": "How many cases were pending?",
                 "query": "/api/v1/statistics?unit=cases&groupBy=status&force=%s&format=csv&asAt=2017-01-01",
                 "asAt": "2018-12-31", "knownAt": "%s"%s}""".formatted(force, knownAt, more);
    }

    private static String json(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private MvcTestResult get(String path) {
        return http.get().uri(path).with(httpBasic("analyst", "open sesame")).exchange();
    }

    @Test
    void aFigureIsRegisteredWithItsTimesItsDefinitionsAndADigest() {
        var answer = publish("analyst", body(""));

        assertThat(answer).hasStatus(201);
        assertThat(answer.getResponse().getHeader("Location")).startsWith("/api/v1/publications/");
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                        {"title": "Pending cases", "question": "How many cases were pending?",
                         "query": "/api/v1/statistics?unit=cases&groupBy=status&force=%s",
                         "asAt": "2018-12-31", "knownAt": "%s", "publishedBy": "analyst",
                         "reproduced": true, "changedSince": []}""".formatted(force, knownAt));
        assertThat(JsonPath.<String>read(json(answer), "$.digest")).matches("sha-256:[0-9a-f]{64}");
        assertThat(JsonPath.<String>read(json(answer), "$.definitions")).startsWith("20");
        assertThat(get(answer.getResponse().getHeader("Location"))).hasStatusOk();
        assertThat(get("/api/v1/publications"))
                .bodyJson()
                .extractingPath("$.publications[0].publicationId")
                .isEqualTo(JsonPath.<String>read(json(answer), "$.publicationId"));
    }

    @Test
    void theInstantThatAnAnswerStatesIsTakenAlsoWhereAFigureWasPublishedLast() {
        assertThat(publish("analyst", body(""))).hasStatus(201);
        var answer = get("/api/v1/statistics?unit=cases&groupBy=status&force=" + force);
        knownAt = JsonPath.read(json(answer), "$.knownAt");

        assertThat(publish("analyst", body(""))).hasStatus(201);
        assertThat(get("/api/v1/publications"))
                .bodyJson()
                .extractingPath("$.knownAt")
                .asString()
                .isGreaterThanOrEqualTo(knownAt);
    }

    @Test
    void onceWhatIsKnownDiffersItSaysInWhatAndWhichEntriesDidIt() {
        var location = publish("analyst", body("")).getResponse().getHeader("Location");

        closed("1");

        var answer = get(location);
        assertThat(answer).bodyJson().extractingPath("$.reproduced").isEqualTo(true);
        List<Map<String, Object>> changes = JsonPath.read(json(answer), "$.changedSince");
        assertThat(changes)
                .hasSize(2)
                .allSatisfy(change -> assertThat(change.get("entries"))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .singleElement()
                        .extracting("type")
                        .isEqualTo("CaseClosed"));
        assertThat(changes)
                .filteredOn("group", Map.of("status", "PENDING"))
                .singleElement()
                .satisfies(change -> assertThat(change)
                        .contains(Map.entry("before", Map.of("count", 2)), Map.entry("after", Map.of("count", 1))));
        assertThat(changes)
                .filteredOn("group", Map.of("status", "CLOSED"))
                .singleElement()
                .satisfies(change ->
                        assertThat(change).doesNotContainKey("before").containsEntry("after", Map.of("count", 1)));
    }

    @Test
    void anotherDigestIsRefused() {
        var right = JsonPath.<String>read(json(publish("analyst", body(""))), "$.digest");

        assertThat(publish("analyst", body(", \"digest\": \"" + right + "\""))).hasStatus(201);
        assertThat(publish("analyst", body(", \"digest\": \"sha-256:00\"")))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("FIGURE_DIFFERS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"query\": \"unit=cases\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /title",
                "{\"title\": \"T\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /query",
                "{\"title\": \"T\", \"query\": \"unit=nothing\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /query",
                "{\"title\": \"T\", \"query\": \"/api/v1/cases?force=KENT\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /query",
                "{\"title\": \"T\", \"query\": \"unit=cases\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /asAt",
                "{\"title\": \"T\", \"query\": \"unit=cases\", \"asAt\": \"2018-12-31\"} | /knownAt",
                "{\"title\": \"T\", \"query\": \"unit=cases\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2999-01-01T00:00:00Z\"} | /knownAt",
                "{\"title\": \"T\", \"query\": \"/api/v1/statistics/flows?unit=cases&from=2018-01-01&to=2018-12-31&step=YEAR\", \"asAt\": \"2018-12-31\", \"knownAt\": \"2018-01-01T00:00:00Z\"} | /asAt"
            })
    void whatIsMissingOrWrongIsNamed(String json, String pointer) {
        assertThat(publish("analyst", json))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].pointer")
                .asArray()
                .containsExactly(pointer);
    }

    @Test
    void tablesOverTimeArePublishedToo() {
        var flows = """
                {"title": "Flows", "knownAt": "%s",
                 "query": "/api/v1/statistics/flows?unit=cases&from=2018-01-01&to=2018-12-31&step=YEAR&force=%s"}""".formatted(knownAt, force);
        var location = publish("analyst", flows).getResponse().getHeader("Location");
        closed("2");

        List<Map<String, Object>> changes = JsonPath.read(json(get(location)), "$.changedSince");

        assertThat(changes).singleElement().satisfies(change -> {
            assertThat(change.get("before").toString()).contains("closed=0");
            assertThat(change.get("after").toString()).contains("closed=1");
        });
    }

    @Test
    void ofCountsOverTimeEachChangedFigureHasTheEntriesOfItsDay() {
        var series = """
                {"title": "Series", "knownAt": "%s",
                 "query": "/api/v1/statistics/series?unit=cases&groupBy=status&from=2018-01-01&to=2018-12-31&step=MONTH&force=%s"}""".formatted(knownAt, force);
        var location = publish("analyst", series).getResponse().getHeader("Location");
        closed("1");

        List<Map<String, Object>> changes = JsonPath.read(json(get(location)), "$.changedSince");

        assertThat(changes)
                .hasSize(20)
                .allSatisfy(change -> assertThat(change.get("entries"))
                        .asInstanceOf(InstanceOfAssertFactories.LIST)
                        .singleElement()
                        .extracting("type")
                        .isEqualTo("CaseClosed"));
    }

    @Test
    void analystsRegisterAndEverybodyWhoCountsReads() {
        assertThat(publish("handler", body(""))).hasStatus(403);
        for (var user : List.of("handler", "auditor", "analyst")) {
            assertThat(http.get()
                            .uri("/api/v1/publications")
                            .with(httpBasic(user, "open sesame"))
                            .exchange())
                    .hasStatusOk();
        }
    }

    @Test
    void aFigureThatIsWithdrawnStaysOnTheListWithTheReason() {
        var location = publish("analyst", body("")).getResponse().getHeader("Location");
        var withdrawn = http.post()
                .uri(location + "/withdrawal")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"reason\": \"another population was meant\"}")
                .with(httpBasic("analyst", "open sesame"));

        assertThat(withdrawn.exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.withdrawal.reason")
                .isEqualTo("another population was meant");
        assertThat(withdrawn.exchange()).hasStatus(409);
        assertThat(get(location))
                .bodyJson()
                .extractingPath("$.withdrawal.withdrawnBy")
                .isEqualTo("analyst");
        assertThat(get("/api/v1/publications/none")).hasStatus(404);
    }

    @Test
    void fromTheTableToTheAnswerToARequest() {
        var query = "/api/v1/statistics?unit=cases&groupBy=status&totals=true&force=" + force;
        var registered = http.post()
                .uri("/statistics/publications")
                .param("title", "Cases by status " + registers)
                .param("question", "How many cases has the force?")
                .param("query", query + "&asAt=2018-12-31&knownAt=" + knownAt)
                .param("asAt", "2018-12-31")
                .param("knownAt", knownAt)
                .with(httpBasic("analyst", "open sesame"))
                .exchange();
        assertThat(registered).hasStatus(302);
        var address = registered.getResponse().getHeader("Location").replace("?registered", "");
        closed("1");

        var pages = new Pages(http, "auditor");
        assertThat(pages.see("/statistics/publications").text())
                .contains("Cases by status " + registers, "2 figures differ");
        assertThat(pages.see(address).text())
                .contains("What is known now differs", "Status: Pending 2 1 Case closed, position ")
                .contains("Status Count Pending 2 Total 2");
        assertThat(pages.see(address + "/answer").text())
                .contains(
                        "How many cases has the force?",
                        "Cases by status. Population: Force: ",
                        "Pending 2",
                        "Population: force Limited to cases that were opened in any of these forces.",
                        "sha-256:")
                .contains("What is known now differs in 2 figures: ");
        assertThat(http.post()
                        .uri("/statistics/publications")
                        .param("title", "")
                        .param("query", query)
                        .param("asAt", "2018-12-31")
                        .param("knownAt", knownAt)
                        .with(httpBasic("analyst", "open sesame"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("Title is missing");
    }
}
