package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.conductregister.entries.CodeList;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.platform.codelists.Code;
import org.conductregister.platform.codelists.KnownCodes;
import org.conductregister.platform.datedlists.Headcount;
import org.conductregister.platform.datedlists.Headcounts;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.FindingCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.Label;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Counts of one force that no other test knows, another for each test. */
@QueryServiceTest
class StatisticsHttpTest {

    private static int forces;

    private final String force = "COUNTED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Autowired
    KnownCodes codes;

    @Autowired
    Headcounts headcounts;

    private Recorded last;

    @BeforeEach
    void twoCasesAndAnOfficer() {
        record(
                RecordId.of(new CaseId(force + "-1")),
                opened("2012-01-31"),
                reported("2012-02-02", "A1", force + "-O"),
                reported("2012-02-02", "A2", null),
                new AllegationClosed(day("2012-03-31"), new AllegationId("A2"), null, null, null));
        record(
                RecordId.of(new CaseId(force + "-2")),
                opened("2012-03-01"),
                new CaseReferredToWatchdog(day("2012-03-02"), ReferralBasis.MANDATORY, null, null));
        record(
                RecordId.of(new OfficerId(force + "-O")),
                new OfficerRegistered(
                        day("2012-01-01"), new ForceCode("ELSEWHERE"), Workforce.POLICE_STAFF, null, null, null));
    }

    @Test
    void aCountStatesItsUnitItsTimesItsPopulationAndItsDefinitions() {
        assertThat(get("?unit=allegations&groupBy=status,reportedYear&asAt=2012-03-31&reportedFrom=2012-01-01"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"unit": "allegations", "asAt": "2012-03-31", "knownAt": "%s", "position": %d, "total": 2,
                 "population": {"force": ["%s"], "reportedFrom": "2012-01-01"},
                 "groups": [{"status": "CLOSED", "reportedYear": 2012, "count": 1},
                            {"status": "PENDING", "reportedYear": 2012, "count": 1}]}""".formatted(last.recordedAt(), last.position(), force));
        assertThat(get("?unit=allegations&groupBy=status"))
                .bodyJson()
                .extractingPath("$.definitions")
                .asMap()
                .containsOnlyKeys("version", "unit", "asAt", "pending", "closed", "population.force");
    }

    @Test
    void groupsHaveTheirDimensionsAndTheirCountAndNothingElse() {
        assertThat(get("?unit=cases&groupBy=status&groupBy=finalised&asAt=2012-03-31"))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .containsExactly(Map.of("status", "PENDING", "finalised", false, "count", 2));
    }

    @Test
    void withoutGroupsThereIsOneOrNone() {
        assertThat(get("?unit=cases&asAt=2012-02-29")).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "groups": [{"count": 1}]}""");
        assertThat(get("?unit=cases&asAt=2011-12-31")).bodyJson().isLenientlyEqualTo("""
                {"total": 0, "groups": []}""");
    }

    @Test
    void aPopulationCanBeLimitedToWhatHasEverBeenSo() {
        assertThat(get("?unit=allegations&ever.status=CLOSED&groupBy=status&asAt=2012-04-30"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 1, "population": {"ever.status": ["CLOSED"]}, "groups": [{"status": "CLOSED", "count": 1}]}""");
        assertThat(get("?unit=cases&ever.status=CLOSED&asAt=2012-04-30"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 1}""");
        assertThat(get("?unit=officers&ever.status=CLOSED&asAt=2012-04-30"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 0}""");
        assertThat(get("?unit=allegations&ever.status=CLOSED&asAt=2012-03-30"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 0}""");
        assertThat(get("?unit=allegations&ever.status=CLOSED"))
                .bodyJson()
                .extractingPath("$.definitions")
                .asMap()
                .containsKey("ever");
    }

    @ParameterizedTest
    @CsvSource({
        "ever.misconduct, NOTHING",
        "ever.force, KNET",
        "ever.barred, BARRED",
        "ever.reportedFinancialYear, 2016"
    })
    void whatCanNeverHaveBeenSoIsRefusedByName(String parameter, String value) {
        assertThat(ask("?unit=officers&" + parameter + "=" + value))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly(parameter);
    }

