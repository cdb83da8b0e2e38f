package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** From a question to an answer that can be taken along. */
@Journey
class TablesIT {

    @Test
    void aTableIsPutTogetherByKeyboardAndDownloaded(BrowserSession stage) throws IOException {
        var analyst = stage.signIn("analyst").open("/?asAt=2018-06-02");
        var page = analyst.page();
        page.getByText("Make a table of it").press("Enter");
        page.waitForURL("**/statistics/table?**");

        page.getByLabel("Rows").selectOption("force");
        page.getByLabel("Columns").selectOption("result");
        page.getByLabel("Shares").selectOption("ROW");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the table"))
                .press("Enter");
        page.waitForURL("**rows=force**");

        assertThat(page.locator("h1")).hasText("Allegations by force and result");
        assertThat(page.locator("#table tfoot")).containsText("Total");
        assertThat(page.locator("#sentence")).containsText("Population: everything. As at 2 June 2018");
        analyst.looksRight("table-builder");
        page.locator(".register-action summary").first().press("Enter");
        var file = page.waitForDownload(
                () -> page.getByText("OpenDocument (ODS), exact: for inside").press("Enter"));
        assertThat(file.suggestedFilename()).isEqualTo("allegations-by-force-and-result.ods");
        assertThat(Files.size(file.path())).isGreaterThan(1_000);
    }

    /** No pointer and no address is used: keys alone, from the first page to the file. */
    @Test
    void aQuestionIsAnsweredWithAFileByKeysAlone(BrowserSession stage) throws IOException {
        var page = stage.signIn("analyst").page();
        tabTo(page, "a:has-text('Make a table of it')");
        page.keyboard().press("Enter");
        page.waitForURL("**/statistics/table?**");

        choose(page, "#show", "How long it took");
        choose(page, "#rows", "Force");
        choose(page, "#toMoment", "Heard");
        tabTo(page, "#over");
        page.keyboard().type("365");
        page.keyboard().press("Enter");
        page.waitForURL("**over=365**");

        assertThat(page.locator("h1"))
                .hasText("Allegations: calendar days from reported to heard, with the share over 365 by force");
        tabTo(page, "main .register-action summary");
        page.keyboard().press("Enter");
        tabTo(page, "a:has-text('CSV, exact: for inside')");
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        var lines = Files.readAllLines(file.path());
        assertThat(lines).anyMatch(line -> line.startsWith("force,ended.count,ended.mean,ended.median"));
        assertThat(lines).anyMatch(line -> line.startsWith("LANCASHIRE,"));
    }

    /** Three dimensions, sorted, copied, printed and cited: no pointer is used. */
    @Test
    void aTableIsSortedCopiedPrintedAndCitedByKeysAlone(BrowserSession stage) {
        var analyst = stage.signIn(
                "analyst", options -> options.setPermissions(List.of("clipboard-read", "clipboard-write")));
        var page = analyst.open("/statistics/table?unit=cases&asAt=2018-06-02").page();
        choose(page, "#rows", "Force");
        choose(page, "#rows2", "Kind");
        choose(page, "#columns", "Status");
        analyst.toAnotherPage(() -> press(page, "#choices button"));
        assertThat(page.locator("h1")).hasText("Cases by force, kind and status");

        analyst.toAnotherPage(() -> press(page, "th a:has-text('Total')"));
        assertThat(page.locator("th[aria-sort]:has-text('Total')")).hasAttribute("aria-sort", "descending");
        var totals = page.locator("#table tbody tr td:last-of-type").allInnerTexts().stream()
                .map(text -> Integer.parseInt(text.replace(",", "")))
                .toList();
        assertThat(totals).hasSizeGreaterThan(10).isSortedAccordingTo(Comparator.reverseOrder());

        press(page, "[data-copy]");
        assertThat(page.locator("[data-copied]")).hasText("Copied, with what it shows");
        var copied = page.evaluate("() => navigator.clipboard.readText()").toString();
        assertThat(copied.lines().findFirst()).hasValue("Force\tKind\tPending\tClosed\tTotal");
        assertThat(copied).contains("Cases by force, kind and status").contains("As at 2 June 2018");

        page.evaluate("() => { window.print = () => { document.documentElement.dataset.printed = 'yes' } }");
        press(page, "[data-print]");
        assertThat(page.locator("html")).hasAttribute("data-printed", "yes");

        press(page, "main .register-action summary:has-text('Cite')");
        assertThat(page.locator(".register-cited")).isVisible();
        assertThat(page.locator(".register-cited")).containsText("Source: Conduct Register, /statistics/table?");
    }

