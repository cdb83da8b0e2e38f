package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.Api;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Staff log what happened: by keyboard, once, with every refusal told where it belongs, and corrected with a reason. */
@Journey
class LoggingIT {

    private static final String TODAY_BADGE = "Just recorded";

    @Test
    void anAllegationIsReportedByKeyboardFromStartToEnd(BrowserSession stage) throws Exception {
        var caseId = fresh("JRN-A");
        var handler = stage.signIn("handler").expecting(400).open("/report");
        var page = handler.page();
        assertThat(handler.heading()).isEqualTo("Which case is it?");
        handler.looksRight("report-case");

        page.locator("#which").focus();
        type(handler, " ", "Tab", caseId, "Enter");
        assertThat(handler.heading()).isEqualTo("About the case");
        page.locator("#force").focus();
        type(
                handler,
                "Lancashire",
                "Tab",
                " ",
                "Tab",
                " ",
                "Tab",
                caseId + "/1",
                "Tab",
                "Messages found on a phone",
                "Enter");
        assertThat(handler.heading()).isEqualTo("What is alleged?");
        assertThat(page.locator("#allegationId").inputValue()).isEqualTo("A1");
        handler.looksRight("report-allegation");
        page.locator("#category").focus();
        type(handler, "Stalking", "Tab", "Followed a witness home", "Tab", " ", "Enter");
        assertThat(handler.heading()).isEqualTo("Against whom?");
        page.locator("#officerId").focus();
        type(handler, caseId + "-O", "Enter");
        assertThat(summary(handler).getFirst()).contains("Nobody in the register has the number " + caseId + "-O");
        handler.looksRight("report-unknown-officer");
        page.locator("[id='officerId.confirmed']").focus();
        type(handler, " ", "Enter");
        assertThat(handler.heading()).isEqualTo("Check before you record it");
        assertThat(page.locator("main").innerText()).contains("Followed a witness home", "Stalking", caseId + "-O");
        handler.looksRight("report-check");
        page.locator("main .govuk-button-group button").focus();
        type(handler, "Enter");

        assertThat(handler.heading()).isEqualTo("Allegation reported");
        handler.looksRight("report-done");
        handler.follow("See the case");
        assertThat(handler.heading()).isEqualTo("Messages found on a phone");
        var stored = stage.api().get("auditor", "/api/v1/cases/" + caseId);
        assertThat(stored.at("/allegations/0/category").stringValue()).isEqualTo("STALKING");
        assertThat(entriesOf(stage.api(), "cases/" + caseId)).isEqualTo(2);
    }

    @Test
    void whatIsMissingInAReportIsSaidStepByStep(BrowserSession stage) {
        var handler = stage.signIn("handler").expecting(400).open("/report");
        handler.press("Continue");
        assertThat(summary(handler)).contains("Choose whether the case is new", "Fill in “Case number”");
        handler.looksRight("report-refused");

        handler.page().getByLabel("A case that is in the register").check();
        handler.page().getByLabel("Case number").fill("NO-SUCH-CASE");
        handler.press("Continue");
        assertThat(summary(handler).getFirst())
                .startsWith("No case in the register has the number or reference NO-SUCH-CASE.")
                .contains("Report it as a new case");
    }

    @Test
    void aWrongOfficerIsCorrectedInOneStep(BrowserSession stage) throws Exception {
        var caseId = fresh("JRN-W");
        long reported = log(stage, "cases/" + caseId, """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER",
                  "officerId": "WRONG-O"}]""");
        var handler = stage.signIn("handler").expecting(400).open("/cases/" + caseId + "?atLeast=" + reported);
        var page = handler.page();

        page.locator(".moj-timeline__item")
                .first()
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Correct this entry"))
                .click();
        assertThat(handler.heading()).isEqualTo("Correct this entry");
        assertThat(page.getByLabel("Officer (optional)").inputValue()).isEqualTo("WRONG-O");
        handler.looksRight("correct");
        page.getByLabel("Officer (optional)").fill("RIGHT-O");
        page.locator("#reason").fill("Mistaken for a colleague");
        handler.press("Record the correction");
        page.locator("[id='officerId.confirmed']").check();
        handler.press("Record the correction");

        assertThat(page.locator(".register-allegation").innerText())
                .contains("RIGHT-O")
                .doesNotContain("WRONG-O");
        assertThat(page.locator("main").innerText()).contains("Corrected", "Mistaken for a colleague", "WRONG-O");
        handler.looksRight("corrected");
        assertThat(entriesOf(stage.api(), "cases/" + caseId)).isEqualTo(3);
    }

