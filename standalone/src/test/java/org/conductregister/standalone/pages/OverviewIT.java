package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ReducedMotion;
import java.util.regex.Pattern;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Analysts count: a day, another, all of them as a film; what makes up a number; the same again from a link. */
@Journey
class OverviewIT {

    private static final String JUNE_2018 = "/?asAt=2018-06-02";

    /** As a hand does, on at each of thirty frames. */
    private static final String MOVE_THE_SLIDER = """
            () => new Promise(done => {
              const slider = document.getElementById('slider');
              let frames = 30;
              const move = () => {
                slider.value = Number(slider.value) + 40;
                slider.dispatchEvent(new Event('input'));
                if (--frames > 0) requestAnimationFrame(move); else done();
              };
              slider.value = 0;
              requestAnimationFrame(move);
            })""";

    @Test
    void theFiguresOfADayAreThoseOfTheApi(BrowserSession stage) throws Exception {
        var analyst = stage.signIn("analyst").open(JUNE_2018);

        var answer = stage.api().get("analyst", "/api/v1/statistics?unit=allegations&groupBy=status&asAt=2018-06-02");
        assertThat(analyst.heading()).isEqualTo("Allegations");
        assertThat(said(analyst)).hasText("As at 2 June 2018, as known now");
        for (var group : answer.get("groups")) {
            var label = group.get("status").asString().equals("PENDING") ? "Pending" : "Closed";
            assertThat(big(analyst, label))
                    .hasText(String.valueOf(group.get("count").longValue()));
        }
        analyst.looksRight("overview");
    }

    @Test
    void theFiguresAndTheAddressFollowTheSlider(BrowserSession stage) {
        var page = stage.signIn("analyst").open(JUNE_2018).page();

        page.evaluate(MOVE_THE_SLIDER);

        var shown = page.locator("#asAt").inputValue();
        assertThat(page.locator("#dial")).hasAttribute("data-settled", shown);
        page.waitForFunction("day => new URLSearchParams(location.search).get('asAt') === day", shown);
        assertThat(page.locator("#stale")).isHidden();
    }

    @Test
    void theKeyboardMovesTheDayByOneOrByAMonth(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open(JUNE_2018);
        var slider = analyst.page().locator("#slider");

        slider.press("ArrowRight");
        assertThat(said(analyst)).hasText("As at 3 June 2018, as known now");
        slider.press("PageUp");
        assertThat(said(analyst)).hasText("As at 3 July 2018, as known now");
        slider.press("PageDown");
        slider.press("ArrowLeft");
        assertThat(said(analyst)).hasText("As at 2 June 2018, as known now");
        assertThat(slider).hasAttribute("aria-valuetext", "2 June 2018");
        analyst.press("One month forward");
        assertThat(said(analyst)).hasText("As at 2 July 2018, as known now");
    }

    @Test
    void aNumberOpensWhatMakesItUp(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/?asAt=2018-06-02&force=LANCASHIRE");
        var pending = big(handler, "Pending").innerText();

        big(handler, "Pending").getByRole(AriaRole.LINK).click();

        assertThat(handler.page().locator("h1")).hasText(pending + " allegations");
        assertThat(handler.page().locator("tbody tr")).hasCount(Integer.parseInt(pending));
        assertThat(handler.page().locator("tbody tr").first()).containsText("Lancashire");
        assertThat(handler.page().locator("tbody th a").first()).hasAttribute("href", Pattern.compile("/cases/LAN-.+"));
        handler.looksRight("members");
        handler.follow("Back to the figures");
        assertThat(big(handler, "Pending")).hasText(pending);
    }

    @Test
    void whoSeesNoPersonIsOfferedNone(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open(JUNE_2018);

        assertThat(analyst.page().locator("a[href*='/statistics/members']")).hasCount(0);
        analyst.expecting(403).open("/statistics/members?unit=allegations");
        assertThat(analyst.heading()).isEqualTo("You may not do that");
    }

    @Test
    void twoDaysStandSideBySideWithWhatChanged(BrowserSession stage) {
        var analyst =
                stage.signIn("analyst").open("/statistics/compare?unit=officers&asAt=2018-06-02&asAt2=2019-06-02");

        var all = analyst.page()
                .getByRole(AriaRole.ROW, new Page.GetByRoleOptions().setName(Pattern.compile("^All officers")));
        var cells = all.locator("td").allInnerTexts();
        int first = number(cells.get(0));
        int second = number(cells.get(1));
        assertThat(second).isGreaterThan(first);
        assertThat(cells.get(2)).contains("+" + (second - first));
        analyst.looksRight("compare").fitsAPhone();
    }

    @Test
    void thePlayedHistoryCanBePaused(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/?asAt=2016-01-01");
        var play = analyst.page().locator("#play");

        play.click();
        assertThat(play).hasText(Pattern.compile("Pause"));
        assertThat(said(analyst)).not().hasText("As at 1 January 2016, as known now");
        play.click();
        assertThat(play).hasText(Pattern.compile("Play"));
        var paused = analyst.page().locator("#asAt").inputValue();
        assertThat(paused).isGreaterThan("2016-01-01");
        analyst.page().waitForFunction("day => new URLSearchParams(location.search).get('asAt') === day", paused);
        assertThat(analyst.page().locator("#asAt")).hasValue(paused);
    }