    @Test
    void financialYearsBeginInApril() {
        assertThat(get("?unit=allegations&groupBy=reportedFinancialYear,proceedings,regime"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"groups": [{"reportedFinancialYear": "2011/12", "proceedings": "NONE", "regime": "UNKNOWN", "count": 2}]}""");
    }

    @Test
    void whatWasKnownBeforeTheRegisterBeganIsNothing() {
        assertThat(get("?unit=cases&knownAt=1999-01-01T00:00:00Z")).bodyJson().isLenientlyEqualTo("""
                {"total": 0, "knownAt": "1999-01-01T00:00:00Z", "position": 0}""");
    }

    @Test
    void aSeriesHasAPointAtTheEndOfEachPeriodAndAtItsOwnEnd() {
        assertThat(get("/series?unit=cases&groupBy=referral&from=2012-01-15&to=2012-03-02&step=MONTH"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"unit": "cases", "from": "2012-01-15", "to": "2012-03-02", "step": "MONTH", "position": %d,
                 "points": [
                   {"asAt": "2012-01-31", "groups": [{"referral": "NOT_REFERRED", "count": 1}]},
                   {"asAt": "2012-02-29", "groups": [{"referral": "NOT_REFERRED", "count": 1}]},
                   {"asAt": "2012-03-02", "groups": [{"referral": "AWAITING_DECISION", "count": 1},
                                                     {"referral": "NOT_REFERRED", "count": 1}]}]}""".formatted(last.position()));
    }

    @ParameterizedTest
    @CsvSource({"DAY, 32", "WEEK, 5", "MONTH, 3", "QUARTER, 1", "YEAR, 1"})
    void theStepSaysHowFarApartThePointsAre(String step, int points) {
        assertThat(get("/series?unit=cases&from=2012-01-31&to=2012-03-02&step=" + step))
                .bodyJson()
                .extractingPath("$.points.length()")
                .isEqualTo(points);
    }

    @Test
    void aComparisonShowsBothTablesAndTheDifferenceOfEachGroupOfEither() {
        assertThat(get("/compare?unit=cases&groupBy=referral&asAt=2012-02-29&asAt2=2012-03-02"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"first": {"asAt": "2012-02-29", "total": 1}, "second": {"asAt": "2012-03-02", "total": 2},
                 "difference": [
                   {"referral": "AWAITING_DECISION", "count": 0, "count2": 1, "difference": 1},
                   {"referral": "NOT_REFERRED", "count": 1, "count2": 1, "difference": 0}]}""");
    }

    @Test
    void aComparisonOfTwoInstantsShowsWhatWasLearntInBetween() {
        var before = last.recordedAt();
        record(RecordId.of(new CaseId(force + "-3")), opened("2012-01-31"));

        assertThat(get("/compare?unit=cases&asAt=2012-02-29&knownAt2=" + before))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"first": {"asAt": "2012-02-29", "total": 2, "knownAt": "%s"},
                 "second": {"asAt": "2012-02-29", "total": 1, "knownAt": "%s"},
                 "difference": [{"count": 2, "count2": 1, "difference": -1}]}""".formatted(last.recordedAt(), before));
    }