    @Test
    void aDuplicateIsMarkedAndUnmarked(BrowserSession stage) throws Exception {
        var original = fresh("JRN-D");
        var opened = """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""";
        log(stage, "cases/" + original, opened);
        var caseId = fresh("JRN-E");
        long twice = log(stage, "cases/" + caseId, opened);
        var handler = stage.signIn("handler").open("/cases/" + caseId + "?atLeast=" + twice);
        var page = handler.page();

        handler.follow("This case is in the register twice");
        handler.looksRight("duplicate");
        page.locator("#duplicateOf").fill(original);
        page.locator("#reason").fill("The same letter, entered twice");
        handler.press("Mark as a duplicate");
        assertThat(page.locator(".govuk-warning-text").innerText()).contains("duplicate of", original, "not counted");
        handler.looksRight("marked-duplicate");

        page.locator(".moj-timeline__item", new Page.LocatorOptions().setHasText("Marked as a duplicate"))
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Retract"))
                .click();
        page.locator("#reason").fill("Two letters after all");
        handler.press("Retract");
        assertThat(page.locator(".govuk-warning-text").count()).isZero();
    }

    @Test
    void anOfficerIsFoundAsTheirNameIsTyped(BrowserSession stage) throws Exception {
        var officer = fresh("JRN-N");
        log(stage, "officers/" + officer, """
                {"type": "OfficerRegistered", "occurredOn": "2015-01-05", "force": "LANCASHIRE", "workforce": "POLICE_OFFICER",
                 "rank": "Sergeant", "name": "Wilhelmina %s"}""".formatted(officer.substring(6)));
        var caseId = opened(stage);
        var handler = stage.signIn("handler").open("/cases/" + caseId + "/log/AllegationReported");
        var page = handler.page();

        page.locator("#officerId").pressSequentially("Wilhelmina " + officer.substring(6));
        var found = page.locator("[role=option]").first();
        found.waitFor();
        assertThat(found.innerText()).contains(officer, "Wilhelmina", "Sergeant", "Lancashire");
        handler.looksRight("officer-found");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(page.locator("#officerId").inputValue()).isEqualTo(officer);
        assertThat(page.locator(".register-lookup__whose").innerText()).contains("Wilhelmina");
        page.locator("#allegationId").fill("A2");
        page.locator("#category").selectOption("STALKING");
        handler.press("Record");
        page.waitForURL(url -> url.contains("recorded=AllegationReported"));
        assertThat(page.locator(".register-allegation").allInnerTexts().toString())
                .contains(officer);
    }

    @Test
    void aReferenceThatIsThereAlreadyLeadsToAddToIt(BrowserSession stage) throws Exception {
        var reference = "LAN/" + fresh("2026") + "/001";
        var caseId = fresh("JRN-R");
        long taken = log(stage, "cases/" + caseId, """
                {"type": "CaseOpened", "occurredOn": "2021-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE",
                 "reference": "%s"}""".formatted(reference));
        var handler = stage.signIn("handler").expecting(400).open("/report");
        var page = handler.page();

        page.getByLabel("A new case").check();
        page.getByLabel("Case number").fill(reference);
        handler.press("Continue");
        assertThat(summary(handler).getFirst())
                .contains("Already in the register: case " + caseId + " (" + reference + "). Add to it?");
        handler.looksRight("report-reference-taken");
        handler.follow("Add an allegation to case " + caseId);
        handler.press("Continue");
        assertThat(handler.heading()).isEqualTo("What is alleged?");

        handler.open("/cases/" + caseId + "?atLeast=" + taken);
        assertThat(page.locator("main").innerText()).contains("reference " + reference);
    }

