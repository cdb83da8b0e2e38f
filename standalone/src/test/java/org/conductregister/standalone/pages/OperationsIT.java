package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Administrators look after the views; auditors may look, and rebuild. */
@Journey
class OperationsIT {

    private static final double LONG = 120_000;

    @Test
    void aViewIsRebuiltWithItsProgressToBeSeen(BrowserSession stage) {
        var admin = stage.signIn("admin").follow("Operations");
        assertThat(card(admin, "Casefiles")).containsText("Live");
        admin.looksRight("operations");

        admin.press("Rebuild casefiles");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("Building “casefiles” again from the log");
        assertThat(admin.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        admin.page().waitForFunction("() => Number(document.querySelector('progress')?.value ?? 100) > 0");
        admin.looksRight("rebuild");

        assertThat(admin.page().getByRole(AriaRole.PROGRESSBAR)).hasCount(0, new HasCountOptions().setTimeout(LONG));
        assertThat(card(admin, "Casefiles").locator(".govuk-tag"))
                .hasText("Live", new HasTextOptions().setTimeout(LONG));
    }

    @Test
    void anAuditorRebuildsWithoutAScript(BrowserSession stage) {
        var auditor = stage.signIn("auditor", browser -> browser.setJavaScriptEnabled(false))
                .open("/operations");

        auditor.press("Rebuild statistics");
        assertThat(auditor.heading()).isEqualTo("Operations");
        assertThat(auditor.page().getByText("Building “statistics” again from the log"))
                .isVisible();
        while (auditor.page().getByText("Look again").count() > 0) {
            auditor.follow("Look again");
        }
        assertThat(card(auditor, "Statistics")).containsText("Live");
    }

    @Test
    void whereThereAreNoDeadLettersItSaysSo(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/operations");

        auditor.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("0 dead letters of casefiles"))
                .click();
        assertThat(auditor.heading()).isEqualTo("Dead letters of casefiles");
        assertThat(auditor.page().locator("main")).containsText("There are none");
        auditor.looksRight("dead-letters-none");
        assertThat(auditor.expecting(404)
                        .open("/operations/feelings/dead-letters")
                        .heading())
                .isEqualTo("Page not found");
    }

    private static Locator card(BrowserUser visitor, String view) {
        return visitor.page().getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(view));
    }
}
