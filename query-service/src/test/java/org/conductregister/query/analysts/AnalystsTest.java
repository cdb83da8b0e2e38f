package org.conductregister.query.analysts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import org.conductregister.entries.RecordId;
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
        for (int i = 0; i < cases; i++) {
            last = log.add(
                            RecordId.of(new CaseId(force + i)),
                            new CaseOpened(
                                    LocalDate.of(2020, 1, 6),
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
                .uri(path + "&atLeast=" + last)
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
