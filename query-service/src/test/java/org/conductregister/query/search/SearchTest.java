package org.conductregister.query.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.Recorded;
import org.conductregister.facts.CaseFact.AllegationReported;
import org.conductregister.facts.CaseFact.CaseOpened;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction.EntryRetracted;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact.OfficerRegistered;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.query.Pages;
import org.conductregister.query.QueryServiceTest;
import org.conductregister.query.TestLog;
import org.conductregister.terms.CaseKind;
import org.conductregister.terms.CaseSource;
import org.conductregister.terms.Workforce;
import org.conductregister.terms.codes.CategoryCode;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.codes.ForceCodes;
import org.conductregister.terms.codes.ThemeCode;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.conductregister.terms.identifiers.OfficerId;
import org.conductregister.terms.identifiers.RecommendationId;
import org.conductregister.terms.text.FreeText;
import org.conductregister.terms.text.Label;
import org.conductregister.terms.text.PersonName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One case, one officer and one recommendation in words that no other test uses, written anew for each test. */
@QueryServiceTest
class SearchTest {

    private static final LocalDate DAY = LocalDate.of(2012, 3, 4);
    private static final ForceCode KENT = new ForceCode("KENT");
    private static int tests;

    private final int n = ++tests;
    private final String caseId = "SOUGHT-%03d".formatted(n);
    private final String officerId = "SOUGHT-O-%03d".formatted(n);
    private final String surname = "O’Quibble" + "abcdefghijklmnopqrstuvwxyz".charAt(n) + "worth";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestLog log;

    private Recorded last;

    @BeforeEach
    void oneOfEachKind() {
        record(
                RecordId.of(new OfficerId(officerId)),
                new OfficerRegistered(
                        DAY, KENT, Workforce.POLICE_OFFICER, null, new PersonName("Zoë " + surname), null));
        record(
                RecordId.of(new CaseId(caseId)),
                new CaseOpened(
                        DAY,
                        KENT,
                        CaseKind.CONDUCT,
                        CaseSource.POLICE,
                        null,
                        new FreeText("Zylographs <b>sold</b> at the station"),
                        null,
                        null),
                new AllegationReported(
                        DAY,
                        new AllegationId("A1"),
                        new CategoryCode("CORRUPTION"),
                        new OfficerId(officerId),
                        null,
                        null,
                        null,
                        null));
        record(
                RecordId.of(new RecommendationId("SOUGHT-R-%03d".formatted(n))),
                new RecommendationIssued(
                        DAY,
                        new Label("HMICFRS"),
                        new ThemeCode("WHISTLEBLOWING"),
                        new ForceCodes(List.of(KENT)),
                        DAY.plusYears(1),
                        null));
    }

    @Test
    void recordsOfAllKindsAreFoundTogether() {
        assertThat(ask("q=sought-o-%03d".formatted(n))).bodyJson().isLenientlyEqualTo("""
                {"asAt": "2019-01-01", "position": %d, "cases": {"total": 1, "found": [{"record": {"caseId": "%s"}}]},
                 "officers": {"total": 1, "found": [{"record": {"officerId": "%s", "force": "KENT",
                    "workforce": "POLICE_OFFICER"}}]},
                 "recommendations": {"total": 0, "found": []}}""".formatted(
                        last.position(), caseId, officerId));
        assertThat(ask("q=sought r %03d wrongdoing".formatted(n)))
                .bodyJson()
                .extractingPath("$.recommendations.found[0].record.theme")
                .isEqualTo("WHISTLEBLOWING");
    }

    @Test
    void aNameLeadsToTheOfficerAndToTheirCases() {
        var typed = surname.replace("O’", "o").toLowerCase(Locale.ROOT);

        var found = assertThat(ask("q=zoe " + typed)).bodyJson();
        found.extractingPath("$.cases.found[0].record.caseId").isEqualTo(caseId);
        found.extractingPath("$.officers.found[0].record.officerId").isEqualTo(officerId);
        found.extractingPath("$.officers.found[0].texts[0].parts[?(@.match == true)].text")
                .asArray()
                .containsExactly("Zoë", surname);
    }

