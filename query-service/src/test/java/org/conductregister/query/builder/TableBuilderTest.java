package org.conductregister.query.builder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseClosed;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Tables that people put together: rows by columns, totals, shares, order, and the call that gives the same. */
@QueryServiceTest
class TableBuilderTest {

    private static int registers;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    KnownCodes codes;

    @Autowired
    Headcounts headcounts;

    private final String first = "BUILT_A_" + ++registers;
    private final String second = "BUILT_B_" + registers;

    private String asked;

    @BeforeEach
    void fourCasesOfTwoForces() {
        codes.put(
                CodeList.FORCES,
                List.of(new Code(first, "Zetland " + registers), new Code(second, "Avon " + registers)),
                "admin");
        opened(first, "1", "2019-01-01", CaseKind.CONDUCT);
        opened(first, "2", "2020-01-01", CaseKind.COMPLAINT);
        opened(first, "3", "2020-02-01", CaseKind.COMPLAINT);
        var last = opened(second, "4", "2021-01-01", CaseKind.CONDUCT);
        asked = "unit=cases&asAt=2021-12-31&force=%s&force=%s&atLeast=%d".formatted(first, second, last);
        log.add(RecordId.of(new CaseId(first + "-1")), new CaseClosed(LocalDate.of(2019, 1, 11), null));
    }

    private long opened(String force, String number, String day, CaseKind kind) {
        var date = LocalDate.parse(day);
        return log.add(
                        RecordId.of(new CaseId(force + "-" + number)),
                        new CaseOpened(date, new ForceCode(force), kind, CaseSource.PUBLIC, null, null, null, null),
                        new AllegationReported(
                                date,
                                new AllegationId("A"),
                                new CategoryCode("STALKING"),
                                null,
                                null,
                                null,
                                null,
                                null))
                .getLast()
                .position();
    }

    private Pages as(String user) {
        return new Pages(http, user);
    }