    @Test
    void theMembersOfACountAreNamedWithTheirDimensions() {
        assertThat(get("/members?unit=allegations&status=PENDING&asAt=2012-03-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"unit": "allegations", "total": 1, "page": 0, "size": 50, "position": %d, "members": [
                  {"caseId": "%2$s-1", "allegationId": "A1", "officerId": "%2$s-O",
                   "values": {"status": "PENDING", "category": "RAPE", "employment": "SERVING"}}]}""".formatted(last.position(), force));
        assertThat(get("/members?unit=allegations&finalised=true&asAt=2012-03-31"))
                .bodyJson()
                .extractingPath("$.members[*].allegationId")
                .isEqualTo(List.of("A2"));
        assertThat(get("/members?unit=referrals&asAt=2012-03-31")).bodyJson().isLenientlyEqualTo("""
                {"members": [{"caseId": "%s-2", "referredOn": "2012-03-02"}]}""".formatted(force));
    }

    @Test
    void theForceThatAnOfficerServesInIsAskedForAsAGroup() {
        assertThat(get("/members?unit=officers&by.force=ELSEWHERE")).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "members": [{"officerId": "%s-O", "values": {"force": "ELSEWHERE"}}]}""".formatted(
                        force));
        assertThat(get("/members?unit=officers&by.force=" + force)).bodyJson().isLenientlyEqualTo("""
                {"total": 0}""");
    }

    @Test
    void theMembersOfAResponseAreARecommendationAndAForce() {
        record(
                RecordId.of(new RecommendationId(force + "-R")),
                new RecommendationIssued(
                        day("2014-01-01"),
                        new Label("An inspectorate"),
                        new ThemeCode("CULTURE"),
                        new ForceCodes(List.of(new ForceCode(force))),
                        day("2014-03-31"),
                        null));

        assertThat(get("/members?unit=responses&response=OVERDUE&asAt=2014-04-01"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 1, "members": [{"recommendationId": "%1$s-R", "force": "%1$s"}]}""".formatted(force));
    }

    @ParameterizedTest
    @CsvSource({
        "?unit=cases&groupBy=colour, groupBy",
        "?unit=cases&groupBy=outcome, groupBy",
        "?unit=cases&groupBy=force&groupBy=force, groupBy",
        "?unit=people, unit",
        "?groupBy=force, unit",
        "?unit=cases&asAt=2012-02-30, asAt",
        "?unit=cases&asAt=2012-02-03&asAt=2012-02-04, asAt",
        "?unit=cases&knownAt=noon, knownAt",
        "?unit=cases&atLeast=soon, atLeast",
        "?unit=cases&kind=RUMOUR, kind",
        "?unit=cases&source=HEARSAY, source",
        "?unit=cases&workforce=TRAITOR, workforce",
        "?unit=cases&recommendationId=R1, recommendationId",
        "?unit=cases&reportedFrom=2012-01-02&reportedTo=2012-01-01, reportedTo",
        "?unit=responses&category=RAPE, category",
        "?unit=responses&reportedFrom=2012-01-01, reportedFrom",
        "?unit=cases&status=PENDING, status",
        "?unit=cases&colour=blue, colour",
        "/members?unit=cases&status=OPEN, status",
        "/members?unit=cases&by.force=KENT&by.colour=blue, by.colour",
        "/members?unit=cases&finalised=perhaps, finalised",
        "/members?unit=cases&allegationCount=some, allegationCount",
        "/members?unit=cases&size=1001, size",
        "/members?unit=cases&size=0, size",
        "/members?unit=cases&page=-1, page",
        "/series?unit=cases&to=2012-01-01&step=DAY, from",
        "/series?unit=cases&from=2012-01-01&step=DAY, to",
        "/series?unit=cases&from=2012-01-01&to=2012-01-02, step",
        "/series?unit=cases&from=2012-01-01&to=2012-01-02&step=FORTNIGHT, step",
        "/series?unit=cases&from=2012-01-02&to=2012-01-01&step=DAY, to",
        "/series?unit=cases&from=1990-01-01&to=2012-01-01&step=DAY, step",
        "/compare?unit=cases&asAt2=tomorrow, asAt2",
        "/compare?unit=cases&knownAt2=tomorrow, knownAt2"
    })
    void whatCannotBeAskedIsRefusedByName(String asked, String parameter) {
        assertThat(ask(asked)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                {"code": "PARAMETER_INVALID", "errors": [{"parameter": "%s"}]}""".formatted(parameter));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ?unit=cases&force=KNET                    | force    | force cannot be KNET, which is not on the list of forces (see /api/v1/code-lists); did you mean KENT?
        ?unit=allegations&category=STALKNG        | category | category cannot be STALKNG, which is not on the list of categories (see /api/v1/code-lists); did you mean STALKING?
        /members?unit=officers&by.force=ATLANTIS  | force    | force cannot be ATLANTIS, which is not on the list of forces (see /api/v1/code-lists)
        /members?unit=allegations&finding=FOUND_X | finding  | finding cannot be FOUND_X, which is not on the list of findings (see /api/v1/code-lists)
        ?unit=cases&force=KENT,ESSEX              | force    | force takes one value each time it is given, without commas; for several, repeat it: force=KENT&force=ESSEX
        ?unit=cases&tag=A,B                       | tag      | tag takes one value each time it is given, without commas; for several, repeat it: tag=A&tag=B
        ?unit=cases&kind=CONDUCT,COMPLAINT        | kind     | kind takes one value each time it is given, without commas; for several, repeat it: kind=CONDUCT&kind=COMPLAINT
        /members?unit=cases&status=PENDING,CLOSED | status   | status takes one value each time it is given, without commas; for several, repeat it: status=PENDING&status=CLOSED
        /series?unit=cases&from=2012-01-01&to=2012-01-02&step=DAY&asAt=2012-01-01 | asAt | asAt does not go with the days from and to; leave it out
        """)
    void whatWouldCountNothingOrSomethingElseIsRefusedInWords(String asked, String parameter, String detail) {
        assertThat(ask(asked)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
            {"code": "PARAMETER_INVALID", "detail": "%s", "errors": [{"parameter": "%s"}]}\
            """.formatted(detail, parameter));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThat(parametersRefused("/series?unit=cases&step=YEAR")).isEqualTo(List.of("from", "to"));
        assertThat(parametersRefused("/series?asat=2012-01-01&category=RAPES&groupBy=status&kind=RUMOUR"))
                .isEqualTo(List.of("unit", "kind", "from", "to", "step", "asat", "category"));
        assertThat(parametersRefused("/compare?unit=cases&asAt=soon&asAt2=later&groupBy=colour"))
                .isEqualTo(List.of("asAt", "asAt2", "groupBy"));
        assertThat(parametersRefused("/members?unit=cases&page=x&size=0&status=OPEN"))
                .isEqualTo(List.of("status", "page", "size"));
    }

    private Object parametersRefused(String asked) {
        return JsonPath.read(text(ask(asked)), "$.errors[*].parameter");
    }

    private static String text(MvcTestResult answer) {
        assertThat(answer).hasStatus(400);
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aTagOrARecommendationThatThereIsNotCountsNothing() {
        assertThat(get("?unit=cases&tag=UNHEARD_OF")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"total": 0}""");
        assertThat(ask("?unit=responses&recommendationId=UNHEARD-OF")).hasStatusOk();
    }

    @Test
    void aCodeOfAListThatNobodyHasUsedCountsNothing() {
        assertThat(ask("?unit=cases&force=CITY_OF_LONDON&category=STALKING"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 0}""");
    }

    @Test
    void aCodeIsKnownAsSoonAsItIsOnItsList() {
        assertThat(ask("?unit=cases&force=NEWLY_FOUNDED")).hasStatus(400);

        codes.put(CodeList.FORCES, List.of(new Code("NEWLY_FOUNDED", "Newly Founded Police")), "admin");

        assertThat(ask("?unit=cases&force=NEWLY_FOUNDED")).hasStatusOk();
    }

    @Test
    void aFindingIsUpheldFromTheInstantItIsMarkedOn() {
        var finding = force + "_FINDING";
        codes.put(CodeList.FINDINGS, List.of(new Code(finding, "As this force words it")), "admin");
        record(
                RecordId.of(new CaseId(force + "-1")),
                reported("2012-02-02", "A3", null),
                new AllegationClosed(day("2012-03-31"), new AllegationId("A3"), new FindingCode(finding), null, null));
        var ofFinding = "/members?unit=allegations&by.finding=" + finding;

        var before = JsonPath.<String>read(okText(get("?unit=allegations&groupBy=finding,result")), "$.knownAt");
        codes.put(CodeList.FINDINGS, List.of(new Code(finding, "As this force words it", true)), "admin");
        var after = okText(get("?unit=allegations&groupBy=finding,result"));

        assertThat(Instant.parse(JsonPath.read(after, "$.knownAt"))).isAfter(Instant.parse(before));
        assertThat(JsonPath.<List<Integer>>read(after, "$.groups[?(@.result == 'UPHELD')].count"))
                .containsExactly(1);
        assertThat(JsonPath.<List<String>>read(okText(get(ofFinding)), "$.members[*].values.result"))
                .containsExactly("UPHELD");
        assertThat(get("/members?unit=allegations&result=UPHELD")).bodyJson().isLenientlyEqualTo("{\"total\": 1}");
        assertThat(get("?unit=cases&groupBy=result&ever.result=UPHELD"))
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 1}");
        var then = okText(get("?unit=allegations&groupBy=finding,result&knownAt=" + before));
        assertThat(JsonPath.<List<Object>>read(then, "$.groups[?(@.result == 'UPHELD')]"))
                .isEmpty();
        assertThat(JsonPath.<String>read(then, "$.knownAt")).isEqualTo(before);
        assertThat(JsonPath.<List<String>>read(
                        okText(get(ofFinding + "&knownAt=" + before)), "$.members[*].values.result"))
                .containsExactly("NO_FURTHER_ACTION");
    }

    @Test
    void aRateIsOfTheHeadcountKnownThenOfTheLatestDay() {
        codes.put(CodeList.FORCES, List.of(new Code(force, "A force with staff")), "admin");
        var asked = "?unit=cases&groupBy=force,reportedYear&per=1000_STAFF&asAt=2012-12-31";
        var before = okText(get(asked));
        assertThat(before).doesNotContain("headcount\"");
        headcounts.put(
                List.of(
                        new Headcount(force, Workforce.POLICE_OFFICER, day("2011-03-31"), 300),
                        new Headcount(force, Workforce.POLICE_OFFICER, day("2012-03-31"), 400),
                        new Headcount(force, Workforce.POLICE_STAFF, day("2012-03-31"), 100),
                        new Headcount(force, Workforce.POLICE_OFFICER, day("2013-03-31"), 900)),
                "admin");

        assertThat(get(asked)).bodyJson().isLenientlyEqualTo("""
                {"groups": [{"reportedYear": 2012, "count": 2, "headcount": 500, "rate": 4.0}]}""");
        assertThat(get(asked.replace("2012-12-31", "2012-03-30"))).bodyJson().isLenientlyEqualTo("""
                {"groups": [{"count": 2, "headcount": 300}]}""");
        assertThat(get("?unit=cases&per=1000_STAFF&asAt=2012-12-31")).bodyJson().isLenientlyEqualTo("""
                {"groups": [{"count": 2, "headcount": 500, "rate": 4.0}]}""");
        assertThat(okText(get("?unit=cases&workforce=VOLUNTEER&workforce=UNKNOWN&per=1000_STAFF")))
                .doesNotContain("headcount\"");
        assertThat(okText(get(asked))).contains("\"rate\":\"The count for each 1,000");
        var knownAt = JsonPath.<String>read(before, "$.knownAt");
        assertThat(okText(get(asked + "&knownAt=" + knownAt))).isEqualTo(before);
        assertThat(ask("?unit=cases&per=1000_STAFF")).hasStatus(400);
        assertThat(get("?unit=cases&per=DOZEN")).hasStatus(400);
        assertThat(get("/series?unit=cases&from=2011-01-01&to=2013-12-31&step=YEAR&per=1000_STAFF"))
                .bodyJson()
                .extractingPath("$.points[*].groups[0].headcount")
                .asArray()
                .containsExactly(500, 1000);
    }

    @Test
    void flowsHaveTheRateOfWhatWasReceivedAndSayWhereAHeadcountIsMissing() throws Exception {
        codes.put(CodeList.FORCES, List.of(new Code(force, "A force with staff")), "admin");
        var asked = "/flows?unit=cases&groupBy=force&from=2011-01-01&to=2012-12-31&step=YEAR&per=1000_STAFF&zeros=true";
        assertThat(get(asked))
                .bodyJson()
                .extractingPath("$.periods[*].groups[0].headcountMissing[0]")
                .asArray()
                .containsExactly(force, force);
        headcounts.put(List.of(new Headcount(force, Workforce.POLICE_OFFICER, day("2012-03-31"), 500)), "admin");

        assertThat(get(asked)).bodyJson().isLenientlyEqualTo("""
                {"periods": [{"groups": [{"received": 0, "headcountMissing": ["%s"]}]},
                             {"groups": [{"received": 2, "headcount": 500, "rate": 4.0}]}]}""".formatted(force));
        assertThat(get(asked))
                .bodyJson()
                .extractingPath("$.definitions.rate")
                .asString()
                .startsWith("The number received");
        assertThat(lines(asked))
                .containsExactly(
                        "from,to,force,start,received,closed,reopened,end,headcount,rate",
                        "2011-01-01,2011-12-31," + force + ",0,0,0,0,0,[x],[x]",
                        "2012-01-01,2012-12-31," + force + ",0,2,0,0,2,500,4.0");
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&per=1000_STAFF"))
                .hasStatus(400);
        assertThat(ask("/flows?unit=cases&from=2011-01-01&to=2012-12-31&step=YEAR&per=1000_STAFF"))
                .hasStatus(400);
    }

    @Test
    void aTableOfRatesHasThemBesideTheCounts() throws Exception {
        codes.put(CodeList.FORCES, List.of(new Code(force, "A force with staff")), "admin");
        headcounts.put(List.of(new Headcount(force, Workforce.POLICE_OFFICER, day("2012-03-31"), 500)), "admin");

        assertThat(lines("?unit=cases&groupBy=force&per=1000_STAFF&asAt=2012-12-31"))
                .containsExactly("force,count,headcount,rate", force + ",2,500,4.0");
        assertThat(lines("?unit=cases&groupBy=force&per=1000_STAFF&asAt=2012-03-30"))
                .containsExactly("force,count,headcount,rate", force + ",2,[x],[x]");
        assertThat(lines("?unit=cases&per=1000_STAFF&asAt=2012-12-31")).endsWith("2,500,4.0");
        assertThat(lines("/series?unit=cases&groupBy=force&from=2012-12-31&to=2012-12-31&step=YEAR&per=1000_STAFF"))
                .containsExactly("asAt,force,count,headcount,rate", "2012-12-31," + force + ",2,500,4.0");
        assertThat(lines("/compare?unit=cases&groupBy=force&per=1000_STAFF&asAt=2012-03-30&asAt2=2012-12-31"))
                .containsExactly("force,count,count2,difference,rate,rate2", force + ",2,2,0,[x],4.0");
        assertThat(get("?unit=cases&groupBy=force,status&columns=status&per=1000_STAFF"))
                .hasStatus(400);
    }

    private List<String> lines(String call) throws Exception {
        var answer = get(call + "&format=csv");
        return answer.getResponse()
                .getContentAsString()
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("\uFEFF#"))
                .toList();
    }

    @Test
    void aCaseAndAPersonCanBeAskedForWithAnotherAllegationToo() {
        record(
                RecordId.of(new CaseId(force + "-1")),
                new AllegationReported(
                        day("2012-02-03"),
                        new AllegationId("A9"),
                        new CategoryCode("COMPUTER_MISUSE"),
                        new OfficerId(force + "-O"),
                        null,
                        null,
                        null,
                        null));

        for (var unit : List.of("cases", "officers")) {
            assertThat(get("?unit=" + unit + "&category=RAPE&alsoCategory=COMPUTER_MISUSE"))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"total\": 1}");
            assertThat(get("?unit=" + unit + "&category=COMPUTER_MISUSE&alsoCategory=COMPUTER_MISUSE"))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"total\": 0}");
            assertThat(get("/members?unit=" + unit + "&category=COMPUTER_MISUSE&alsoCategory=RAPE"))
                    .bodyJson()
                    .isLenientlyEqualTo("{\"total\": 1}");
        }
        assertThat(get("?unit=allegations&alsoCategory=RAPE")).hasStatus(400);
        assertThat(get("?unit=cases&alsoCategory=SORCERY")).hasStatus(400);
    }

    private static String okText(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void aPositionThatIsNotReachedInTimeIsAnsweredWithRetryAfter() {
        assertThat(ask("?unit=cases&atLeast=1000000"))
                .hasStatus(503)
                .containsHeader("Retry-After")
                .bodyJson()
                .isEqualTo("""
                {"code": "VIEW_BEHIND", "status": 503}""", JsonCompareMode.LENIENT);
    }

    @Test
    void analystsSeeCountsAndNoMembers() {
        for (var path : List.of("", "/compare")) {
            assertThat(http.get()
                            .uri("/api/v1/statistics" + path + "?unit=cases")
                            .with(httpBasic("analyst", "open sesame")))
                    .hasStatusOk();
        }
        assertThat(http.get().uri("/api/v1/statistics/members?unit=cases").with(httpBasic("analyst", "open sesame")))
                .hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/statistics, unit groupBy force withoutTag reportedFrom asAt knownAt atLeast",
        "/api/v1/statistics/series, unit groupBy from to step knownAt",
        "/api/v1/statistics/compare, unit groupBy asAt asAt2 knownAt knownAt2",
        "/api/v1/statistics/members, unit by.status page size asAt",
        "/api/v1/cases, force status officerId q page size asAt knownAt atLeast"
    })
    void theApiDocumentsSayWhatCanBeAsked(String path, String parameters) {
        assertThat(http.get().uri("/v3/api-docs").with(httpBasic("auditor", "open sesame")))
                .bodyJson()
                .extractingPath("$.paths['%s'].get.parameters[*].name".formatted(path))
                .asArray()
                .contains((Object[]) parameters.split(" "))
                .doesNotContain("parameters");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /?force=KNET           | force cannot be KNET, which is not on the list of forces (see /api/v1/code-lists); did you mean KENT?
        /?force=KENT,ESSEX     | force takes one value each time it is given, without commas; for several, repeat it: force=KENT&amp;force=ESSEX
        /?unit=people          | unit must be one of allegations, cases, officers, referrals, responses
        /?groupBy=statuss      | groupBy cannot be statuss; did you mean status?
        /statistics/compare?force=KNET   | force cannot be KNET
        /statistics/members?force=KNET   | force cannot be KNET
        /cases?force=KNET      | force cannot be KNET
        /officers?force=KNET   | force cannot be KNET
        /audit/known?unit=cases&knownAt=2018-06-02&force=KNET                       | cannot be KNET
        /audit/compare?unit=cases&knownAt=2018-06-02&knownAt2=2018-06-03&force=KNET | cannot be KNET
        """)
    void pagesSayWhatCannotBeMeantToo(String page, String words) {
        assertThat(http.get().uri(page).accept("text/html").with(httpBasic("auditor", "open sesame")))
                .bodyText()
                .contains(words);
    }

    @Test
    void theApiDocumentsDoNotOfferADayToASeries() {
        assertThat(http.get().uri("/v3/api-docs").with(httpBasic("auditor", "open sesame")))
                .bodyJson()
                .extractingPath("$.paths['/api/v1/statistics/series'].get.parameters[*].name")
                .asArray()
                .doesNotContain("asAt");
    }

    /** Asks about this test's force, when all that it has recorded is taken in. */
    private MvcTestResult get(String asked) {
        return ask(asked + "&force=" + force + "&atLeast=" + last.position());
    }

    private MvcTestResult ask(String asked) {
        return http.get()
                .uri("/api/v1/statistics" + asked)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private void record(RecordId record, Fact... facts) {
        last = log.add(record, facts).getLast();
    }

    private Fact opened(String day) {
        return new CaseOpened(
                day(day), new ForceCode(force), CaseKind.CONDUCT, CaseSource.POLICE, null, null, null, null);
    }

    private static Fact reported(String day, String allegation, String officer) {
        return new AllegationReported(
                day(day),
                new AllegationId(allegation),
                new CategoryCode("RAPE"),
                officer == null ? null : new OfficerId(officer),
                null,
                null,
                null,
                null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
