package org.conductregister.query.analysts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import org.conductregister.entries.RecordId;
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
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tests that analysts are refused tables that are too fine, and are not told small counts where they are protected. */
@QueryServiceTest
@TestPropertySource(
        properties = {"register.analysts=protected", "register.analysts.dimensions=2", "register.analysts.cells=3"})
class AnalystsTest {

    private static final String FEW = "FEW_FORCE";
    private static final String MANY = "MANY_FORCE";

    private static long last;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @BeforeEach
    void cases() {
        if (last == 0) {
            open(FEW, 3);
            open(MANY, 7);
        }
    }

    private void open(String force, int cases) {
        open(force, 0, cases);
    }

    private void open(String force, int first, int cases) {
        open(force, LocalDate.of(2020, 1, 6), first, cases);
    }

    private void open(String force, LocalDate on, int first, int cases) {
        for (int i = first; i < first + cases; i++) {
            last = log.add(
                            RecordId.of(new CaseId(force + i)),
                            new CaseOpened(
                                    on,
                                    new ForceCode(force),
                                    CaseKind.CONDUCT,
                                    CaseSource.POLICE,
                                    null,
                                    null,
                                    null,
                                    null))
                    .getLast()
                    .position();
        }
    }

    private MvcTestResult get(String user, String path) {
        return http.get()
                .uri(path.contains("?") ? path + "&atLeast=" + last : path)
                .with(httpBasic(user, "open sesame"))
                .exchange();
    }

