package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
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