    @Test
    void aResignationIsLoggedAndSeenAtOnce(BrowserSession stage) throws Exception {
        var officer = fresh("JRN-O");
        long registered = register(stage, officer);
        var handler = stage.signIn("handler").open("/officers/" + officer + "?atLeast=" + registered);
        var page = handler.page();
        handler.press("Log what happened");
        handler.looksRight("choose-officer");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Officer resigned"))
                .focus();
        type(handler, "Enter");
        handler.looksRight("log-resignation");
        page.getByLabel("Note (optional)").fill("By letter");
        type(handler, "Tab", "Enter");

        assertThat(page.locator(".govuk-notification-banner").innerText()).contains("Officer resigned");
        assertThat(page.locator(".moj-timeline__item").first().innerText())
                .contains("Officer resigned", TODAY_BADGE, "By letter");
        assertThat(page.locator(".register-glance").innerText()).contains("Resigned");
        handler.looksRight("officer");
    }

    @Test
    void aFormSentTwiceIsRecordedOnce(BrowserSession stage) throws Exception {
        var caseId = opened(stage);
        var handler = stage.signIn("handler").open("/cases/" + caseId + "/log/NoteAdded");
        handler.page().getByLabel("What is to be noted").fill("Sent twice");
        handler.page().evaluate("""
                () => {
                  const form = document.querySelector('main form');
                  const data = new URLSearchParams(new FormData(form));
                  return Promise.all([1, 2].map(() => fetch(form.action, {method: 'POST', body: data, redirect: 'manual'})));
                }""");
        handler.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Record"))
                .dblclick();
        handler.page().waitForURL(url -> url.contains("recorded=NoteAdded"));

        assertThat(entriesOf(stage.api(), "cases/" + caseId)).isEqualTo(3);
        assertThat(handler.page().getByText("Sent twice").count()).isEqualTo(1);
    }

    @Test
    void whatARuleRefusesIsToldInItsWordsAndAtTheField(BrowserSession stage) throws Exception {
        var caseId = opened(stage);
        var handler = stage.signIn("handler").expecting(409).expecting(400);
        handler.open("/cases/" + caseId + "/log/CriminalVerdictReached");
        handler.press("Record");
        assertThat(summary(handler)).containsExactly("Choose an answer for “Verdict”");
        handler.page().getByLabel("Convicted").check();
        handler.press("Record");

        assertThat(summary(handler).getFirst())
                .startsWith("The officer has not been charged. Record the charge first.");
        assertThat(handler.page().locator("#allegationId-error").innerText())
                .contains("The officer has not been charged.");
        assertThat(handler.page().title()).startsWith("Error: ");
        assertThat(handler.page().getByLabel("Convicted").isChecked()).isTrue();
        handler.looksRight("log-refused");

        handler.open("/cases/" + caseId + "/log/NoteAdded");
        handler.page().getByLabel("What is to be noted").fill("Too early");
        handler.page().getByLabel("Year").fill("2009");
        handler.press("Record");
        assertThat(summary(handler).getFirst())
                .startsWith("This is before the day on which the case was opened.")
                .contains("Correct “Case opened” of 2 March 2021");
        handler.page().locator(".govuk-error-summary a").first().click();
        assertThat(handler.page().locator(":focus").getAttribute("id")).isEqualTo("occurredOn-day");
        handler.page().getByLabel("Month").fill("13");
        handler.press("Record");
        assertThat(summary(handler)).containsExactly("The day it happened must be a real date");
        assertThat(entriesOf(stage.api(), "cases/" + caseId)).isEqualTo(2);
    }

    @Test
    void entriesAreRedatedAndRetractedFromTheTimeline(BrowserSession stage) throws Exception {
        var caseId = opened(stage);
        long noted = log(stage, "cases/" + caseId, """
                {"type": "NoteAdded", "occurredOn": "2021-05-06", "text": "Put on the wrong case"}""");
        var handler = stage.signIn("handler").open("/cases/" + caseId + "?atLeast=" + noted);
        handler.follow("Re-date Note added");
        assertThat(handler.page().locator("main").innerText()).contains("Put on the wrong case", "6 May 2021");
        handler.page().getByLabel("Day").fill("4");
        handler.page().getByLabel("Month").fill("5");
        handler.page().getByLabel("Year").fill("2021");
        handler.page().getByLabel("Reason").fill("Read from the wrong line");
        handler.looksRight("redate");
        handler.press("Re-date");
        handler.page().waitForURL(url -> url.contains("recorded=EntryRedated"));
        assertThat(handler.page().locator("main").innerText())
                .contains("4 May 2021", "logged as 6 May 2021", "Re-dated by handler", "Read from the wrong line");

        handler.follow("Retract Note added");
        handler.page().getByLabel("Reason").fill("It belongs to another case");
        handler.looksRight("retract");
        handler.press("Retract");
        handler.page().waitForURL(url -> url.contains("recorded=EntryRetracted"));
        var struck = handler.page().locator(".register-struck");
        assertThat(struck.locator("del").allInnerTexts()).contains("Note added", "Put on the wrong case");
        assertThat(struck.innerText()).contains("Retracted by handler", "It belongs to another case");
        handler.looksRight("case-corrected");
    }

