package org.conductregister.query.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.UUID;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.MisconductOutcomeImposed;
import org.conductregister.facts.Correction.CaseMarkedDuplicate;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.Correction.OfficerMarkedDuplicate;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.OfficerFact.OfficerSuspended;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.MisconductOutcome;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.Reference;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tests that what is recorded under a duplicate counts as the other's, in files, timelines, lists and search, from the instant it is known. */
@QueryServiceTest
class DuplicatesTest {

    private static final LocalDate DAY = LocalDate.of(2019, 2, 1);
    private static final FreeText WHY = new FreeText("one and the same");

    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final OfficerId kept = new OfficerId("K-" + run);
    private final OfficerId other = new OfficerId("L-" + run);
    private final CaseId first = new CaseId("C1-" + run);
    private final CaseId second = new CaseId("C2-" + run);

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private Recorded last;

    /** The one number is accused and registered, the other is accused, suspended and then dismissed. */
    private Recorded twoNumbers() {
        add(RecordId.of(first), opened(null), reported(kept));
        add(
                RecordId.of(kept),
                new OfficerRegistered(
                        DAY,
                        new ForceCode("KENT"),
                        Workforce.POLICE_OFFICER,
                        null,
                        new PersonName("Ada " + run),
                        null));
        add(RecordId.of(second), opened("CO " + run), reported(other));
        return add(RecordId.of(other), new OfficerSuspended(DAY.plusDays(9), null));
    }

    private Recorded marked() {
        return add(RecordId.of(other), new OfficerMarkedDuplicate(DAY, kept, WHY, null));
    }

