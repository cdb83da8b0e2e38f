package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.github.miachm.sods.SpreadSheet;
import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayInputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.*;
import org.conductregister.terms.identifiers.*;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Answers as tables: CSV and workbooks, with groups that nothing is in, pages, and what may be cached. */
@QueryServiceTest
class TablesHttpTest {

    private static final String CSV = "text/csv";

    private static int forces;

    private final String force = "TABLED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    KnownCodes codes;

    private Recorded last;

    @BeforeEach
    void threeCases() {
        record(force + "-1", opened("2019-01-01", CaseKind.CONDUCT), new CaseClosed(day("2019-01-11"), null));
        record(force + "-2", opened("2019-01-01", CaseKind.COMPLAINT));
        record(force + "-3", opened("2021-05-01", CaseKind.COMPLAINT));
    }

    private void record(String caseId, Fact... facts) {
        last = log.add(RecordId.of(new CaseId(caseId)), facts).getLast();
    }

    private Fact opened(String day, CaseKind kind) {
        return new CaseOpened(day(day), new ForceCode(force), kind, CaseSource.PUBLIC, null, null, null, null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private MvcTestResult get(String call, String accept) {
        return ask("auditor", call + "&force=%s&atLeast=%d".formatted(force, last.position()), accept);
    }

    private MvcTestResult ask(String user, String call, String accept) {
        var request = http.get().uri("/api/v1/statistics" + call).with(httpBasic(user, "open sesame"));
        return (accept.isEmpty() ? request : request.header("Accept", accept)).exchange();
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aCountIsATableOfNamesAndCodes() {
        var answer = get("?unit=cases&groupBy=kind,status&asAt=2021-12-31", CSV);

        assertThat(answer).hasStatusOk().hasContentType("text/csv;charset=UTF-8;header=present");
        assertThat(text(answer)).isEqualTo("kind,status,count\r\nCOMPLAINT,PENDING,2\r\nCONDUCT,CLOSED,1\r\n");
        assertThat(answer.getResponse().getHeader("Link"))
                .matches("</api/v1/statistics\\?.*&asAt=2021-12-31&knownAt=.*Z&format=csvw>; rel=\"describedby\".*");
    }

    @Test
    void oneNumberIsATableOfOneRowWhateverItIs() {
        assertThat(text(get("?unit=cases&asAt=2021-12-31", CSV))).isEqualTo("count\r\n3\r\n");
        assertThat(text(get("?unit=cases&asAt=2011-12-31", CSV))).isEqualTo("count\r\n0\r\n");
    }

    @Test
    void groupsThatNothingIsInAreShownOnRequest() {
        var csv = text(get("?unit=cases&groupBy=reportedYear,kind&asAt=2021-12-31&zeros=true", CSV));

        assertThat(csv.lines())
                .hasSize(1 + 3 * CaseKind.values().length)
                .contains("2020,COMPLAINT,0", "2021,COMPLAINT,1", "2019,DEATH_OR_SERIOUS_INJURY,0");
        assertThat(get("?unit=cases&groupBy=kind,force&asAt=2011-12-31&zeros=true", ""))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .hasSize(CaseKind.values().length)
                .contains(Map.of("kind", "CONDUCT", "force", force, "count", 0));
        assertThat(get("?unit=cases&groupBy=kind&zeros=perhaps", ""))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo("zeros");
    }

    @Test
    void zerosThatWouldBeTooManyAreRefused() {
        assertThat(ask(
                        "auditor",
                        "?unit=allegations&groupBy=force,category,stage,severity,referral,mode&zeros=true",
                        ""))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[0].parameter")
                .isEqualTo("zeros");
    }

    @Test
    void aSeriesHasTheDayFirst() {
        assertThat(text(get("/series?unit=cases&groupBy=status&from=2018-12-31&to=2019-12-31&step=YEAR", CSV)))
                .isEqualTo("asAt,status,count\r\n2019-12-31,CLOSED,1\r\n2019-12-31,PENDING,1\r\n");
        assertThat(text(get("/series?unit=cases&from=2018-12-31&to=2019-12-31&step=YEAR", CSV)))
                .isEqualTo("asAt,count\r\n2018-12-31,0\r\n2019-12-31,2\r\n");
        assertThat(text(get(
                        "/series?unit=cases&groupBy=status&from=2018-12-31&to=2019-12-31&step=YEAR&zeros=true", CSV)))
                .contains("2018-12-31,CLOSED,0\r\n2018-12-31,PENDING,0\r\n");
    }

    @Test
    void durationsHaveNestedNames() {
        assertThat(text(get("/durations?unit=cases&from=REPORTED&to=CLOSED&groupBy=kind&asAt=2021-12-31", CSV)))
                .isEqualTo("kind,ended.count,ended.mean,ended.median,ended.p25,ended.p75,ended.p90,ended.shareOver,"
                        + "open.count,open.median,open.shareOver,leftOut\r\n"
                        + "COMPLAINT,0,,,,,,,2,669.5,,0\r\n"
                        + "CONDUCT,1,10.0,10.0,10.0,10.0,10.0,,0,,,0\r\n");
        assertThat(text(get(
                        "/durations?unit=cases&from=REPORTED&to=CLOSED&groupBy=kind&asAt=2021-12-31&zeros=true&format=csv",
                        "")))
                .contains("\r\nDEATH_OR_SERIOUS_INJURY,0,[z],[z],");
    }

    @Test
    void flowsHaveThePeriodFirst() {
        assertThat(text(get("/flows?unit=cases&from=2019-01-01&to=2020-12-31&step=YEAR", CSV)))
                .isEqualTo(lines(
                        "from,to,start,received,closed,reopened,end",
                        "2019-01-01,2019-12-31,0,2,1,0,1",
                        "2020-01-01,2020-12-31,1,0,0,0,1"));
        assertThat(text(get(
                        "/flows?unit=cases&from=2018-01-01&to=2018-12-31&step=YEAR&groupBy=status&zeros=true", CSV)))
                .contains("CLOSED,0,0,0,0,0", "PENDING,0,0,0,0,0");
    }

    @Test
    void twoCountsAreComparedInOneTable() {
        assertThat(text(get("/compare?unit=cases&groupBy=status&asAt=2019-01-02&asAt2=2021-12-31", CSV)))
                .isEqualTo("status,count,count2,difference\r\nCLOSED,0,1,1\r\nPENDING,2,2,0\r\n");
    }

    @Test
    void membersAreAllInATableUnlessAPageIsAskedFor() {
        var all = text(get("/members?unit=cases&asAt=2021-12-31", CSV));
        assertThat(all.lines()).hasSize(4).first().asString().startsWith("caseId,reference,values.force,values.kind,");
        assertThat(all).contains(force + "-1,," + force + ",CONDUCT,", force + "-3,");
        assertThat(text(get("/members?unit=cases&asAt=2021-12-31&size=2", CSV)).lines())
                .hasSize(3);
        assertThat(text(get("/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=OPEN&asAt=2021-12-31", CSV))
                        .lines())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith(force + "-2,,1095,");
        assertThat(text(get("/flows/members?unit=cases&from=2019-01-01&to=2019-12-31&flow=CLOSED", CSV)))
                .contains("caseId,reference,times,", force + "-1,,1,");
    }

    @Test
    void membersHaveTheReferenceOfTheirCase() {
        var named = force + "-4";
        var opening = new CaseOpened(
                day("2019-02-01"),
                new ForceCode(force),
                CaseKind.DEATH_OR_SERIOUS_INJURY,
                CaseSource.PUBLIC,
                new Reference("CO 4/19"),
                null,
                null,
                null,
                null,
                null);
        record(named, opening, new CaseClosed(day("2019-02-11"), null));
        for (var call : List.of(
                "/members?unit=cases&asAt=2021-12-31",
                "/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=ENDED&asAt=2021-12-31",
                "/flows/members?unit=cases&from=2019-01-01&to=2019-12-31&flow=CLOSED")) {
            var ofKind = call + "&kind=DEATH_OR_SERIOUS_INJURY";
            assertThat(text(get(ofKind, CSV))).contains(named + ",CO 4/19,");
            assertThat(text(get(ofKind + "&size=1", CSV))).contains(named + ",CO 4/19,");
            assertThat(get(ofKind, ""))
                    .bodyJson()
                    .extractingPath("$.members[0].reference")
                    .isEqualTo("CO 4/19");
        }
    }

    @Test
    void aListHasTheAddressOfItsNextPageAtTheSameTimes() {
        var first = get("/members?unit=cases&asAt=2021-12-31&size=2", "");
        var next = first.getResponse().getHeader("Link");
        assertThat(next).matches("</api/v1/statistics/members\\?.*size=2.*&knownAt=.*&page=1>; rel=\"next\"");
        log.add(RecordId.of(new CaseId(force + "-4")), opened("2019-01-01", CaseKind.CONDUCT));

        var second = ask("auditor", next.substring("</api/v1/statistics".length(), next.indexOf('>')), "");

        assertThat(second).hasStatusOk().bodyJson().extractingPath("$.total").isEqualTo(3);
        assertThat(second).bodyJson().extractingPath("$.members").asArray().hasSize(1);
        assertThat(second.getResponse().getHeader("Link")).isNull();
    }

    private static List<String> next(MvcTestResult answer) {
        return answer.getResponse().getHeaders("Link").stream()
                .filter(link -> link.endsWith("rel=\"next\""))
                .toList();
    }

    @Test
    void aFileHasAllRowsAndNoNextPageUnlessAPageIsAskedFor() {
        for (var named : List.of("", "&format=csv")) {
            var whole = get("/members?unit=cases&asAt=2021-12-31" + named, CSV);
            assertThat(text(whole)).contains(force + "-1", force + "-2", force + "-3");
            assertThat(next(whole)).isEmpty();

            var page = get("/members?unit=cases&asAt=2021-12-31&size=2" + named, CSV);
            assertThat(next(page)).singleElement().asString().endsWith("&page=1" + named + ">; rel=\"next\"");
        }
        assertThat(next(get("/members?unit=cases&asAt=2021-12-31&size=2&format=xlsx", "")))
                .singleElement()
                .asString()
                .contains("&page=1&format=xlsx>");
    }

    @Test
    void anAnswerAsKnownThenIsTheSameWhateverListsSaySince() {
        codes.put(CodeList.FORCES, List.of(new Code(force, "Known then")), "admin");
        var more = "&asAt=2021-12-31&zeros=true";
        var calls = List.of(
                "?unit=cases&groupBy=force,kind",
                "?unit=allegations&groupBy=category",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&groupBy=force",
                "/compare?unit=cases&groupBy=force&asAt2=2020-12-31");
        String knownAt = JsonPath.read(text(ask("auditor", "?unit=cases", "")), "$.knownAt");
        var known = more + "&knownAt=" + knownAt;
        var before = calls.stream()
                .flatMap(call ->
                        Stream.of("", "&format=csv").map(format -> text(ask("auditor", call + known + format, ""))))
                .toList();
        var headed = text(get("?unit=cases" + known + "&format=csv", ""));
        assertThat(headed).contains("Force: Known then.");

        codes.put(
                CodeList.FORCES,
                List.of(new Code(force, "Renamed since"), new Code(force + "_NEW", "Founded since")),
                "admin");
        codes.put(CodeList.CATEGORIES, List.of(new Code(force + "_NEW", "Thought of since")), "admin");

        assertThat(calls.stream()
                        .flatMap(call -> Stream.of("", "&format=csv")
                                .map(format -> text(ask("auditor", call + known + format, "")))))
                .isEqualTo(before);
        assertThat(text(get("?unit=cases" + known + "&format=csv", ""))).isEqualTo(headed);
        assertThat(text(get("?unit=cases" + more + "&format=csv", ""))).contains("Force: Renamed since.");
        assertThat(text(ask("auditor", calls.getFirst() + more, ""))).contains(force + "_NEW");
    }

    @Test
    void whatCannotChangeMayBeCachedByItsReader() {
        var count = get("?unit=cases&asAt=2019-12-31", "");
        var knownAt = last.recordedAt().toString();
        assertThat(count.getResponse().getHeader("Cache-Control")).contains("no-store");
        log.add(RecordId.of(new CaseId(force + "-4")), opened("2019-01-01", CaseKind.CONDUCT));
        get("?unit=cases", "");
        last = log.add(RecordId.of(new CaseId(force + "-5")), opened("2019-01-01", CaseKind.CONDUCT))
                .getLast();

        assertThat(get("?unit=cases&asAt=2019-12-31&knownAt=" + knownAt, "")
                        .getResponse()
                        .getHeader("Cache-Control"))
                .isEqualTo("max-age=86400, private");
        assertThat(get("?unit=cases&knownAt=" + knownAt, "").getResponse().getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(get("?unit=cases&asAt=2019-12-31&knownAt=2999-01-01T00:00:00Z", "")
                        .getResponse()
                        .getHeader("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void aFileForPeopleIsNamedAndHeaded() {
        var answer = get("?unit=cases&groupBy=force&asAt=2021-12-31&format=csv", "text/html,*/*;q=0.8");

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"cases-by-force.csv\"");
        assertThat(text(answer))
                .startsWith("# Cases by force. Population: Force: ")
                .contains(
                        "As at 31 December 2021, as known at ",
                        "Definitions 202",
                        "\r\n# Call: /api/v1/statistics?unit=cases&groupBy=force&force=" + force
                                + "&asAt=2021-12-31&knownAt=",
                        "\r\n# As at: What had happened")
                .endsWith("\r\nforce,count\r\n" + force + ",3\r\n");
    }

    @Test
    void workbooksHaveWords() throws Exception {
        var answer = get("?unit=cases&groupBy=kind&asAt=2021-12-31", "application/vnd.oasis.opendocument.spreadsheet");

        var sheet = new SpreadSheet(
                        new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))
                .getSheet("Table");
        var cells = sheet.getDataRange().getValues();
        assertThat(List.of(cells[5])).containsExactly("Kind", "Count");
        assertThat(cells[6][0]).isEqualTo("Complaint");
        assertThat(get("?unit=cases&groupBy=kind&format=xlsx", ""))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(get("?unit=cases&groupBy=kind&format=csvw", ""))
                .hasStatusOk()
                .hasContentType("application/csvm+json");
    }

    @ParameterizedTest
    @CsvSource({"?unit=cases&format=pdf, ''", "/members?unit=cases&format=CSV, ''"})
    void aFormatThatThereIsNotIsRefusedByName(String call, String accept) {
        assertThat(ask("auditor", call, accept))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly("format");
    }

    @ParameterizedTest
    @ValueSource(strings = {CSV, "application/vnd.oasis.opendocument.spreadsheet", "application/json"})
    void refusalsAreProblemDocumentsWhateverIsAccepted(String accept) {
        assertThat(ask("auditor", "?unit=nothing", accept))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PARAMETER_INVALID");
        assertThat(ask("analyst", "/members?unit=cases", accept))
                .hasStatus(403)
                .hasContentType("application/problem+json");
    }

    @Test
    void jsonIsWhatIsAnsweredToWhoeverAcceptsAnything() {
        for (var accept : new String[] {"", "*/*", "application/json", "text/html,application/xhtml+xml,*/*;q=0.8"}) {
            assertThat(get("?unit=cases&asAt=2021-12-31", accept)).hasStatusOk().hasContentType("application/json");
        }
    }
}