    @Test
    void nothingTypedIsEverMarkup(BrowserSession stage) throws Exception {
        var caseId = opened(stage);
        var hostile = "<script>document.title='owned'</script><img src=x"
                + " onerror=\"document.title='owned'\">'\"${7*191}[[${7*191}]]";
        var handler = stage.signIn("handler").expecting(400);
        var page = handler.page();
        for (var path : List.of(
                "/report",
                "/cases/" + caseId + "/log/AllegationReported",
                "/cases/" + caseId + "/log/SentencePassed",
                "/cases/" + caseId + "/log/NoteAdded",
                "/officers/new",
                "/recommendations/new")) {
            handler.open(path);
            fillAll(page, hostile);
            handler.toAnotherPage(
                    () -> page.locator("main button.govuk-button").first().click());
            assertThat(page.title()).as(path).startsWith("Error: ").doesNotContain("owned");
            assertThat(page.locator("main img, main script").count()).as(path).isZero();
            assertThat(page.locator("main").innerText()).as(path).doesNotContain("1337");
        }
        handler.open("/cases/" + caseId + "/log/NoteAdded");
        page.getByLabel("What is to be noted").fill(hostile);
        page.getByLabel("Note (optional)").fill(hostile);
        handler.press("Record");
        page.waitForURL(url -> url.contains("recorded=NoteAdded"));
        assertThat(page.locator("main").innerText()).contains("<script>document.title='owned'</script>", "${7*191}");
        for (var path : List.of("/cases?q=", "/officers?q=", "/cases?officerId=", "/cases?tag=", "/cases?force=")) {
            page.navigate(path + URLEncoder.encode(hostile, StandardCharsets.UTF_8));
            assertThat(page.title()).as(path).doesNotContain("owned");
            assertThat(page.locator("main img, main script").count()).as(path).isZero();
        }
    }

    private static void fillAll(Page page, String text) {
        for (var field : page.locator("main input[type=text], main textarea").all()) {
            field.fill(text);
        }
    }

    private static void type(BrowserUser visitor, String... keys) {
        var keyboard = visitor.page().keyboard();
        for (var key : keys) {
            switch (key) {
                case " " -> keyboard.press("Space");
                case "Tab" -> keyboard.press(key);
                case "Enter" -> visitor.toAnotherPage(() -> keyboard.press("Enter"));
                default -> keyboard.type(key);
            }
        }
    }

    private static List<String> summary(BrowserUser visitor) {
        return visitor.page().locator(".govuk-error-summary__list li").allInnerTexts();
    }

    private static String fresh(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A case with an allegation against an officer, opened on 2 March 2021. */
    private static String opened(BrowserSession stage) throws Exception {
        var caseId = fresh("JRN");
        log(stage, "cases/" + caseId, """
                [{"type": "CaseOpened", "occurredOn": "2021-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2021-03-02", "allegationId": "A1", "category": "STALKING",
                  "officerId": "%s-O"}]""".formatted(caseId));
        return caseId;
    }

    private static long register(BrowserSession stage, String officer) throws Exception {
        return log(stage, "officers/" + officer, """
                {"type": "OfficerRegistered", "occurredOn": "2015-01-05", "force": "LANCASHIRE", "workforce": "POLICE_OFFICER",
                 "rank": "Constable", "name": "Sam Example"}""");
    }

    /** The position of the last entry in the log. */
    private static long log(BrowserSession stage, String record, String json) throws Exception {
        var answer = stage.api().post("handler", "/api/v1/" + record + "/entries", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var recorded = FactJson.mapper().readTree(answer.body());
        return recorded.get(recorded.size() - 1).get("position").longValue();
    }

    private static int entriesOf(Api api, String record) throws Exception {
        return api.get("auditor", "/api/v1/" + record + "/timeline")
                .get("entries")
                .size();
    }
}