    @Test
    void anOfficersFileHasWhatIsRecordedUnderAllTheirNumbers() {
        var before = twoNumbers();
        marked();

        assertThat(api("/officers/" + kept)).bodyJson().isLenientlyEqualTo("""
                {"officerId": "%s", "duplicates": ["%s"], "registered": true, "employment": {"state": "SUSPENDED"},
                 "cases": [{"caseId": "%s"}, {"caseId": "%s", "reference": "CO %s"}]}""".formatted(
                        kept, other, first, second, run));
        assertThat(api("/officers/" + other)).bodyJson().isLenientlyEqualTo("""
                {"officerId": "%s", "duplicateOf": "%s", "duplicates": [], "registered": true,
                 "employment": {"state": "SUSPENDED"}, "cases": [{"caseId": "%s"}, {"caseId": "%s"}]}""".formatted(other, kept, first, second));
        assertThat(api("/officers/" + kept + "?knownAt=" + before.recordedAt()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"duplicates": [], "employment": {"state": "SERVING"}, "cases": [{"caseId": "%s"}]}""".formatted(first));
        assertThat(api("/officers/" + kept + "?asAt=2019-02-05")).bodyJson().isLenientlyEqualTo("""
                {"employment": {"state": "SERVING"}}""");
    }

    @Test
    void aMarkingTakenBackPartsThemAgain() {
        twoNumbers();
        var marking = marked();
        add(RecordId.of(other), new EntryRetracted(DAY, EntryId.of(marking.entryId()), WHY, null));

        assertThat(api("/officers/" + kept)).bodyJson().isLenientlyEqualTo("""
                {"duplicates": [], "employment": {"state": "SERVING"}, "cases": [{"caseId": "%s"}]}""".formatted(first));
        assertThat(api("/officers/" + other)).bodyJson().isLenientlyEqualTo("""
                {"registered": false, "employment": {"state": "SUSPENDED"}, "cases": [{"caseId": "%s"}]}""".formatted(second));
    }

    @Test
    void theTimelineHasTheEntriesOfAllNumbersAndSaysUnderWhich() {
        twoNumbers();
        marked();

        assertThat(api("/officers/" + kept + "/timeline")).bodyJson().isLenientlyEqualTo("""
                {"officerId": "%s", "entries": [{"type": "OfficerRegistered"},
                 {"type": "OfficerMarkedDuplicate", "officerId": "%s"}, {"type": "OfficerSuspended", "officerId": "%s"}]}""".formatted(
                        kept, other, other));
        assertThat(page("/officers/" + kept))
                .contains("Also known as", "under their other number", "/officers/" + other + "/entries/");
        assertThat(page("/officers/" + other)).contains("This is another number of", "/officers/" + kept);
    }

    @Test
    void aDismissalUnderOneNumberShowsInCasesOfTheOther() {
        twoNumbers();
        marked();
        add(
                RecordId.of(second),
                new MisconductOutcomeImposed(
                        DAY.plusDays(20), new AllegationId("A1"), MisconductOutcome.DISMISSAL_WITHOUT_NOTICE, null));

        assertThat(api("/cases/" + first)).bodyJson().isLenientlyEqualTo("""
                {"allegations": [{"employment": "DISMISSED", "result": "LEFT"}]}""");
    }

    @Test
    void listsAndSearchHaveThePersonOnceAndFindThemByBothNumbers() {
        twoNumbers();
        marked();

        for (var asked : new Object[] {kept, other, "Ada+" + run}) {
            assertThat(api("/search?q=" + asked)).bodyJson().isLenientlyEqualTo("""
                    {"officers": {"total": 1, "found": [{"record": {"officerId": "%s", "name": "Ada %s"}}]}}""".formatted(kept, run));
            assertThat(page("/officers?q=" + asked))
                    .contains("/officers/" + kept + "\"", "also " + other)
                    .doesNotContain("/officers/" + other + "\"");
        }
        for (var asked : new OfficerId[] {kept, other}) {
            assertThat(api("/cases?officerId=" + asked)).bodyJson().isLenientlyEqualTo("{\"total\": 2}");
        }
    }

    @Test
    void aCaseEnteredTwiceLeadsToTheOtherAndIsListedOnce() {
        add(RecordId.of(first), opened(null), reported(kept));
        var before = add(RecordId.of(second), opened("CO " + run), reported(other));
        add(RecordId.of(second), new CaseMarkedDuplicate(DAY, first, WHY, null));

        assertThat(api("/cases/" + second)).bodyJson().isLenientlyEqualTo("{\"duplicateOf\": \"%s\"}".formatted(first));
        assertThat(api("/cases/" + first))
                .bodyJson()
                .isLenientlyEqualTo("{\"duplicates\": [\"%s\"]}".formatted(second));
        assertThat(api("/cases?q=" + second)).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "cases": [{"caseId": "%s"}]}""".formatted(first));
        assertThat(api("/cases?q=CO+" + run + "&force=KENT")).bodyJson().isLenientlyEqualTo("""
                {"total": 1, "cases": [{"caseId": "%s"}]}""".formatted(first));
        assertThat(api("/cases?q=CO+" + run + "&knownAt=" + before.recordedAt()))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"total": 1, "cases": [{"caseId": "%s", "reference": "CO %s"}]}""".formatted(second, run));
        assertThat(api("/cases?officerId=" + other)).bodyJson().isLenientlyEqualTo("{\"total\": 0}");
        assertThat(page("/cases/" + first)).contains("Also entered as", "/cases/" + second);
        assertThat(page("/cases/" + second)).contains("marked as a duplicate of", "/cases/" + first);
    }

    private Recorded add(RecordId record, Fact... facts) {
        last = log.add(record, facts).getLast();
        return last;
    }

    private MvcTestResult api(String path) {
        return http.get()
                .uri("/api/v1" + path + (path.contains("?") ? "&" : "?") + "atLeast=" + last.position())
                .with(httpBasic("handler", "open sesame"))
                .exchange();
    }

    private String page(String path) {
        var page = http.get()
                .uri(path + (path.contains("?") ? "&" : "?") + "atLeast=" + last.position())
                .with(httpBasic("handler", "open sesame"))
                .accept(MediaType.TEXT_HTML)
                .exchange();
        assertThat(page).hasStatusOk();
        return new String(page.getResponse().getContentAsByteArray(), UTF_8);
    }

    private static Fact opened(String reference) {
        return new CaseOpened(
                DAY,
                new ForceCode("KENT"),
                CaseKind.COMPLAINT,
                CaseSource.PUBLIC,
                reference == null ? null : new Reference(reference),
                null,
                null,
                null,
                null,
                null);
    }

    private static Fact reported(OfficerId officer) {
        return new AllegationReported(
                DAY, new AllegationId("A1"), new CategoryCode("STALKING"), officer, null, null, null, null);
    }
}