    private String text(String user, String more) {
        return as(user).see("/statistics/table?" + asked + "&" + more).text();
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "auditor", "analyst"})
    void rowsByColumnsHaveTotalsAndForcesInOrderOfTheirNames(String user) {
        assertThat(text(user, "rows=force&columns=kind"))
                .contains(
                        "Cases by force and kind. Population: Force: Avon %1$d or Zetland %1$d. As at 31 December 2021, as known at "
                                .formatted(registers))
                .contains("Force Complaint Conduct Total Avon %1$d 0 1 1 Zetland %1$d 2 1 3 Total 2 2 4"
                        .formatted(registers));
    }

    @Test
    void yearsAreInOrderAndNumbersSort() {
        assertThat(text("analyst", "rows=reportedYear&zeros=true")).contains("2019 1 2020 2 2021 1 Total 4");
        assertThat(text("analyst", "rows=force&columns=kind&sort=TOTAL&descending=true"))
                .contains("Zetland %1$d 2 1 3 Avon %1$d 0 1 1 Total 2 2 4".formatted(registers));
        assertThat(text("analyst", "rows=force&rows2=reportedYear&columns=status"))
                .contains("Zetland %1$d 2019 0 1 1 Zetland %1$d 2020 2 0 2 Total Total 3 1 4".formatted(registers));
    }

    @Test
    void sharesAreOfTheRowTheColumnOrAll() {
        assertThat(text("analyst", "rows=force&columns=kind&shares=ROW"))
                .contains("Zetland %d 2 66.7%% 1 33.3%% 3 100.0%%".formatted(registers));
        assertThat(text("analyst", "rows=force&columns=kind&shares=COLUMN"))
                .contains("Zetland %d 2 100.0%% 1 50.0%% 3 75.0%%".formatted(registers));
        assertThat(text("analyst", "rows=force&shares=ALL")).contains("Zetland %d 3 75.0%%".formatted(registers));
    }

    @Test
    void aTableOverTimeHasTheDaysAcross() {
        assertThat(text("analyst", "show=SERIES&rows=force&fromDay=2019-12-31&toDay=2021-12-31&step=YEAR"))
                .contains("Force 31 Dec 2019 31 Dec 2020 31 Dec 2021 Avon %1$d 0 0 1 Zetland %1$d 1 3 3"
                        .formatted(registers));
        assertThat(text("analyst", "show=SERIES&fromDay=2019-12-31&toDay=2021-12-31&step=YEAR"))
                .contains("As at Count 31 Dec 2019 1 31 Dec 2020 3 31 Dec 2021 4");
    }

    @Test
    void durationsAndFlowsAreTablesToo() {
        assertThat(text("analyst", "show=DURATIONS&rows=force&over=5"))
                .contains("calendar days from reported to closed", "Median days")
                .contains("Zetland %d 1 10.0 10.0 10.0 10.0 10.0 100.0%% 2".formatted(registers));
        assertThat(text("analyst", "show=FLOWS&fromDay=2019-01-01&toDay=2020-12-31&step=YEAR"))
                .contains("1 Jan 2019 31 Dec 2019 0 1 1 0 0", "1 Jan 2020 31 Dec 2020 0 2 0 0 2");
    }

    @Test
    void ratesStandBesideTheCountsAndSayWhereAHeadcountIsMissing() {
        headcounts.put(
                List.of(new Headcount(first, Workforce.POLICE_OFFICER, LocalDate.of(2019, 3, 31), 1500)), "admin");

        assertThat(text("analyst", "rows=force&per=1000_STAFF&shares=ALL"))
                .contains("Cases: how many, with rates per 1,000 staff by force")
                .contains("Zetland %d 3 75.0%% 1,500 2.0 Avon %d 1 25.0%% [x] [x]".formatted(registers, registers));
        assertThat(text(
                        "analyst",
                        "show=FLOWS&rows=force&per=1000_STAFF&fromDay=2020-01-01&toDay=2020-12-31&step=YEAR"))
                .contains("Cases: what came and went, with rates per 1,000 staff by force")
                .contains("Zetland %d 0 2 0 0 2 1,500 1.3".formatted(registers));
        assertThat(text(
                        "analyst",
                        "show=SERIES&rows=force&per=1000_STAFF&fromDay=2020-12-31&toDay=2020-12-31&step=YEAR"))
                .contains("Cases: at the end of each period, with rates per 1,000 staff by force")
                .contains("31 Dec 2020 Zetland %d 3 1,500 2.0".formatted(registers));
        assertThat(as("analyst")
                        .open("/statistics/table?unit=cases&rows=kind&per=1000_STAFF")
                        .text())
                .contains("needs forces");
    }

    @Test
    void theCallThatIsShownGivesTheSame() throws Exception {
        var page = as("analyst").see("/statistics/table?" + asked + "&rows=force&columns=kind");
        var call = page.links().stream()
                .filter(link -> link.startsWith("/api/v1/statistics?") && link.endsWith("format=csv"))
                .findFirst()
                .orElseThrow();

        var file = http.get()
                .uri(URI.create(call))
                .with(httpBasic("analyst", "open sesame"))
                .exchange();

        assertThat(page.text()).contains("GET " + call.replace("&format=csv", ""));
        assertThat(file).hasStatusOk();
        assertThat(file.getResponse().getContentAsString(StandardCharsets.UTF_8))
                .endsWith("\r\nforce,COMPLAINT,CONDUCT,TOTAL\r\n%s,0,1,1\r\n%s,2,1,3\r\nTOTAL,2,2,4\r\n"
                        .formatted(second, first));
        assertThat(page.links())
                .anyMatch(link -> link.endsWith("format=ods"))
                .anyMatch(link -> link.endsWith("format=xlsx"));
    }

    @Test
    void countsLeadToTheirMembersForWhoeverMaySeeThem() {
        var path = "/statistics/table?" + asked + "&rows=force&columns=kind";
        assertThat(as("analyst").see(path).links()).noneMatch(link -> link.contains("/statistics/members"));
        var members = as("auditor").see(path).links().stream()
                .filter(link -> link.contains("by.force=" + first) && link.contains("by.kind=COMPLAINT"))
                .toList();
        assertThat(members).hasSize(1);
        assertThat(as("auditor").see(members.getFirst()).text()).contains("2 cases", first + "-2");
    }

    @ParameterizedTest
    @CsvSource({
        "show=DURATIONS&fromMoment=CLOSED&toMoment=CLOSED, to must be another moment than from",
        "show=SERIES&fromDay=2021-01-01&toDay=2020-01-01, to must not be before from",
        "rows=force&asAt=2021-02-31, asAt must be"
    })
    void whatCannotBeAnsweredIsSaidAboveTheForm(String more, String said) {
        var page = as("analyst").see("/statistics/table?" + asked.replace("asAt=2021-12-31&", "") + "&" + more);

        assertThat(page.text()).contains("There is a problem", said, "Show the table");
    }

    @Test
    void whatGoesWithNoUnitIsLeftOut() {
        assertThat(text("analyst", "show=FLOWS&unit=officers&rows=category&columns=kind")
                        .toLowerCase(Locale.UK))
                .contains("show the table");
    }

    @Test
    void aTableIsKeptUnderANameForEverybody() {
        var name = "Pending, by force " + registers;
        var kept = http.post()
                .uri("/statistics/views")
                .param("name", name)
                .param("address", "/statistics/table?show=COUNT&unit=cases&rows=force&force=" + first)
                .with(httpBasic("analyst", "open sesame"))
                .exchange();
        assertThat(kept).hasStatus(302);
        assertThat(as("analyst").see("/statistics/views?kept={name}", name).text())
                .contains("Kept: " + name);
        var page = as("auditor").see("/statistics/views");
        assertThat(page.text()).contains(name, "analyst");
        var link = page.links().stream()
                .filter(each -> each.contains("by%20force%20" + registers))
                .findFirst()
                .orElseThrow();
        assertThat(http.get()
                        .uri(URI.create(link))
                        .with(httpBasic("auditor", "open sesame"))
                        .exchange())
                .hasStatus(302)
                .hasHeader("Location", "/statistics/table?show=COUNT&unit=cases&rows=force&force=" + first);

        http.post()
                .uri("/statistics/views/{name}/remove", name)
                .with(httpBasic("analyst", "open sesame"))
                .exchange();

        assertThat(as("auditor").see("/statistics/views").text()).doesNotContain(name);
    }

    /** A name is free text, and a handler's may name somebody. */
    @Test
    void analystsSeeTheTablesThatAnalystsKeptAlone() {
        var name = "Quillfeather " + registers;
        assertThat(http.post()
                        .uri("/statistics/views")
                        .param("name", name)
                        .param("address", "/statistics/table?show=COUNT&unit=cases&rows=force&force=" + first)
                        .with(httpBasic("handler", "open sesame")))
                .hasStatus(302);

        assertThat(as("auditor").see("/statistics/views").text()).contains(name);
        assertThat(as("analyst").see("/statistics/views").text()).doesNotContain(name);
        assertThat(as("analyst").see("/statistics/table").text()).doesNotContain(name);
        assertThat(http.get().uri("/statistics/views/{name}", name).with(httpBasic("analyst", "open sesame")))
                .hasStatus(404);
    }

    @ParameterizedTest
    @CsvSource({"'', /statistics/table?unit=cases", "Elsewhere, https://example.org/", "Elsewhere, /statistics/tablets"
    })
    void whatIsNoTableIsNotKept(String name, String address) {
        var refused = http.post()
                .uri("/statistics/views")
                .param("name", name)
                .param("address", address)
                .with(httpBasic("analyst", "open sesame"))
                .exchange();
        assertThat(refused).hasStatusOk().bodyText().contains("There is a problem");
    }
}
