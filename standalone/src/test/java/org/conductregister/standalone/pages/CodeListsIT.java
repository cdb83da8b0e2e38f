package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Administrators keep the words that entries choose from. */
@Journey
class CodeListsIT {

    @Test
    void aCodeIsAddedAndItsLabelChanged(BrowserSession stage) {
        var admin = stage.signIn("admin").follow("Code lists");
        admin.looksRight("code-lists");
        admin.follow("Themes");

        admin.page().locator("#code").fill("KEPT_RECORDS");
        admin.page().locator("#label").fill(HostileText.TEXT);
        admin.press("Add the code");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText(HostileText.TEXT + " (KEPT_RECORDS)");

        admin.page()
                .locator("tr:has-text('KEPT_RECORDS')")
                .getByRole(AriaRole.LINK)
                .click();
        admin.page().locator("#label").fill("ViewStorage of records");
        admin.looksRight("code-label");
        admin.press("Save the label");
        assertThat(admin.page().locator("tr:has-text('KEPT_RECORDS')")).containsText("ViewStorage of records");
        admin.looksRight("code-list");
        HostileText.didNothing(admin);
    }

    @Test
    void aLabelThatIsChangedIsReadEverywhereAtOnce(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/cases?force=CLEVELAND");
        assertThat(handler.page().locator("tbody tr").first()).containsText("Cleveland Police");

        var admin = stage.signIn("admin").open("/code-lists/forces/CLEVELAND");
        admin.page().locator("#label").fill("Police of Teesside");
        admin.press("Save the label");

        handler.open("/cases?force=CLEVELAND");
        assertThat(handler.page().locator("tbody tr").first()).containsText("Police of Teesside");
        handler.open("/?force=CLEVELAND");
        assertThat(handler.page().locator(".register-limits")).containsText("Police of Teesside");
        handler.open("/officers/new");
        assertThat(handler.page().getByLabel("Force")).containsText("Police of Teesside");

        admin.open("/code-lists/forces/CLEVELAND");
        admin.page().locator("#label").fill("Cleveland Police");
        admin.press("Save the label");
        assertThat(admin.page().locator("tr:has-text('CLEVELAND')")).containsText("Cleveland Police");
    }

    @Test
    void whatIsWrongIsSaidInASummaryAndAtTheField(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists/forces");

        admin.page().locator("#code").fill("Lancs " + HostileText.TEXT);
        admin.press("Add the code");
        var summary = admin.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("The code must be 1 to 64 capital letters, digits or '_'");
        assertThat(summary).containsText("Enter what people read for it");
        assertThat(admin.page().locator("#code")).hasValue("Lancs " + HostileText.TEXT);
        admin.looksRight("code-list-errors");

        admin.page().locator("#code").fill("LANCASHIRE");
        admin.page().locator("#label").fill("The same again");
        admin.press("Add the code");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("LANCASHIRE is on the list already");
        assertThat(admin.expecting(404).open("/code-lists/feelings").heading()).isEqualTo("Page not found");
        assertThat(admin.open("/code-lists/forces/ATLANTIS").heading()).isEqualTo("Page not found");
        HostileText.didNothing(admin);
    }
}
