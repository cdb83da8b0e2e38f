package org.conductregister.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.ReferralBasis;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The cases of one force that no other test knows, numbered anew for each test. */
@QueryServiceTest
class CasesTest {

    private static int forces;

    private final String force = "SEARCHED_" + ++forces;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private long last;

    @BeforeEach
    void threeCases() {
        record("1", opened("2012-03-01", "Search of a vehicle"), reported("A1", "O7", "SEXUAL_ASSAULT", null));
        record("2", opened("2012-03-01", null), reported("A1", "O8", "STALKING", "Followed home from the Station"));
        record("3", opened("2013-06-02", null), new CaseClosed(day("2014-01-01"), null));
    }

    @Test
    void theLatestOpenedComeFirstAndThoseOfOneDayByName() {
        assertThat(get("")).bodyJson().isLenientlyEqualTo("""
                {"total": 3, "page": 0, "size": 25, "asAt": "2019-01-01", "position": %d,
                 "cases": [{"caseId": "%2$s-3"}, {"caseId": "%2$s-1"}, {"caseId": "%2$s-2"}]}""".formatted(last, force));
    }

    @Test
    void aPageIsAPartOfTheWhole() {
        assertThat(get("&size=2&page=0"))
                .bodyJson()
                .extractingPath("$.cases[*].caseId")
                .asArray()
                .containsExactly(name("3"), name("1"));
        assertThat(get("&size=2&page=1"))
                .bodyJson()
                .extractingPath("$.cases[*].caseId")
                .asArray()
                .containsExactly(name("2"));
        assertThat(get("&size=2&page=2")).bodyJson().isLenientlyEqualTo("""
                {"total": 3, "page": 2, "size": 2, "cases": []}""");
        assertThat(get("&size=2&page=2147483647"))
                .bodyJson()
                .extractingPath("$.cases")
                .asArray()
                .isEmpty();
    }

    @Test
    void aRowSaysHowACaseStands() {
        record(
                "2",
                new CaseReferredToWatchdog(day("2012-04-01"), ReferralBasis.MANDATORY, null, null),
                new AllegationClosed(day("2012-05-01"), new AllegationId("A1"), null, null, null));

        assertThat(get("&category=STALKING")).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "cases": [{"caseId": "%s-2", "force": "%1$s", "kind": "CONDUCT", "source": "POLICE",
                   "openedOn": "2012-03-01", "status": "PENDING", "readyToClose": true, "referral": "AWAITING_DECISION",
                   "mode": "NONE", "allegations": 1, "pending": 0, "categories": ["STALKING"]}]}""".formatted(force));
    }

    @ParameterizedTest
    @CsvSource({
        "status=PENDING, 2",
        "status=CLOSED, 1",
        "status=CLOSED&asAt=2013-12-31, 0",
        "status=CLOSED&status=PENDING, 3",
        "asAt=2012-12-31, 2",
        "category=STALKING, 1",
        "allegationCount=0, 1",
        "reportedFrom=2013-01-01, 1",
        "officerId=O7, 1",
        "officerId=O7&officerId=O8, 2",
        "officerId=O9, 0",
        "q=STATION, 1",
        "q=followed home, 1",
        "q=followed vehicle, 0",
        "q=vehicle o7, 1",
        "q=o8 status, 0",
        "q=-3, 1",
        "q=o8&category=SEXUAL_ASSAULT, 0",
        "q=&officerId=, 3"
    })
    void casesAreFoundByWhatTheyAreWhomTheyAreAboutAndWhatIsWrittenInThem(String asked, int found) {
        var parameters = asked.contains("asAt") ? asked : asked + "&asAt=2019-01-01";

        assertThat(ask("force=" + force + "&" + parameters))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(found);
    }

    @Test
    void whatIsRetractedIsFoundAsItWasKnownBefore() {
        var identified = record(
                "3",
                new CaseReopened(day("2014-02-01"), new FreeText("a witness"), null),
                reportedOn("2014-02-02", "A1", null, "NEGLECT_OF_DUTY", "Left a door open"),
                new OfficerIdentified(day("2014-03-01"), new AllegationId("A1"), new OfficerId("O7"), null));
        record(
                "3",
                new EntryRetracted(day("2014-04-01"), EntryId.of(identified.entryId()), new FreeText("another"), null));

        assertThat(get("&officerId=O7")).bodyJson().extractingPath("$.total").isEqualTo(1);
        assertThat(get("&officerId=O7&knownAt=" + identified.recordedAt()))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(2);
        assertThat(ask("force=" + force + "&officerId=O7&asAt=2014-02-28&knownAt=" + identified.recordedAt()))
                .bodyJson()
                .extractingPath("$.total")
                .isEqualTo(1);
        assertThat(get("&q=door")).bodyJson().extractingPath("$.total").isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "status=OPEN, status",
        "kind=RUMOUR, kind",
        "source=HEARSAY, source",
        "size=201, size",
        "page=-1, page",
        "colour=blue, colour",
        "asAt=yesterday, asAt",
        "recommendationId=R1, recommendationId"
    })
    void whatCannotBeAskedIsRefusedByName(String asked, String parameter) {
        assertThat(ask(asked)).hasStatus(400).bodyJson().isLenientlyEqualTo("""
                {"code": "PARAMETER_INVALID", "errors": [{"parameter": "%s"}]}""".formatted(parameter));
    }

    @Test
    void analystsSeeNoCases() {
        assertThat(http.get().uri("/api/v1/cases").with(httpBasic("analyst", "open sesame")))
                .hasStatus(403);
    }

    private MvcTestResult get(String parameters) {
        return ask("force=" + force + "&asAt=2019-01-01" + parameters);
    }

    private MvcTestResult ask(String parameters) {
        return http.get()
                .uri("/api/v1/cases?atLeast=" + last + "&" + parameters)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private Recorded record(String number, Fact... facts) {
        var recorded = log.add(RecordId.of(new CaseId(name(number))), facts).getLast();
        last = recorded.position();
        return recorded;
    }

    private String name(String number) {
        return force + "-" + number;
    }

    private Fact opened(String day, String title) {
        return new CaseOpened(
                day(day),
                new ForceCode(force),
                CaseKind.CONDUCT,
                CaseSource.POLICE,
                null,
                title == null ? null : new FreeText(title),
                null,
                null);
    }

    private static Fact reported(String allegation, String officer, String category, String summary) {
        return reportedOn("2012-03-02", allegation, officer, category, summary);
    }

    private static Fact reportedOn(String day, String allegation, String officer, String category, String summary) {
        return new AllegationReported(
                day(day),
                new AllegationId(allegation),
                new CategoryCode(category),
                officer == null ? null : new OfficerId(officer),
                null,
                null,
                summary == null ? null : new FreeText(summary),
                null);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
