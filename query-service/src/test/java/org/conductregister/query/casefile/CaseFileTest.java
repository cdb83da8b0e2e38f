package org.conductregister.query.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import com.jayway.jsonpath.DocumentContext;
import com.jayway.jsonpath.JsonPath;
import java.io.UnsupportedEncodingException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.*;
import org.conductregister.facts.Correction.EntryRedated;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.*;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.Tags;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@QueryServiceTest
class CaseFileTest {

    private static final ForceCode LANCASHIRE = new ForceCode("LANCASHIRE");
    private static final AllegationId A1 = new AllegationId("A1");
    private static final FreeText WHY = new FreeText("typed wrongly");

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    @Test
    void aCaseIsShownAsItStoodOnADay() {
        var theCase = RecordId.of(new CaseId("STANDS"));
        log.add(theCase, opened("2012-03-01"), reported("2012-03-04", "STANDS-O"));
        log.add(theCase, new InvestigationStarted(day("2012-04-01"), null));
        log.add(
                theCase,
                new CaseReferredToWatchdog(day("2012-04-02"), ReferralBasis.MANDATORY, null, null),
                new InvestigationModeDecided(day("2012-04-10"), InvestigationMode.MANAGED, null));
        long last = closed(theCase, "2013-01-09").position();

        assertThat(get("/cases/STANDS?asAt=2012-04-05&atLeast=" + last))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"caseId": "STANDS", "asAt": "2012-04-05", "version": 6,
                 "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE", "tags": ["VAWG"],
                 "openedOn": "2012-03-01", "status": "PENDING", "finalised": false, "readyToClose": false,
                 "investigation": "STARTED",
                 "referral": {"state": "AWAITING_DECISION", "mode": "NONE", "basis": "MANDATORY", "watchdog": "IOPC",
                              "referredOn": "2012-04-02"},
                 "allegations": [{
                    "allegationId": "A1", "category": "SEXUAL_ASSAULT", "officerId": "STANDS-O",
                    "reportedOn": "2012-03-04", "workforce": "UNKNOWN", "employment": "UNKNOWN", "result": "PENDING",
                    "handling": {"status": "PENDING", "stage": "INVESTIGATING", "finalised": false,
                                 "severity": "NOT_ASSESSED", "finding": "NONE"},
                    "misconduct": {"state": "NONE", "outcome": "NONE", "appealed": false},
                    "criminal": {"state": "NONE", "sentence": "NONE"}}]}
                """);
        assertThat(get("/cases/STANDS?asAt=2013-01-09")).bodyJson().isLenientlyEqualTo("""
                {"status": "CLOSED", "closedOn": "2013-01-09", "finalised": true,
                 "referral": {"state": "CONCLUDED", "mode": "MANAGED"},
                 "referrals": [{"state": "CONCLUDED", "mode": "MANAGED"}],
                 "allegations": [{"result": "NO_FURTHER_ACTION", "handling": {"status": "CLOSED", "stage": "CLOSED"}}]}
                """);
    }

    @Test
    void whatIsRetractedStillCountsAsItWasKnownBefore() {
        var theCase = RecordId.of(new CaseId("STRUCK"));
        log.add(theCase, opened("2012-03-01"));
        var closing = closed(theCase, "2012-05-01");
        var retraction = log.add(
                        theCase, new EntryRetracted(day("2020-01-01"), EntryId.of(closing.entryId()), WHY, null))
                .getFirst();

        assertThat(get("/cases/STRUCK?asAt=2012-06-01&atLeast=" + retraction.position()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"status": "PENDING", "version": 3}""");
        assertThat(get("/cases/STRUCK?asAt=2012-06-01&knownAt=" + closing.recordedAt()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"status": "CLOSED", "version": 2, "knownAt": "%s", "position": %d}""".formatted(closing.recordedAt(), closing.position()));
        assertThat(get("/cases/STRUCK?asAt=2012-06-01&knownAt="
                        + retraction.recordedAt().minusNanos(1)))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"status": "CLOSED"}""");
    }

    @Test
    void whatIsRedatedCountsFromItsNewDay() {
        var theCase = RecordId.of(new CaseId("MOVED"));
        log.add(theCase, opened("2012-03-01"));
        var closing = closed(theCase, "2012-05-01");
        var redating = log.add(
                        theCase,
                        new EntryRedated(
                                day("2012-09-01"), EntryId.of(closing.entryId()), day("2012-07-01"), WHY, null))
                .getFirst();

        assertThat(status("/cases/MOVED?asAt=2012-06-30&atLeast=" + redating.position()))
                .isEqualTo("PENDING");
        assertThat(status("/cases/MOVED?asAt=2012-07-01")).isEqualTo("CLOSED");
        assertThat(status("/cases/MOVED?asAt=2012-06-30&knownAt=" + closing.recordedAt()))
                .isEqualTo("CLOSED");
    }

    @Test
    void aTimelineIsInOrderOfTheDayAndKeepsWhatWasStruck() {
        var theCase = RecordId.of(new CaseId("TIMELINE"));
        var opening = log.add(theCase, opened("2012-03-01")).getFirst();
        var closing = closed(theCase, "2012-05-01");
        var late = log.add(theCase, new InvestigationStarted(day("2012-04-01"), new FreeText("by phone")))
                .getFirst();
        var retraction = log.add(
                        theCase, new EntryRetracted(day("2012-04-15"), EntryId.of(closing.entryId()), WHY, null))
                .getFirst();
        var redating = log.add(
                        theCase,
                        new EntryRedated(day("2012-06-01"), EntryId.of(late.entryId()), day("2012-05-20"), WHY, null))
                .getFirst();

        assertThat(get("/cases/TIMELINE/timeline?asAt=2012-05-20&atLeast=" + redating.position()))
                .bodyJson()
                .isEqualTo(
                        """
                {"caseId": "TIMELINE", "asAt": "2012-05-20", "knownAt": "%s", "position": %d, "version": 5, "entries": [
                  {"entryId": "%s", "type": "CaseOpened", "occurredOn": "2012-03-01", "position": %d, "recordedAt": "%s",
                   "recordedBy": "handler", "data": {"force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE", "tags": ["VAWG"]}},
                  {"entryId": "%s", "type": "EntryRetracted", "occurredOn": "2012-04-15", "position": %d, "recordedAt": "%s",
                   "recordedBy": "handler", "data": {"retracts": "%s", "reason": "typed wrongly"}},
                  {"entryId": "%s", "type": "CaseClosed", "occurredOn": "2012-05-01", "position": %d, "recordedAt": "%s",
                   "recordedBy": "handler", "data": {}, "struckBy": "%s"},
                  {"entryId": "%s", "type": "InvestigationStarted", "occurredOn": "2012-04-01", "position": %d, "recordedAt": "%s",
                   "recordedBy": "handler", "data": {"note": "by phone"}, "redatedTo": "2012-05-20", "redatedBy": "%s"},
                  {"entryId": "%s", "type": "EntryRedated", "occurredOn": "2012-06-01", "position": %d, "recordedAt": "%s",
                   "recordedBy": "handler", "data": {"redates": "%s", "newOccurredOn": "2012-05-20", "reason": "typed wrongly"}}]}
                """.formatted(
                                        redating.recordedAt(),
                                        redating.position(),
                                        opening.entryId(),
                                        opening.position(),
                                        opening.recordedAt(),
                                        retraction.entryId(),
                                        retraction.position(),
                                        retraction.recordedAt(),
                                        closing.entryId(),
                                        closing.entryId(),
                                        closing.position(),
                                        closing.recordedAt(),
                                        retraction.entryId(),
                                        late.entryId(),
                                        late.position(),
                                        late.recordedAt(),
                                        redating.entryId(),
                                        redating.entryId(),
                                        redating.position(),
                                        redating.recordedAt(),
                                        late.entryId()),
                        JsonCompareMode.STRICT);
        assertThat(positions("/cases/TIMELINE/timeline?asAt=2012-05-19"))
                .as("corrections are there whatever their day; the re-dated entry is not there yet")
                .containsExactly(opening.position(), retraction.position(), closing.position(), redating.position());
        assertThat(positions("/cases/TIMELINE/timeline?asAt=2012-05-20&knownAt=" + late.recordedAt()))
                .as("as known before the corrections")
                .containsExactly(opening.position(), late.position(), closing.position());
    }

    @Test
    void anOfficerKnownFromAnAllegationAloneIsFound() {
        var theCase = RecordId.of(new CaseId("NAMES-ONE"));
        var named = log.add(theCase, opened("2012-03-01"), reported("2012-03-04", "NAMED"));

        assertThat(get("/officers/NAMED?atLeast=" + named.getLast().position()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"officerId": "NAMED", "registered": false, "version": 0, "employment": {"state": "UNKNOWN"},
                 "barred": "NONE", "pension": "KEPT",
                 "cases": [{"caseId": "NAMES-ONE", "force": "LANCASHIRE", "openedOn": "2012-03-01", "status": "PENDING",
                            "allegations": [{"allegationId": "A1", "result": "PENDING"}]}]}
                """);
        assertThat(get("/officers/NAMED/timeline")).hasStatus(404);
    }

    @Test
    void aDismissalOrderedInACaseEndsTheEmployment() {
        var officer = RecordId.of(new OfficerId("DISMISSED"));
        var theCase = RecordId.of(new CaseId("DISMISSES"));
        log.add(
                officer,
                new OfficerRegistered(
                        day("2005-01-01"),
                        LANCASHIRE,
                        Workforce.POLICE_OFFICER,
                        new Label("Sergeant"),
                        new PersonName("A. N. Other"),
                        null),
                new OfficerSuspended(day("2012-03-10"), null));
        log.add(theCase, opened("2012-03-01"), reported("2012-03-04", "DISMISSED"));
        long last = log.add(
                        theCase,
                        new MisconductFindingMade(day("2013-02-01"), A1, MisconductFinding.GROSS_MISCONDUCT, null),
                        new MisconductOutcomeImposed(
                                day("2013-02-02"), A1, MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, null))
                .getLast()
                .position();

        assertThat(get("/officers/DISMISSED?asAt=2013-02-01&atLeast=" + last))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"registered": true, "registeredOn": "2005-01-01", "force": "LANCASHIRE", "workforce": "POLICE_OFFICER",
                 "rank": "Sergeant", "name": "A. N. Other", "version": 2, "employment": {"state": "SUSPENDED"}}
                """);
        assertThat(get("/officers/DISMISSED?asAt=2013-02-02")).bodyJson().isLenientlyEqualTo("""
                {"employment": {"state": "DISMISSED", "leftOn": "2013-02-02"},
                 "cases": [{"caseId": "DISMISSES", "allegations": [{"result": "LEFT"}]}]}
                """);
        assertThat(get("/cases/DISMISSES?asAt=2013-02-02")).bodyJson().isLenientlyEqualTo("""
                {"allegations": [{"workforce": "POLICE_OFFICER", "employment": "DISMISSED", "result": "LEFT",
                  "handling": {"finding": "GROSS_MISCONDUCT", "stage": "IN_PROCEEDINGS"},
                  "misconduct": {"state": "DISMISSAL_WITHOUT_NOTICE", "finding": "GROSS_MISCONDUCT",
                                 "outcome": "DISMISSAL_WITHOUT_NOTICE", "outcomeOn": "2013-02-02"}}]}
                """);
        assertThat(positions("/officers/DISMISSED/timeline?asAt=2012-01-01")).hasSize(1);
    }

    @Test
    void aRecommendationShowsHowEachForceHadAnsweredByADay() {
        var recommendation = RecordId.of(new RecommendationId("PEEL-7"));
        long last = log.add(
                        recommendation,
                        new RecommendationIssued(
                                day("2017-12-01"),
                                new Label("HMICFRS"),
                                new ThemeCode("ABUSE_OF_POSITION"),
                                new ForceCodes(List.of(LANCASHIRE, new ForceCode("KENT"))),
                                day("2018-05-31"),
                                null),
                        new ForceResponded(day("2018-05-30"), new ForceCode("KENT"), true, null),
                        new ForceProgressGraded(day("2018-09-01"), new ForceCode("KENT"), Grade.STARTED, null))
                .getLast()
                .position();

        assertThat(get("/recommendations/PEEL-7?asAt=2018-06-01&atLeast=" + last))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"recommendationId": "PEEL-7", "issuedOn": "2017-12-01", "issuedBy": "HMICFRS",
                 "theme": "ABUSE_OF_POSITION", "responseDueOn": "2018-05-31", "version": 3, "responses": [
                   {"force": "KENT", "response": "IN_TIME", "respondedOn": "2018-05-30", "accepted": true, "grade": "NOT_GRADED"},
                   {"force": "LANCASHIRE", "response": "OVERDUE", "grade": "NOT_GRADED"}]}
                """);
        assertThat(get("/recommendations/PEEL-7?asAt=2018-05-29")).bodyJson().isLenientlyEqualTo("""
                {"responses": [{"force": "KENT", "response": "AWAITED"}, {"force": "LANCASHIRE", "response": "AWAITED"}]}
                """);
        assertThat(positions("/recommendations/PEEL-7/timeline")).hasSize(3);
    }

    @Test
    void whatWasNotKnownThenIsNotFound() {
        var theCase = RecordId.of(new CaseId("KNOWN-LATER"));
        var opening = log.add(theCase, opened("2012-03-01")).getFirst();
        var before = opening.recordedAt().minusNanos(1);

        assertThat(get("/cases/KNOWN-LATER?atLeast=" + opening.position())).hasStatusOk();
        assertThat(get("/cases/KNOWN-LATER?knownAt=" + before)).satisfies(isProblem("CASE_UNKNOWN"));
        assertThat(get("/cases/KNOWN-LATER/timeline?knownAt=" + before)).satisfies(isProblem("CASE_UNKNOWN"));
        assertThat(get("/cases/KNOWN-LATER?asAt=2012-02-29")).satisfies(isProblem("CASE_UNKNOWN"));
    }

    @Test
    void aRetractedCaseIsToldFromOneThatNeverWas() {
        var theCase = RecordId.of(new CaseId("TAKEN-BACK"));
        var opening = log.add(theCase, opened("2012-03-01")).getFirst();
        var retraction = log.add(
                        theCase, new EntryRetracted(day("2020-01-01"), EntryId.of(opening.entryId()), WHY, null))
                .getFirst();

        assertThat(get("/cases/TAKEN-BACK?atLeast=" + retraction.position()))
                .satisfies(isProblem("CASE_RETRACTED"))
                .bodyJson()
                .extractingPath("$.detail")
                .isEqualTo("The entry that began the case TAKEN-BACK was retracted, as known then."
                        + " Its timeline shows what was logged.");
        assertThat(get("/cases/TAKEN-BACK?knownAt=" + opening.recordedAt())).hasStatusOk();
        assertThat(positions("/cases/TAKEN-BACK/timeline")).containsExactly(opening.position(), retraction.position());

        var again = log.add(theCase, opened("2015-03-01")).getFirst();
        assertThat(get("/cases/TAKEN-BACK?atLeast=" + again.position())).hasStatusOk();
        assertThat(get("/cases/TAKEN-BACK?asAt=2012-03-02")).satisfies(isProblem("CASE_UNKNOWN"));
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/NEVER, CASE_UNKNOWN",
        "/cases/NEVER/timeline, CASE_UNKNOWN",
        "/cases/not*possible, CASE_UNKNOWN",
        "/officers/NEVER, OFFICER_UNKNOWN",
        "/officers/NEVER/timeline, OFFICER_UNKNOWN",
        "/recommendations/NEVER, RECOMMENDATION_UNKNOWN",
        "/recommendations/NEVER/timeline, RECOMMENDATION_UNKNOWN"
    })
    void whatIsNotInTheRegisterIsNotFound(String path, String code) {
        assertThat(get(path)).satisfies(isProblem(code));
    }

    @ParameterizedTest
    @CsvSource({"asAt=2012-02-30", "knownAt=yesterday", "atLeast=-1"})
    void timesThatThereAreNotAreRefused(String parameter) {
        assertThat(get("/cases/ANY?" + parameter))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PARAMETER_INVALID");
    }

    @ParameterizedTest
    @CsvSource({
        "/cases/ROLES, handler, 200",
        "/cases/ROLES, auditor, 200",
        "/cases/ROLES, analyst, 403",
        "/cases/ROLES, admin, 403",
        "/cases/ROLES/timeline, analyst, 403",
        "/officers/ROLES, analyst, 403",
        "/recommendations/ROLES, analyst, 403"
    })
    void analystsAndAdministratorsSeeNoRecord(String path, String user, int status) {
        var opening =
                log.add(RecordId.of(new CaseId("ROLES")), opened("2012-03-01")).getFirst();

        assertThat(http.get()
                        .uri("/api/v1" + path + "?atLeast=" + opening.position())
                        .with(httpBasic(user, "open sesame")))
                .hasStatus(status);
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri("/api/v1" + path)
                .with(httpBasic("handler", "open sesame"))
                .exchange();
    }

    private String status(String path) {
        return answer(path).read("$.status");
    }

    private List<Long> positions(String path) {
        List<Number> positions = answer(path).read("$.entries[*].position");
        return positions.stream().map(Number::longValue).toList();
    }

    private DocumentContext answer(String path) {
        try {
            return JsonPath.parse(get(path).getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Consumer<MvcTestResult> isProblem(String code) {
        return answer -> assertThat(answer)
                .hasStatus(404)
                .hasContentType("application/problem+json")
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo(code);
    }

    private static Fact opened(String day) {
        return new CaseOpened(
                day(day), LANCASHIRE, CaseKind.CONDUCT, CaseSource.POLICE, null, null, Tags.of("VAWG"), null);
    }

    private static Fact reported(String day, String officer) {
        return new AllegationReported(
                day(day), A1, new CategoryCode("SEXUAL_ASSAULT"), new OfficerId(officer), null, null, null, null);
    }

    private Recorded closed(RecordId theCase, String day) {
        return log.add(theCase, new CaseClosed(day(day), null)).getFirst();
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