    /** Flows with rates, from the question to the file: no pointer is used. */
    @Test
    void whatCameAndWentPerThousandStaffIsDownloadedByKeysAlone(BrowserSession stage) throws Exception {
        stage.api().put("admin", "/api/v1/headcounts", """
                [{"force": "KENT", "workforce": "POLICE_OFFICER", "asAt": "2012-03-31", "count": 3500}]""");
        var analyst = stage.signIn("analyst");
        var page = analyst.open("/statistics/table?unit=cases").page();
        choose(page, "#show", "What came and went");
        choose(page, "#rows", "Force");
        tabTo(page, "#per");
        page.keyboard().press("Space");
        analyst.toAnotherPage(() -> press(page, "#choices button"));

        assertThat(page.locator("#sentence")).containsText("1,000");
        assertThat(page.locator("#table thead")).containsText("Received");
        press(page, "main .register-action summary");
        tabTo(page, "a:has-text('CSV, exact: for inside')");
        var file = page.waitForDownload(() -> page.keyboard().press("Enter"));
        assertThat(Files.readAllLines(file.path()))
                .anyMatch(line -> line.contains(",KENT,") && line.contains(",3500,"));
    }

    private static void press(Page page, String selector) {
        tabTo(page, selector);
        page.keyboard().press("Enter");
    }

    private static void choose(Page page, String list, String text) {
        tabTo(page, list);
        page.keyboard().type(text);
    }

    /** Presses Tab until what is asked for has the focus. */
    private static void tabTo(Page page, String selector) {
        for (int i = 0; i < 150; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() > 0) {
                return;
            }
        }
        throw new AssertionError("the focus never came to " + selector);
    }

    @Test
    void fieldsThatDoNotGoWithWhatIsShownAreHidden(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/statistics/table?unit=cases");
        var page = analyst.page();
        assertThat(page.getByLabel("Each period is")).isHidden();

        page.locator("#show").selectOption("FLOWS");

        assertThat(page.getByLabel("Each period is")).isVisible();
        assertThat(page.getByLabel("Columns")).isHidden();
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show the table"))
                .click();
        assertThat(page.locator("h1")).hasText("Cases: what came and went");
        analyst.looksRight("table-flows");
    }

    @Test
    void aTableIsRegisteredAsPublishedAndAnswersARequest(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/statistics/table?unit=cases&rows=status&asAt=2018-06-02");
        var page = analyst.page();
        page.getByText("Register this table as").click();
        page.getByLabel("Title").fill("Cases by status, June 2018");
        page.getByLabel("What was asked, in words").fill("How many cases were pending on 2 June 2018?");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register"))
                .click();

        assertThat(page.locator("h1")).hasText("Cases by status, June 2018");
        assertThat(page.locator("main")).containsText("Registered as published");
        analyst.looksRight("publication");
        page.getByText("Answer a request with it").click();
        assertThat(page.locator("main")).containsText("How many cases were pending on 2 June 2018?");
        analyst.looksRight("publication-answer");
        analyst.open("/statistics/publications");
        assertThat(page.locator("main")).containsText("Cases by status, June 2018");
        analyst.looksRight("publications");
    }

    @Test
    void aPublishedFigureIsFlaggedAfterALateEntryWhichIsShown(BrowserSession stage) throws Exception {
        var analyst =
                stage.signIn("analyst").open("/statistics/table?unit=cases&rows=status&force=KENT&asAt=2018-06-02");
        var page = analyst.page();
        page.getByText("Register this table as").click();
        page.getByLabel("Title").fill("Kent's cases by status");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Register"))
                .click();
        assertThat(page.locator("main")).containsText("Registered as published");
        assertThat(page.locator("main")).not().containsText("What is known now differs");

        var late = stage.api().post("handler", "/api/v1/cases/KENT-LATE/entries", """
                {"type": "CaseOpened", "occurredOn": "2018-01-05", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""");
        assertThat(late.statusCode()).as(late.body()).isEqualTo(201);
        long position =
                FactJson.mapper().readTree(late.body()).get(0).get("position").longValue();

        analyst.open("/statistics/publications");
        var row = page.locator("tr", new Page.LocatorOptions().setHasText("Kent's cases by status"));
        assertThat(row).containsText("1 figure differs");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kent's cases by status"))
                .click();
        assertThat(page.locator("main")).containsText("What is known now differs");
        assertThat(page.locator("main")).containsText("Case opened, position " + position);
        analyst.looksRight("publication-differs");
    }

    @Test
    void aTableIsKeptUnderAName(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/statistics/table?unit=cases&rows=force");
        var page = analyst.page();
        page.getByLabel("Keep this table under a name").fill("Cases by force");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Keep"))
                .click();

        assertThat(page.locator("main")).containsText("Kept: Cases by force");
        analyst.looksRight("kept-tables");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cases by force"))
                .click();
        assertThat(page.locator("h1")).hasText("Cases by force");
    }
}
