package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Auditors read the log, follow a case through it, and find out what was known when, and what changed a number. */
@Journey
@TestInstance(Lifecycle.PER_CLASS)
class AuditIT {

    private static final String CASE = "AUDITED-1";

    /** When the register knew of the case, and not yet that it was closed. */
    private String before;

    /** When it knew that as well. */
    private String after;

    @BeforeEach
    void aCaseIsReportedAndClosedLate(BrowserSession stage) throws Exception {
        if (after != null) {
            return;
        }
        before = logged(stage, """
                [{"type": "CaseOpened", "caseId": "AUDITED-1", "occurredOn": "2017-03-06", "force": "LANCASHIRE", "kind": "COMPLAINT",
                  "source": "PUBLIC", "title": "%1$s"},
                 {"type": "AllegationReported", "caseId": "AUDITED-1", "occurredOn": "2017-03-06", "allegationId": "A1",
                  "category": "NEGLECT_OF_DUTY", "tags": ["AUDITED"], "officerId": "AUDITED-O-1", "summary": "%1$s"}]
                """.formatted(escaped(HostileText.TEXT)));
        after = logged(stage, """
                [{"type": "NoteAdded", "caseId": "AUDITED-1", "text": "%s"},
                 {"type": "OfficerCharged", "caseId": "AUDITED-1", "occurredOn": "2017-04-03", "allegationId": "A1", "offence": "%1$s"},
                 {"type": "CriminalVerdictReached", "caseId": "AUDITED-1", "occurredOn": "2017-09-04", "allegationId": "A1", "verdict": "ACQUITTED"},
                 {"type": "CaseClosed", "caseId": "AUDITED-1", "occurredOn": "2017-11-06"}]
                """.formatted(escaped(HostileText.TEXT)));
    }

    private static String escaped(String text) {
        return text.replace("\"", "\\\"");
    }

    /** @return the instant at which it was */
    private static String logged(BrowserSession stage, String entries) throws Exception {
        var answer = stage.api().post("handler", "/api/v1/cases/" + CASE + "/entries", entries);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var recorded = FactJson.mapper().readTree(answer.body());
        long position = recorded.get(recorded.size() - 1).get("position").longValue();
        stage.api().get("auditor", "/api/v1/cases/" + CASE + "?atLeast=" + position);
        return recorded.get(0).get("recordedAt").stringValue();
    }

    @Test
    void theLogIsSearchedAndEachEntryShownAsItLiesThere(BrowserSession stage) {
        var auditor = stage.signIn("auditor").follow("Audit");
        assertThat(auditor.page().locator(".register-log > li")).hasCount(50);
        auditor.follow("Older entries");
        assertThat(auditor.page().locator(".register-log > li")).hasCount(50);
        auditor.looksRight("audit-log");

        auditor.page().getByLabel("Record", exactly()).fill(CASE);
        auditor.page().getByLabel("Kind of fact").selectOption("OfficerCharged");
        auditor.page().getByLabel("Position to").fill("");
        auditor.page().locator(".register-search button").click();
        assertThat(auditor.page().locator(".register-log > li")).hasCount(1);
        auditor.page().getByText("Show the stored entry").click();
        var raw = auditor.page().locator("pre");
        assertThat(raw).containsText("\"type\" : \"OfficerCharged\"");
        assertThat(raw).containsText("\"recordedBy\" : \"handler\"");
        assertThat(FactJson.mapper()
                        .readTree(raw.innerText())
                        .get("data")
                        .get("offence")
                        .stringValue())
                .isEqualTo(HostileText.TEXT);
        auditor.looksRight("audit-entry");
        HostileText.didNothing(auditor);
    }

    @Test
    void aSearchThatFindsNothingSaysWhatToDoAndOneThatCannotBeReadWhy(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/audit?by=nobody-of-this-name");
        assertThat(auditor.page().locator("main")).containsText("Nothing like this was found");

        auditor.page().getByLabel("Position from").fill(HostileText.TEXT);
        auditor.page().locator(".register-search button").click();
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("The first position must be a whole number");
        auditor.looksRight("audit-error");
        HostileText.didNothing(auditor);
    }

