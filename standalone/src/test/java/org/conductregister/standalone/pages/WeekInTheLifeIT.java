package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.conductregister.standalone.RunningRegister;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Chromium;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A week in the life: an administrator makes a handler for one force; she signs in, reports an allegation, is warned of the end of
 * her session in the midst of a form and loses nothing; a colleague who is named in that case cannot find it; the auditor sees
 * who looked. On a register of its own, whose sessions end soon.
 */
@Tag(Journey.TAG)
class WeekInTheLifeIT {

    private static final String PASSWORD = "river tablet gravel moth";
    private static final String CASE = "WEEK-1";
    private static final String OFFICER = "WEEK-O-1";
    private static final String NOTE = "Her statement came by post, four pages, signed";

    private static final LocatorAssertions.IsVisibleOptions WITHIN_TWO_MINUTES =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    @Test
    void aHandlerAColleagueAndAnAuditor(@TempDir Path data) throws Exception {
        try (var register = RunningRegister.start(
                                data.resolve("register"),
                                "--register.password=" + PASSWORD,
                                "--register.sample=false",
                                "--register.session.idle=40s")
                        .untilReady();
                var playwright = Chromium.playwright();
                var browser = Chromium.launch(playwright)) {
            var stage = new BrowserSession(browser, register.address(), register.api(PASSWORD), PASSWORD);
            boolean passed = false;
            try {
                anAdministratorMakesTheUsers(stage);
                sheReportsAnAllegation(stage);
                herSessionEndsInTheMidstOfAForm(stage);
                aColleagueWhoIsNamedCannotFindIt(stage);
                theAuditorSeesWhoLooked(stage);
                passed = true;
            } finally {
                stage.leave(passed);
            }
        }
    }

    private static void anAdministratorMakesTheUsers(BrowserSession stage) {
        var admin = stage.signIn("admin");
        addUser(admin, "mary", "Mary Major", "");
        addUser(admin, "carl", "Carl Colleague", OFFICER);
        assertThat(admin.page().locator("main")).containsText("Mary Major");
        admin.expecting(403).open("/cases");
        assertThat(admin.heading()).isEqualTo("You may not do that");
    }

    private static void addUser(BrowserUser admin, String id, String name, String officerId) {
        var page = admin.open("/users/new").page();
        page.locator("#id").fill(id);
        page.locator("#name").fill(name);
        page.locator("input[name=roles][value=HANDLER]").check();
        page.getByText("A case handler of some forces alone").click();
        page.locator("input[name=forces][value=LANCASHIRE]").check();
        page.locator("#officerId").fill(officerId);
        page.locator("#password").fill(PASSWORD);
        admin.toAnotherPage(() -> admin.press("Add the user"));
        assertThat(page.locator(".govuk-notification-banner")).containsText(name);
    }

    private static void sheReportsAnAllegation(BrowserSession stage) {
        var mary = stage.signIn("mary").expecting(400).open("/report");
        var page = mary.page();
        page.locator("#which").check();
        page.getByLabel("Case number").fill(CASE);
        mary.toAnotherPage(() -> mary.press("Continue"));
        page.locator("#force").selectOption("LANCASHIRE");
        page.locator("#kind").check();
        page.locator("#source").check();
        mary.toAnotherPage(() -> mary.press("Continue"));
        page.locator("#category").selectOption("STALKING");
        mary.toAnotherPage(() -> mary.press("Continue"));
        page.locator("#officerId").fill(OFFICER);
        mary.toAnotherPage(() -> mary.press("Continue"));
        page.locator("[id='officerId.confirmed']").check();
        mary.toAnotherPage(() -> mary.press("Continue"));
        assertThat(mary.heading()).isEqualTo("Check before you record it");
        mary.toAnotherPage(() -> page.locator("main .govuk-button-group button").click());
        assertThat(mary.heading()).isEqualTo("Allegation reported");
    }

    private static void herSessionEndsInTheMidstOfAForm(BrowserSession stage) {
        var mary = stage.signIn("mary").expecting(401).open("/cases/" + CASE + "/log/NoteAdded");
        var page = mary.page();
        page.getByLabel("What is to be noted").fill(NOTE);

        var dialog = page.locator("#session-end");
        assertThat(dialog).isVisible(WITHIN_TWO_MINUTES);
        assertThat(dialog).containsText("You will soon be signed out");
        assertThat(dialog.getByText("You have been signed out", exactly()).first())
                .isVisible(WITHIN_TWO_MINUTES);
        mary.press("Back to the page");
        assertThat(page.getByLabel("What is to be noted")).hasValue(NOTE);

        mary.toAnotherPage(() -> mary.press("Record"));
        assertThat(page).hasURL(Pattern.compile(".*/sign-in.*"));
        mary.signIn("mary", PASSWORD);
        assertThat(page.getByLabel("What is to be noted")).hasValue(NOTE);
        mary.toAnotherPage(() -> mary.press("Record"));

        assertThat(page.locator("main")).containsText(NOTE);
        assertThat(page.locator("main")).containsText("Just recorded");
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }

    private static void aColleagueWhoIsNamedCannotFindIt(BrowserSession stage) {
        var carl = stage.signIn("carl").expecting(404);
        for (var list :
                new String[] {"/search?q=" + CASE, "/search?q=statement", "/cases", "/cases?q=" + CASE, "/worklist"}) {
            assertThat(carl.open(list).page().locator("main")).not().containsText("LANCASHIRE · " + CASE);
            assertThat(carl.page().locator("main a[href*='/cases/" + CASE + "']"))
                    .hasCount(0);
        }
        assertThat(carl.open("/cases/" + CASE).heading()).isEqualTo("Page not found");
        assertThat(carl.open("/cases/" + CASE + "/log/NoteAdded").heading()).isEqualTo("Page not found");
    }

    private static void theAuditorSeesWhoLooked(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/cases/" + CASE).follow("Who looked at this case");
        var rows = auditor.page().locator("main tbody tr");

        assertThat(auditor.heading()).isEqualTo("Who looked");
        assertThat(row(auditor.page(), "Mary Major", "Opened").first()).containsText("case/" + CASE);
        assertThat(row(auditor.page(), "Carl Colleague", "Was refused, or found nothing there")
                        .first())
                .containsText("answered with 404");
        assertThat(rows.first()).containsText("auditor");
        auditor.looksRight("audit-access");
        auditor.open("/audit/access?user=carl");
        assertThat(row(auditor.page(), "Carl Colleague", "Searched: “" + CASE + "”"))
                .hasCount(2);
        assertThat(row(auditor.page(), "Carl Colleague", "Searched").first())
                .not()
                .containsText("case/" + CASE);
        assertThat(row(auditor.page(), "Carl Colleague", "Signed in")).hasCount(1);
    }

    private static Locator row(Page page, String who, String what) {
        return page.locator("main tbody tr")
                .filter(new Locator.FilterOptions().setHasText(who))
                .filter(new Locator.FilterOptions().setHasText(what));
    }
}
