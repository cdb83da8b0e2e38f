package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Allegations by tag, of which several can hold: groups overlap, totals do not add them up, and every answer says so. */
@QueryServiceTest
class TagsHttpTest {

    private static final LocalDate DAY = LocalDate.of(2015, 3, 4);
    private static int forces;

    private final String force = "TAGGED_" + ++forces;
    private final String first = "T_A_" + forces;
    private final String second = "T_B_" + forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    /** One with both tags, one with the second (its case's), and two without, of which one is closed. */
    @BeforeEach
    void fourAllegations() {
        log.add(
                RecordId.of(new CaseId(force + "-1")),
                opened(null),
                reported("A1", Tags.of(first).and(Tags.of(second))),
                reported("A2", null),
                reported("A3", null),
                new AllegationClosed(DAY.plusDays(10), new AllegationId("A3"), null, null, null));
        last = log.add(
                        RecordId.of(new CaseId(force + "-2")),
                        opened(Tags.of(second)),
                        reported("A1", null),
                        new AllegationClosed(DAY.plusDays(20), new AllegationId("A1"), null, null, null))
                .getLast()
                .position();
    }

    private CaseOpened opened(Tags tags) {
        return new CaseOpened(DAY, new ForceCode(force), CaseKind.CONDUCT, CaseSource.POLICE, null, null, tags, null);
    }

    private static AllegationReported reported(String id, Tags tags) {
        return new AllegationReported(
                DAY, new AllegationId(id), new CategoryCode("OTHER"), null, null, tags, null, null);
    }

    @Test
    void anAllegationIsCountedUnderEachOfItsTagsAndOnceInTheTotal() {
        var answer = get("?unit=allegations&groupBy=tag&asAt=2015-12-31");

        assertThat(answer).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"total": 4, "overlapping": ["tag"],
                 "groups": [{"tag": "NONE", "count": 2}, {"tag": "%s", "count": 1}, {"tag": "%s", "count": 2}]}""".formatted(first, second));
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.definitions.tag")
                .asString()
                .contains("several may hold");
        assertThat(get("?unit=allegations&groupBy=status&asAt=2015-12-31"))
                .bodyJson()
                .doesNotHavePath("$.overlapping");
    }

    @Test
    void withAnotherDimensionEachCombinationIsAGroup() {
        assertThat(get("?unit=allegations&groupBy=tag,status&asAt=2015-12-31"))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .containsExactly(
                        Map.of("tag", "NONE", "status", "CLOSED", "count", 1),
                        Map.of("tag", "NONE", "status", "PENDING", "count", 1),
                        Map.of("tag", first, "status", "PENDING", "count", 1),
                        Map.of("tag", second, "status", "CLOSED", "count", 1),
                        Map.of("tag", second, "status", "PENDING", "count", 1));
    }

    @Test
    void membersAreAskedOfByATagAndNameAllOfTheirs() {
        var both = get("/members?unit=allegations&by.tag=" + first + "&asAt=2015-12-31");
        assertThat(both).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "members": [{"caseId": "%s-1", "allegationId": "A1", "values": {"tag": ["%s", "%s"]}}]}""".formatted(force, first, second));
        assertThat(get("/members?unit=allegations&by.tag=NONE&asAt=2015-12-31"))
                .bodyJson()
                .extractingPath("$.members[*].allegationId")
                .asArray()
                .containsExactly("A2", "A3");
        assertThat(lines("/members?unit=allegations&by.tag=" + first + "&asAt=2015-12-31"))
                .last()
                .asString()
                .contains("," + first + " " + second + ",");
    }

    @Test
    void seriesComparisonsDurationsAndFlowsHaveThemToo() {
        assertThat(get("/series?unit=allegations&groupBy=tag&from=2015-12-31&to=2015-12-31&step=YEAR"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"overlapping": ["tag"], "points": [{"groups": [{"tag": "NONE"}, {"tag": "%s"}, {"tag": "%s", "count": 2}]}]}""".formatted(first, second));
        assertThat(get("/compare?unit=allegations&groupBy=tag&asAt=2015-03-03&asAt2=2015-12-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"second": {"total": 4}, "difference": [{"tag": "NONE", "difference": 2}, {"tag": "%s", "difference": 1},
                 {"tag": "%s", "difference": 2}]}""".formatted(first, second));
        assertThat(get("/durations?unit=allegations&from=REPORTED&to=CLOSED&groupBy=tag&asAt=2015-12-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"overlapping": ["tag"],
                 "groups": [{"tag": "NONE", "ended": {"count": 1, "median": 10.0}, "open": {"count": 1}},
                            {"tag": "%s", "ended": {"count": 0}, "open": {"count": 1}},
                            {"tag": "%s", "ended": {"count": 1, "median": 20.0}, "open": {"count": 1}}]}""".formatted(first, second));
        assertThat(get("/flows?unit=allegations&groupBy=tag&from=2015-01-01&to=2015-12-31&step=YEAR"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"overlapping": ["tag"], "periods": [{"groups": [
                   {"tag": "NONE", "start": 0, "received": 2, "closed": 1, "reopened": 0, "end": 1},
                   {"tag": "%s", "start": 0, "received": 1, "closed": 0, "reopened": 0, "end": 1},
                   {"tag": "%s", "start": 0, "received": 2, "closed": 1, "reopened": 0, "end": 1}]}]}""".formatted(first, second));
    }

    @Test
    void aPopulationCanBeLimitedToWhatHasEverHadATag() {
        assertThat(get("?unit=cases&ever.tag=" + second)).bodyJson().isLenientlyEqualTo("{\"total\": 2}");
        assertThat(get("?unit=allegations&ever.tag=" + second + "&ever.tag=NONE"))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 4}");
    }

    @Test
    void aFileSaysThatGroupsOverlapAndHasTheTotalCounted() {
        var csv = text(get("?unit=allegations&groupBy=tag&totals=true&asAt=2015-12-31&format=csv"));

        assertThat(csv).contains("Groups by tag overlap: one of the allegations can be in several");
        assertThat(lines("?unit=allegations&groupBy=tag&totals=true&asAt=2015-12-31"))
                .containsExactly("tag,count", "NONE,2", first + ",1", second + ",2", "TOTAL,4");
        assertThat(lines("?unit=allegations&groupBy=tag,status&columns=tag&totals=true&asAt=2015-12-31"))
                .last()
                .isEqualTo("TOTAL,2,1,2,4");
    }

    @Test
    void itCannotBePublishedAndSaysWhy() {
        for (var rule : List.of("", "&suppressBelow=0", "&roundTo=5")) {
            assertThat(get("/export?unit=allegations&groupBy=tag&asAt=2015-12-31" + rule))
                    .as(rule)
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.detail")
                    .asString()
                    .startsWith("Several values of tag can hold at once");
        }
    }

    @Test
    void theTableBuilderHasThemWithSharesOfTheTrueTotal() {
        var page = new Pages(http, "analyst")
                .see("/statistics/table?unit=allegations&rows=tag&shares=ALL&asAt=2015-12-31&force=%s&atLeast=%d"
                        .formatted(force, last));

        assertThat(page.text()).contains("Groups by tag overlap", "2 50.0%", "1 25.0%", "Total 4 100.0%");
    }

    private MvcTestResult get(String asked) {
        return http.get()
                .uri("/api/v1/statistics" + asked + "&force=" + force + "&atLeast=" + last)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private List<String> lines(String asked) {
        return text(get(asked + "&format=csv"))
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\uFEFF#"))
                .toList();
    }

    private static String text(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }
}
