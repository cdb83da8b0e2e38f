package org.conductregister.query.statistics.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.Map;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Fact;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How long cases of one force took, and what came and went; another force for each test. */
@QueryServiceTest
class MovementHttpTest {

    private static int forces;

    private final String force = "TIMED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private Recorded last;

    /** One that was reopened, one that was suspended, and one still open. */
    @BeforeEach
    void threeCases() {
        record(
                force + "-1",
                opened("2019-01-01"),
                new CaseClosed(day("2019-01-11"), null),
                new CaseReopened(day("2019-03-01"), new FreeText("new evidence"), null),
                new CaseClosed(day("2019-03-06"), null));
        record(
                force + "-2",
                opened("2019-01-01"),
                new InvestigationStarted(day("2019-01-01"), null),
                new InvestigationSuspended(day("2019-01-05"), null),
                new InvestigationResumed(day("2019-02-05"), null),
                new CaseClosed(day("2019-02-10"), null));
        record(force + "-3", opened("2019-01-01"));
    }

    @Test
    void daysForWhichItStoodClosedAreNotCounted() {
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&asAt=2019-12-31&over=365"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"unit": "cases", "asAt": "2019-12-31", "position": %d, "population": {"force": ["%s"]},
                 "from": "REPORTED", "to": "CLOSED", "clock": "CALENDAR", "suspension": "INCLUDED", "over": 365,
                 "groups": [{"ended": {"count": 2, "mean": 27.5, "median": 27.5, "p25": 21.25, "p75": 33.75, "p90": 37.5,
                                       "shareOver": 0.0},
                             "open": {"count": 1, "median": 364.0, "shareOver": 0.0}, "leftOut": 0}]}""".formatted(last.position(), force));
    }

    @Test
    void daysOfSuspensionCanBeLeftOut() {
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&suspension=EXCLUDED&asAt=2019-12-31&over=183"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"suspension": "EXCLUDED",
                 "groups": [{"ended": {"count": 2, "mean": 12.0, "median": 12.0}, "open": {"count": 1, "shareOver": 1.0}}]}""");
    }

    @Test
    void workingDaysAreOfEnglandAndWales() {
        // 1 January is a holiday; from the 2nd to the 11th eight days, from the 4th to the 6th of March two, from 2
        // January to 10 February 28
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&clock=WORKING&asAt=2019-12-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"clock": "WORKING", "groups": [{"ended": {"count": 2, "median": 19.5}, "open": {"count": 1}}]}""");
    }

    @Test
    void aNumberThatIsOfNothingIsLeftOut() {
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&asAt=2019-01-02&over=1"))
                .bodyJson()
                .extractingPath("$.groups")
                .asArray()
                .containsExactly(Map.of(
                        "ended",
                        Map.of("count", 0),
                        "open",
                        Map.of("count", 3, "median", 1.0, "shareOver", 0.0),
                        "leftOut",
                        0));
    }

    @Test
    void aReopeningTakesTheEndBackUntilItIsClosedAgain() {
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&asAt=2019-03-03"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"groups": [{"ended": {"count": 1, "median": 40.0}, "open": {"count": 2, "median": 36.5}}]}""");
    }

    @Test
    void anAnswerCarriesTheDefinitionsOfWhatItMeasures() {
        assertThat(get("/durations?unit=cases&from=REPORTED&to=CLOSED&groupBy=referral"))
                .bodyJson()
                .extractingPath("$.definitions")
                .asMap()
                .containsKeys(
                        "version",
                        "unit",
                        "asAt",
                        "referral",
                        "from",
                        "to",
                        "clock",
                        "suspension",
                        "notCounted",
                        "ended",
                        "open",
                        "leftOut",
                        "quantiles");
    }

    @Test
    void casesOpenForLongAreListedTheLongestFirst() {
        assertThat(get("/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=OPEN&over=183&asAt=2019-12-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"part": "OPEN", "total": 1, "members": [{"caseId": "%s-3", "days": 364, "values": {"status": "PENDING"}}]}""".formatted(force));
        assertThat(get("/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=OPEN&over=365&asAt=2019-12-31"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 0, "members": []}""");
        assertThat(
                        get(
                                "/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=ENDED&asAt=2019-12-31&by.status=CLOSED"))
                .bodyJson()
                .extractingPath("$.members[*].days")
                .asArray()
                .containsExactly(40, 15);
    }

    @Test
    void whatIsClosedReopenedAndClosedAgainInAPeriodIsClosedTwice() {
        assertThat(get("/flows?unit=cases&from=2018-04-01&to=2020-03-31&step=YEAR&yearStart=04-01"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("""
                {"unit": "cases", "from": "2018-04-01", "to": "2020-03-31", "step": "YEAR", "yearStart": "04-01",
                 "periods": [
                   {"from": "2018-04-01", "to": "2019-03-31",
                    "groups": [{"start": 0, "received": 3, "closed": 3, "reopened": 1, "end": 1}]},
                   {"from": "2019-04-01", "to": "2020-03-31",
                    "groups": [{"start": 1, "received": 0, "closed": 0, "reopened": 0, "end": 1}]}]}""");
        assertThat(get("/flows/members?unit=cases&from=2018-04-01&to=2019-03-31&flow=CLOSED"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"flow": "CLOSED", "total": 3, "distinct": 2,
                 "members": [{"caseId": "%1$s-1", "times": 2}, {"caseId": "%1$s-2", "times": 1}]}""".formatted(force));
    }

    @Test
    void flowsAreGroupedByTheValuesAtTheEndOfThePeriod() {
        assertThat(get("/flows?unit=cases&from=2019-01-01&to=2019-02-28&step=MONTH&groupBy=status"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"periods": [
                   {"to": "2019-01-31",
                    "groups": [{"status": "CLOSED", "start": 0, "received": 1, "closed": 1, "reopened": 0, "end": 0},
                               {"status": "PENDING", "start": 0, "received": 2, "closed": 0, "reopened": 0, "end": 2}]},
                   {"to": "2019-02-28",
                    "groups": [{"status": "CLOSED", "start": 1, "received": 0, "closed": 1, "reopened": 0, "end": 0},
                               {"status": "PENDING", "start": 1, "received": 0, "closed": 0, "reopened": 0, "end": 1}]}]}""");
    }

    @Test
    void aSeriesOfFinancialYearsHasPointsOnThe31stOfMarch() {
        assertThat(get("/series?unit=cases&from=2017-03-31&to=2021-03-31&step=YEAR&yearStart=04-01&groupBy=status"))
                .bodyJson()
                .extractingPath("$.points[*].asAt")
                .asArray()
                .containsExactly("2017-03-31", "2018-03-31", "2019-03-31", "2020-03-31", "2021-03-31");
        assertThat(get("/series?unit=cases&from=2017-03-31&to=2021-03-31&step=YEAR&anchored=true&groupBy=status"))
                .bodyJson()
                .extractingPath("$.points[*].asAt")
                .asArray()
                .hasSize(5)
                .contains("2018-03-31");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/durations?unit=officers&from=REPORTED&to=CLOSED                  | unit",
                "/durations?unit=cases&to=CLOSED                                   | from",
                "/durations?unit=cases&from=FINALISED&to=CLOSED                    | from",
                "/durations?unit=cases&from=CLOSED&to=CLOSED                       | to",
                "/durations?unit=cases&from=REPORTED&to=REPORTED                   | to",
                "/durations?unit=cases&from=REPORTED&to=LEFT                       | to",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&clock=DAYS          | clock",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&suspension=NO       | suspension",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&over=-2             | over",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&over=year           | over",
                "/durations?unit=cases&from=REPORTED&to=CLOSED&step=YEAR           | step",
                "/durations/members?unit=cases&from=REPORTED&to=CLOSED             | part",
                "/durations/members?unit=cases&from=REPORTED&to=CLOSED&part=ALL    | part",
                "/flows?unit=referrals&from=2019-01-01&to=2019-12-31&step=YEAR     | unit",
                "/flows?unit=cases&from=2019-01-01&to=2019-12-31                   | step",
                "/flows?unit=cases&from=2019-01-01&step=YEAR                       | to",
                "/flows?unit=cases&from=2019-01-02&to=2019-01-01&step=DAY          | to",
                "/flows?unit=cases&from=1900-01-02&to=2019-01-01&step=DAY          | step",
                "/flows?unit=cases&from=2019-01-01&to=2019-12-31&step=YEAR&asAt=2019-01-01 | asAt",
                "/flows?unit=cases&from=2019-01-01&to=2019-12-31&step=YEAR&anchored=true   | anchored",
                "/flows/members?unit=cases&from=2019-01-01&to=2019-12-31           | flow",
                "/flows/members?unit=cases&from=2019-01-01&to=2019-12-31&flow=GONE | flow"
            })
    void whatCannotBeMeantIsRefusedByName(String asked, String named) {
        var answer = ask(asked);

        assertThat(answer).hasStatus(400).hasContentType("application/problem+json");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.errors[*].parameter")
                .asArray()
                .containsExactly(named);
    }

    private MvcTestResult get(String asked) {
        return ask(asked + "&force=" + force + "&atLeast=" + last.position());
    }

    private MvcTestResult ask(String asked) {
        return http.get()
                .uri("/api/v1/statistics" + asked)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private CaseOpened opened(String day) {
        return new CaseOpened(
                day(day), new ForceCode(force), CaseKind.COMPLAINT, CaseSource.PUBLIC, null, null, null, null);
    }

    private void record(String caseId, Fact... facts) {
        last = log.add(RecordId.of(new CaseId(caseId)), facts).getLast();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