    @Test
    void whatIsRetractedIsFoundAsItWasKnownBefore() {
        var noted = record(
                RecordId.of(new CaseId(caseId)), new NoteAdded(DAY, new FreeText("Vexillologist " + caseId), null));
        record(
                RecordId.of(new CaseId(caseId)),
                new EntryRetracted(DAY, EntryId.of(noted.entryId()), new FreeText("slip"), null));

        assertThat(ask("q=vexillologist " + caseId))
                .bodyJson()
                .extractingPath("$.cases.total")
                .isEqualTo(0);
        assertThat(ask("q=vexillologist " + caseId + "&knownAt=" + noted.recordedAt()))
                .bodyJson()
                .extractingPath("$.cases.total")
                .isEqualTo(1);
    }

    @Test
    void aPageShowsWhatIsFoundAndEscapesIt() {
        var page = new Pages(http, "handler").see("/search?q=zylographs " + caseId + "&atLeast=" + last.position());

        assertThat(page.links()).contains("/cases/" + caseId);
        assertThat(page.html())
                .contains("<mark class=\"register-mark\">Zylographs</mark>")
                .contains("&lt;b&gt;sold&lt;/b&gt;")
                .doesNotContain("<b>sold");
        assertThat(page.text()).contains("1 case").doesNotContain("1 officer");
    }

    @Test
    void nothingFoundSaysWhatToDo() {
        assertThat(new Pages(http, "handler").see("/search?q=nobodywrotethis").text())
                .contains("Nothing is found")
                .contains("Check the spelling");
        assertThat(new Pages(http, "auditor").see("/search").text()).contains("Type in the box at the top of the page");
    }

    @Test
    void whileSomebodyTypesRecordsAreSuggested() {
        var part = new Pages(http, "handler").see("/search/suggestions?q=SOUGHT-O-%03d".formatted(n));

        assertThat(part.all("data-href=\"([^\"]*)\"")).containsExactly("/cases/" + caseId, "/officers/" + officerId);
        assertThat(part.html()).doesNotContain("<html");
    }

    @Test
    void officersAreListedByNameHoweverItIsSpelt() {
        var typed = surname.replace("O’", "o'");

        assertThat(new Pages(http, "handler")
                        .see("/officers?q=" + typed + "&atLeast=" + last.position())
                        .links())
                .contains("/officers/" + officerId);
    }

    @ParameterizedTest
    @ValueSource(strings = {"analyst", "admin"})
    void whoReadsNoCasesHasNoBoxAndIsRefused(String user) {
        var pages = new Pages(http, user);

        assertThat(pages.see("/help").html()).doesNotContain("register-find");
        pages.mayNot("/search?q=sought");
        pages.mayNot("/search/suggestions?q=sought");
        assertThat(http.get().uri("/api/v1/search?q=sought").with(httpBasic(user, "open sesame")))
                .hasStatus(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"handler", "auditor"})
    void whoReadsCasesHasTheBoxOnEveryPage(String user) {
        for (var path : List.of("/", "/cases", "/worklist", "/officers", "/recommendations", "/help", "/search")) {
            assertThat(new Pages(http, user).see(path).html()).as(path).contains("register-find");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "q=", "q=a&size=51", "q=a&colour=blue", "q=a&asAt=yesterday"})
    void whatCannotBeAskedIsRefused(String asked) {
        assertThat(http.get().uri("/api/v1/search?" + asked).with(httpBasic("auditor", "open sesame")))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("PARAMETER_INVALID");
    }

    private MvcTestResult ask(String parameters) {
        return http.get()
                .uri("/api/v1/search?asAt=2019-01-01&atLeast=" + last.position() + "&" + parameters)
                .with(httpBasic("auditor", "open sesame"))
                .exchange();
    }

    private Recorded record(RecordId record, Fact... facts) {
        last = log.add(record, facts).getLast();
        return last;
    }
}