    @Test
    void aCaseIsReplayedStepByStepWithTheKeyboard(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/audit/cases/" + CASE);
        var page = auditor.page();
        assertThat(auditor.heading()).isEqualTo("Case " + CASE);
        assertThat(page.locator("#entry")).hasText("Case opened");
        assertThat(page.locator(".register-data")).containsText(HostileText.TEXT);

        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#entry")).hasText("Allegation reported");
        auditor.follow("Next");
        assertThat(page.locator("#entry")).hasText("Note added");
        assertThat(page.locator("main")).containsText("Nothing on any track.");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("#entry")).hasText("Officer charged");
        assertThat(changed(page)).hasText(Pattern.compile("Criminal\\s*None\\s*Changed\\s*Charged"));
        auditor.looksRight("audit-replay");
        page.keyboard().press("ArrowLeft");
        assertThat(page.locator("#entry")).hasText("Note added");

        auditor.follow("Case closed");
        assertThat(page.locator("main")).containsText("Step 6 of 6");
        assertThat(changed(page)).hasCount(2);
        HostileText.didNothing(auditor);
        assertThat(auditor.expecting(404).open("/audit/cases/NO-SUCH-CASE").heading())
                .isEqualTo("Page not found");
    }

    private static Locator changed(Page page) {
        return page.locator(".register-changed");
    }

    @Test
    void whatWasKnownOfACaseStandsBesideWhatIsKnownNow(BrowserSession stage) {
        var auditor =
                stage.signIn("auditor").open("/audit/known?asAt=2017-12-01&caseId=" + CASE + "&knownAt=" + before);

        var handling = auditor.page().locator(".register-changed").first();
        assertThat(handling).hasText(Pattern.compile("Handling\\s*Pending\\s*Changed\\s*Closed"));
        assertThat(auditor.page().locator("main")).containsText("4 entries recorded since, of 6");
        auditor.looksRight("audit-known-case");

        auditor.page().getByLabel("Case", exactly()).fill("../" + HostileText.TEXT);
        auditor.press("Show the case");
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("Case is none that the register knows");
        HostileText.didNothing(auditor);
    }

    @Test
    void whatWasKnownOfACountLeadsToTheEntriesThatChangedIt(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/audit/known");
        auditor.looksRight("audit-known");
        auditor.open("/audit/known?unit=allegations&groupBy=status&tag=AUDITED&asAt=2017-12-01&knownAt=" + before);

        var rows = auditor.page().locator(".register-counts tbody tr");
        assertThat(rows.nth(0)).hasText(Pattern.compile("Closed\\s*0\\s*1\\s*\\+1"));
        assertThat(rows.nth(1)).hasText(Pattern.compile("Pending\\s*1\\s*0\\s*−1"));
        auditor.looksRight("audit-known-count").fitsAPhone();

        auditor.follow("Which entries made it change?");
        assertThat(auditor.page().locator("#differing")).hasText("One counts otherwise");
        var differing = auditor.page().locator(".register-log > li");
        assertThat(differing).hasCount(1);
        assertThat(differing).containsText(CASE);
        assertThat(differing).containsText("Pending → Closed");
        assertThat(differing.getByRole(AriaRole.LINK))
                .hasText(new String[] {CASE, "Officer charged", "Criminal verdict reached", "Case closed"});
        auditor.looksRight("audit-compare").fitsAPhone();
    }

    @Test
    void aPublishedNumberIsComparedAtTwoInstants(BrowserSession stage) {
        var auditor = stage.signIn("auditor")
                .open("/audit/compare?unit=officers&groupBy=result&tag=AUDITED&asAt=2017-12-01&knownAt=" + before
                        + "&knownAt2=" + after);
        assertThat(auditor.page().locator(".register-log > li")).containsText("No result yet → Went to court");

        auditor.open("/audit/compare?unit=cases&tag=AUDITED&asAt=2017-12-01&knownAt=" + after + "&knownAt2=" + after);
        assertThat(auditor.page().locator("#differing")).hasText("None of them counts otherwise");
        auditor.open("/audit/compare?unit=cases&groupBy=sentence&knownAt=" + after + "&knownAt2=" + before);
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("The second instant must not be before");
        assertThat(auditor.page().getByRole(AriaRole.ALERT)).containsText("sentence is not a dimension of cases");
        auditor.looksRight("audit-compare-errors");
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }
}