    private String text(String user, String path) throws UnsupportedEncodingException {
        var answer = get(user, path);
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "unit=cases&groupBy=force,kind,source | groupBy | at most 2 dimensions",
                "unit=cases&groupBy=force&groupBy=kind&groupBy=source | groupBy | Leave some out of groupBy",
                "unit=cases&reportedFrom=2020-01-06&reportedTo=2020-01-07 | reportedFrom | at least 7 days",
                "unit=cases&reportedFrom=2020-01-06&asAt=2020-01-08 | reportedFrom | further apart"
            })
    void aTableThatIsTooFineIsRefusedWithWhatWouldDo(String question, String parameter, String words) {
        for (var path : new String[] {"/api/v1/statistics?", "/api/v1/statistics?format=csv&"}) {
            var refused = get("analyst", path + question);
            assertThat(refused).hasStatus(403);
            assertThat(refused).bodyJson().extractingPath("$.code").isEqualTo("TABLE_TOO_FINE");
            assertThat(refused)
                    .bodyJson()
                    .extractingPath("$.errors[0].parameter")
                    .isEqualTo(parameter);
            assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains(words);
        }
        assertThat(get("auditor", "/api/v1/statistics?" + question)).hasStatusOk();
    }

    @Test
    void aTableOfTooManyCellsIsRefused() {
        var series = "/api/v1/statistics/series?unit=cases&groupBy=force&from=2020-01-06&to=2020-01-12&step=DAY";

        var refused = get("analyst", series);

        assertThat(refused).hasStatus(403);
        assertThat(refused).bodyJson().extractingPath("$.detail").asString().contains("at most 3 cells", "longer step");
        assertThat(get("handler", series)).hasStatusOk();
    }

    @Test
    void smallCountsAreToldAsFewerThanTheThreshold() throws Exception {
        var table = "/api/v1/statistics?unit=cases&groupBy=force&force=FEW_FORCE&force=MANY_FORCE";

        assertThat(text("analyst", table))
                .contains("\"count\":\"fewer than 5\"", "\"count\":7")
                .doesNotContain("\"count\":3");
        assertThat(text("analyst", table + "&format=csv"))
                .contains("fewer than 5", "7")
                .doesNotContain(",3");
        assertThat(text("auditor", table)).contains("\"count\":3", "\"count\":7");
        assertThat(text("analyst", "/api/v1/statistics?unit=cases&force=FEW_FORCE"))
                .contains("\"total\":\"fewer than 5\"");
        assertThat(text("analyst", "/api/v1/statistics?unit=cases&force=FEW_FORCE&asAt=1990-01-01"))
                .contains("\"total\":0");
        assertThat(text(
                        "analyst",
                        "/api/v1/statistics/durations?unit=cases&from=REPORTED&to=CLOSED&force=FEW_FORCE&over=10"))
                .contains("\"count\":\"fewer than 5\"")
                .doesNotContain("\"median\"");
        assertThat(get("analyst", table + "&format=xlsx")).hasStatusOk();
    }

    @Test
    void noSmallCountCanBeWorkedOutFromItsAnswer() throws Exception {
        var table = "/api/v1/statistics?unit=cases&groupBy=force&force=FEW_FORCE&force=MANY_FORCE";

        assertThat(text("analyst", table)).contains("\"total\":\"not told\"");
        assertThat(text("analyst", table + "&format=csv&totals=true"))
                .contains("fewer than 5", "not told")
                .doesNotContain(",10");
        assertThat(text("auditor", table + "&format=csv&totals=true")).contains(",10");
        assertThat(
                        text(
                                "analyst",
                                "/api/v1/statistics/compare?unit=cases&groupBy=force&force=FEW_FORCE&asAt=1990-01-01&asAt2=2024-01-01"))
                .contains("\"count2\":\"fewer than 5\"")
                .doesNotContain("\"count2\":3");
    }

    private MvcTestResult publish(String query, String more) throws UnsupportedEncodingException {
        String knownAt = JsonPath.read(text("analyst", "/api/v1/statistics?unit=cases"), "$.knownAt");
        return http.post()
                .uri("/api/v1/publications")
                .with(httpBasic("analyst", "open sesame"))
                .contentType(MediaType.APPLICATION_JSON)
                .content("""
                        {"title": "Few", "query": "unit=cases&%s", "asAt": "2024-01-01", "knownAt": "%s"%s}""".formatted(query, knownAt, more))
                .exchange();
    }

    @Test
    void publishedFiguresTellNoSmallCountNorLetAnybodyTryThem() throws Exception {
        open("CHANGED_FORCE", 3);
        var published = publish("groupBy=force&force=CHANGED_FORCE", "");
        assertThat(published).hasStatus(201);
        assertThat(published).bodyJson().extractingPath("$.digest").isEqualTo("not told");
        assertThat(publish("groupBy=force&force=CHANGED_FORCE", ", \"digest\": \"sha-256:0\""))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/digest");
        assertThat(publish("groupBy=force,kind,source", "")).hasStatus(403);
        String id = JsonPath.read(published.getResponse().getContentAsString(), "$.publicationId");

        open("CHANGED_FORCE", 3, 1);

        for (var path : new String[] {"/api/v1/publications/" + id, "/api/v1/publications"}) {
            assertThat(text("analyst", path))
                    .contains("\"before\":{\"count\":\"fewer than 5\"}", "\"after\":{\"count\":\"fewer than 5\"}")
                    .contains("\"entries\":[]")
                    .doesNotContain("sha-256", "CaseOpened");
            assertThat(text("auditor", path)).contains("{\"count\":3}", "{\"count\":4}", "sha-256", "CaseOpened");
        }
        var page =
                new Pages(http, "analyst").see("/statistics/publications/" + id).text();
        assertThat(page).contains("fewer than 5", "would tell a small count").doesNotContain("sha-256");
    }

    @Test
    void pagesTellNothingDerivedFromASmallCount() {
        for (int i = 0; i < 2; i++) {
            last = log.add(
                            RecordId.of(new CaseId(MANY + i)),
                            new CaseClosed(LocalDate.of(2020, 1, 6).plusDays(41 + i), null, null))
                    .getLast()
                    .position();
        }
        var page =
                "/statistics/table?show=DURATIONS&unit=cases&rows=force&force=MANY_FORCE&fromMoment=REPORTED&toMoment=CLOSED&atLeast="
                        + last;

        assertThat(new Pages(http, "auditor").see(page).text()).contains("41.5");
        assertThat(new Pages(http, "analyst").see(page).text()).doesNotContain("41.5");
    }

    @Test
    void aDifferenceOnAPageDoesNotTellTheSmallCountThatItIsOf() {
        open("GROWN_FORCE", 9);
        open("GROWN_FORCE", LocalDate.of(2019, 1, 7), 9, 3);
        var page = "/statistics/compare?unit=cases&force=GROWN_FORCE&asAt=2019-06-01&asAt2=2024-01-01&atLeast=" + last;

        assertThat(new Pages(http, "auditor").see(page).text()).contains("+9");
        assertThat(new Pages(http, "analyst").see(page).text())
                .contains("not told")
                .doesNotContain("+9");
    }

    @Test
    void pagesTellThemAsApplicationsDo() {
        var page = "/?unit=cases&force=FEW_FORCE&atLeast=" + last;

        assertThat(new Pages(http, "analyst").see(page).text()).contains("fewer than 5");
        assertThat(new Pages(http, "auditor").see(page).text()).doesNotContain("fewer than");
        assertThat(new Pages(http, "analyst")
                        .see("/statistics/table?unit=cases&rows=force&force=FEW_FORCE&atLeast=" + last)
                        .text())
                .contains("fewer than 5");
    }
}
