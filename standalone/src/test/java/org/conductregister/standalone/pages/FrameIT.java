package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests the frame of every page: signing in and out, the way about, and what is said where there is no way. */
@Journey
class FrameIT {

    @Test
    void whoAsksForAPageSignsInFirstAndThenSeesIt(BrowserSession stage) {
        var somebody = stage.nobody().open("/?asAt=2018-06-02");

        assertThat(somebody.heading()).isEqualTo("Sign in");
        somebody.looksRight("sign-in");
        somebody.signIn("analyst", stage.password());
        assertThat(somebody.page().url()).endsWith("/?asAt=2018-06-02");
        assertThat(somebody.page().locator("header").innerText()).contains("Signed in as analyst");

        somebody.press("Sign out");
        assertThat(somebody.page().getByRole(AriaRole.REGION).first().innerText())
                .contains("You have signed out.");
        assertThat(somebody.open("/").heading()).isEqualTo("Sign in");
    }

    @Test
    void aWrongPasswordIsToldWithoutSayingWhichPartIsWrong(BrowserSession stage) {
        var somebody = stage.nobody().open("/sign-in");
        somebody.signIn("analyst", "a guess");

        assertThat(somebody.page().getByRole(AriaRole.ALERT).innerText())
                .contains("The user name or password is not right");
        assertThat(somebody.page().title()).startsWith("Error: ");
        somebody.looksRight("sign-in-refused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            handler | Overview, Cases, Worklist, Report an allegation, Officers, Recommendations, Imports, Help
            analyst | Overview, Help
            auditor | Overview, Cases, Worklist, Officers, Recommendations, Audit, Operations, Imports, Help
            admin   | Overview, Operations, Imports, Code lists, Personal data, Users, Help
            """)
    void theNavigationLeadsWhereTheRoleMayGo(String user, String places, BrowserSession stage) {
        var links = stage.signIn(user).page().locator("nav[aria-label=Menu] a").allInnerTexts();

        assertThat(links).isEqualTo(List.of(places.split(", ")));
    }

    @Test
    void whereThereIsNoWayItIsSaidInWords(BrowserSession stage) {
        var analyst = stage.signIn("analyst").expecting(404).expecting(403);

        assertThat(analyst.open("/nowhere").heading()).isEqualTo("Page not found");
        analyst.looksRight("not-found");
        assertThat(analyst.open("/cases").heading()).isEqualTo("You may not do that");
        assertThat(analyst.page().locator("main").innerText()).contains("You are signed in as analyst");
        analyst.looksRight("refused");
    }

    @Test
    void theKeyboardSkipsToTheContent(BrowserSession stage) {
        var page = stage.signIn("analyst").page();
        page.keyboard().press("Tab");
        assertThat(page.locator(":focus").innerText()).isEqualTo("Skip to main content");
        page.keyboard().press("Enter");
        assertThat(page.locator(":focus").getAttribute("id")).isEqualTo("main-content");
    }

    @Test
    void theMenuOpensOnAPhone(BrowserSession stage) {
        var page = stage.signIn("handler").page();
        page.setViewportSize(320, 780);
        var menu = page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Menu"));
        menu.click();
        assertThat(menu.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(page.locator("#navigation").isVisible()).isTrue();
    }
}
