package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Newcomers look the words up; everybody is told in words where they may not go. */
@Journey
class HelpIT {

    @Test
    void aNewcomerLearnsTheWords(BrowserSession stage) {
        var analyst = stage.signIn("analyst").follow("Help");

        assertThat(analyst.heading()).isEqualTo("What the words mean");
        assertThat(analyst.page().getByAltText("Two lines of time")).isVisible();
        analyst.follow("Pending, closed, finalised");
        assertThat(analyst.page().locator("#pending")).isInViewport();
        analyst.looksRight("help");
    }

    @Test
    void whatOtherPagesLeadToIsThere(BrowserSession stage) {
        var page = stage.signIn("auditor").open("/help").page();

        for (var anchor : List.of(
                "units",
                "as-at",
                "as-known-at",
                "tracks",
                "handling",
                "referral",
                "misconduct",
                "criminal",
                "employment",
                "pending",
                "closed",
                "finalised",
                "result",
                "population",
                "roles")) {
            assertThat(page.locator("#" + anchor)).hasCount(1);
        }
        assertThat(page.getByText("which entries made it change")).hasAttribute("href", "/audit/compare");
    }

    @ParameterizedTest
    @CsvSource({
        "analyst, /audit",
        "analyst, /audit/known",
        "analyst, /operations",
        "analyst, /imports",
        "analyst, /code-lists",
        "handler, /audit/cases/LAN-2012-0001",
        "handler, /operations",
        "handler, /code-lists",
        "admin, /audit",
        "admin, /audit/compare",
        "auditor, /code-lists",
        "auditor, /imports/drafts/x"
    })
    void whoMayNotIsToldSo(String user, String path, BrowserSession stage) {
        var somebody = stage.signIn(user).expecting(403).open(path);

        assertThat(somebody.heading()).isEqualTo("You may not do that");
        assertThat(somebody.page().locator("main")).containsText("You are signed in as " + user);
    }

    @ParameterizedTest
    @CsvSource({"handler", "auditor", "analyst", "admin"})
    void aPathThatNothingHasIsSaidToEverybody(String user, BrowserSession stage) {
        assertThat(stage.signIn(user).expecting(404).open("/no/such/page").heading())
                .isEqualTo("Page not found");
    }
}