    @Test
    void whoeverWantsNoMotionSeesAQuarterAtATime(BrowserSession stage) {
        var analyst = stage.signIn("analyst", browser -> browser.setReducedMotion(ReducedMotion.REDUCE))
                .open("/?asAt=2016-01-01");

        analyst.press("Play");
        assertThat(said(analyst)).hasText("As at 1 April 2016, as known now");
        analyst.press("Pause");
    }

    @Test
    void aLinkGivesTheSameFiguresAgain(BrowserSession stage) {
        var analyst = stage.signIn("analyst")
                .open(
                        "/?unit=officers&force=LANCASHIRE&category=RAPE&category=SEXUAL_ASSAULT&category=SEXUAL_ACTIVITY_WITH_CHILD"
                                + "&category=INDECENT_IMAGES&reportedFrom=2016-01-01&reportedTo=2021-12-31&asAt=2021-12-31&groupBy=employment");
        assertThat(big(analyst, "All officers")).hasText("74");
        var charts = analyst.page().locator("#charts").innerText();
        var link = analyst.page().locator("#exactly").getAttribute("href");

        var auditor = stage.signIn("auditor").open(link);

        assertThat(auditor.page().locator("#charts").innerText()).isEqualTo(charts);
        assertThat(said(auditor)).hasText(Pattern.compile("As at 31 December 2021, as known on .+"));
        analyst.looksRight("overview-limited");
    }

    @Test
    void thePanelLimitsWhatIsCountedAndTheDayStays(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open(JUNE_2018);
        var page = analyst.page();

        page.locator("#unit").selectOption("cases");
        page.locator(".register-box summary").first().click();
        page.getByLabel("Lancashire Constabulary", new Page.GetByLabelOptions().setExact(true))
                .check();
        analyst.press("Count");

        assertThat(analyst.heading()).isEqualTo("Cases");
        assertThat(page.url())
                .contains("unit=cases", "force=LANCASHIRE", "asAt=2018-06-02")
                .doesNotContain("tag=");
        assertThat(page.locator(".register-title")).containsText("Lancashire");
        assertThat(said(analyst)).hasText("As at 2 June 2018, as known now");
    }

    @Test
    void whatWasKnownEarlierIsShownAsItWas(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/?asAt=2018-06-02&knownAt=2018-06-09");

        assertThat(said(analyst)).hasText("As at 2 June 2018, as known on 9 June 2018");
        assertThat(big(analyst, "All allegations")).hasText("0");
        assertThat(analyst.page().locator("#big")).containsText("Nothing is counted at these times");
    }

    @Test
    void itCountsWithoutScripts(BrowserSession stage) {
        var analyst = stage.signIn("analyst", browser -> browser.setJavaScriptEnabled(false))
                .open(JUNE_2018);
        var before = big(analyst, "All allegations").innerText();

        analyst.page().locator("#asAt").fill("2022-06-02");
        analyst.press("Show");

        assertThat(said(analyst)).hasText("As at 2 June 2022, as known now");
        assertThat(number(big(analyst, "All allegations").innerText())).isGreaterThan(number(before));
        assertThat(analyst.page().locator("#slider")).isHidden();
        analyst.page().locator("#area-table summary.govuk-details__summary").click();
        assertThat(analyst.page().locator("#area-table")).containsText("31 Dec 2018");
    }

    @Test
    void theWordsOfTheFiguresAreExplained(BrowserSession stage) {
        var analyst = stage.signIn("analyst").open("/");
        analyst.page().getByText("What these words mean").click();

        assertThat(analyst.page().locator("#definitions"))
                .containsText("An allegation is pending from its report until it is closed");
        assertThat(analyst.page().locator("#definitions")).containsText("2026-2");
    }

    @Test
    void whatIsTypedIsNeverMarkup(BrowserSession stage) {
        var hostile = "%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22%27%3E";
        var analyst = stage.signIn("analyst")
                .open("/?asAt=" + hostile + "&tag=" + hostile + "&force=" + hostile + "&groupBy=" + hostile + "&unit="
                        + hostile + "&reportedFrom=" + hostile + "&knownAt=" + hostile);

        assertThat(analyst.page().locator("main img")).hasCount(0);
        assertThat(analyst.page().getByRole(AriaRole.ALERT)).containsText("must be a day of the calendar");
        assertThat(analyst.page().locator(".register-title")).containsText("<img src=x onerror=alert(1)>");
        analyst.open("/statistics/compare?asAt2=" + hostile + "&tag=" + hostile);
        assertThat(analyst.page().locator("main img")).hasCount(0);
        var handler =
                stage.signIn("handler").open("/statistics/members?unit=cases&tag=" + hostile + "&by.status=" + hostile);
        assertThat(handler.page().locator("main img")).hasCount(0);
    }

    @Test
    void administratorsSeeNoCountsAndAreLedToTheirWork(BrowserSession stage) {
        var admin = stage.signIn("admin");

        assertThat(admin.heading()).isEqualTo("The register is running");
        assertThat(admin.page().locator("main").getByRole(AriaRole.LINK).first())
                .hasText("Operations");
        admin.looksRight("start-admin");
    }

    private static Locator said(BrowserUser visitor) {
        return visitor.page().locator("#said");
    }

    private static Locator big(BrowserUser visitor, String label) {
        return visitor.page()
                .locator(".register-big__one", new Page.LocatorOptions().setHasText(label))
                .locator("dd");
    }

    private static int number(String text) {
        return Integer.parseInt(text.replace(",", "").strip());
    }
}
