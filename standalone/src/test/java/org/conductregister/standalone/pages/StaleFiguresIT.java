package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The overview never shows one day's figures under another without saying so, however the server's answers come. */
@Journey
class StaleFiguresIT {

    private static final String FIGURES = "**/overview/**";
    private static final String JUNE = "As at 2 June 2018, as known now";
    private static final String DECEMBER = "As at 2 December 2018, as known now";

    /** How an answer fails. */
    enum Failure {
        LINE_DOWN(route -> route.abort("internetdisconnected")),
        SERVER_ERROR(route -> route.fulfill(new Route.FulfillOptions().setStatus(500))),
        BUSY(route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));

        private final Consumer<Route> end;

        Failure(Consumer<Route> end) {
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource
    void figuresThatCannotBeLoadedAreMarkedAndComeByThemselvesLater(Failure failure, BrowserSession stage) {
        var analyst = stage.signIn("analyst")
                .expecting(500)
                .expecting(503)
                .expectingLostLines()
                .open("/?asAt=2018-06-02");
        var page = analyst.page();
        var figures = figures(page);
        page.route(FIGURES, failure.end);

        pressPageUpSixTimes(page);

        assertThat(page.locator("#slider")).hasAttribute("aria-valuetext", "2 December 2018");
        assertThat(page.locator("[role=status] #stale-text"))
                .hasText("The figures for 2 December 2018 could not be loaded. You still see those for 2 June 2018."
                        + " Trying again.");
        assertThat(marks(page)).hasText(new String[] {
            "These figures are for 2 June 2018, not 2 December 2018",
            "These figures are for 2 June 2018, not 2 December 2018"
        });
        assertThat(page.locator("#big")).hasClass(Pattern.compile("register-stale"));
        assertThat(page.locator("#said")).hasText(JUNE);
        assertThat(figures(page)).isEqualTo(figures);
        if (failure == Failure.SERVER_ERROR) {
            analyst.looksRight("overview-stale");
        }

        page.unroute(FIGURES);

        showsDecember(page, stage);
        assertThat(page.locator("#spoken")).containsText("The figures are those of the day chosen again");
    }

    @Test
    void whoeverDoesNotWantToWaitHasItTriedAtOnce(BrowserSession stage) {
        var analyst = stage.signIn("analyst").expecting(503).open("/?asAt=2018-06-02");
        var page = analyst.page();
        var busyForLong = new Route.FulfillOptions().setStatus(503).setHeaders(Map.of("Retry-After", "600"));
        page.route(FIGURES, route -> route.fulfill(busyForLong));
        pressPageUpSixTimes(page);
        assertThat(page.locator("#stale-text")).isVisible();
        page.unroute(FIGURES);

        analyst.press("Try again now");

        showsDecember(page, stage);
    }

    @Test
    void goingBackToTheDayOfTheFiguresMakesThemRight(BrowserSession stage) {
        var analyst = stage.signIn("analyst").expecting(500).open("/?asAt=2018-06-02");
        var page = analyst.page();
        page.route(FIGURES, Failure.SERVER_ERROR.end);
        page.locator("#slider").press("PageUp");
        assertThat(page.locator("#stale-text")).isVisible();

        page.locator("#slider").press("PageDown");

        assertThat(page.locator("#stale")).isHidden();
        assertThat(page.locator("#said")).hasText(JUNE);
        assertThat(page.locator("#big")).not().hasClass(Pattern.compile("register-stale"));
    }

    @Test
    void figuresThatAreLongInComingAreMarkedUntilTheyAreThere(BrowserSession stage) {
        var page = stage.signIn("analyst").open("/?asAt=2018-06-02").page();
        var held = hold(page);

        pressPageUpSixTimes(page);

        assertThat(page.locator("#stale-text"))
                .hasText("Loading the figures for 2 December 2018. You still see those for 2 June 2018.");
        assertThat(marks(page).first()).isVisible();
        assertThat(page.locator("#stale-again")).isHidden();

        page.unroute(FIGURES);
        held.forEach(Route::resume);

        showsDecember(page, stage);
    }

    @Test
    void anOlderAnswerThatComesLaterChangesNothing(BrowserSession stage) {
        var page = stage.signIn("analyst").open("/?asAt=2018-06-02").page();
        var held = hold(page);
        page.locator("#slider").press("PageUp");
        page.locator("#slider").press("PageUp");
        page.waitForCondition(() -> held.size() >= 2);
        var older = held.get(0);
        var newer = held.get(1);
        assertThat(newer.request().url()).contains("/overview/numbers", "asAt=2018-08-02");

        page.waitForResponse(newer.request().url(), newer::resume);
        assertThat(page.locator("#said")).hasText("As at 2 August 2018, as known now");
        var figures = figures(page);

        page.waitForResponse(older.request().url(), older::resume);
        assertThat(page.locator("#said")).hasText("As at 2 August 2018, as known now");
        assertThat(figures(page)).isEqualTo(figures);
        assertThat(page.locator("#stale")).isHidden();
    }

    @Test
    void theLinksOfNumbersThatWereJustChangedLeadToTheirDay(BrowserSession stage) {
        var handler = stage.signIn("handler").expecting(500).open("/?asAt=2018-06-02");
        var page = handler.page();
        page.route("**/overview/figures**", Failure.SERVER_ERROR.end);
        page.locator("#slider").press("PageUp");
        assertThat(page.locator("#said")).hasText("As at 2 July 2018, as known now");
        var all = page.locator(".register-big__one--all dd a");
        var number = all.innerText();

        all.click();

        assertThat(page.locator("h1")).hasText(number + " allegations");
        assertThat(page.locator(".register-times__said")).containsText("As at 2 July 2018");
    }

    @Test
    void whoeverIsSignedOutMeanwhileIsLedToSignInAndBack(BrowserSession stage) {
        var analyst = stage.signIn("analyst").expecting(401).open("/?asAt=2018-06-02");
        var page = analyst.page();
        page.context().clearCookies();

        analyst.toAnotherPage(() -> page.locator("#slider").press("PageUp"));

        assertThat(analyst.heading()).isEqualTo("Sign in");
        analyst.signIn("analyst", stage.password());
        assertThat(page.locator("#said")).hasText("As at 2 July 2018, as known now");
    }

    private static void pressPageUpSixTimes(Page page) {
        for (int i = 0; i < 6; i++) {
            page.locator("#slider").press("PageUp");
        }
    }

    /** Keeps every question about figures until it is let go. */
    private static List<Route> hold(Page page) {
        var held = new ArrayList<Route>();
        page.route(FIGURES, held::add);
        return held;
    }

    private static void showsDecember(Page page, BrowserSession stage) {
        assertThat(page.locator("#dial")).hasAttribute("data-settled", "2018-12-02");
        assertThat(page.locator("#said")).hasText(DECEMBER);
        assertThat(page.locator("#stale")).isHidden();
        assertThat(marks(page).first()).isHidden();
        assertThat(page.locator("#big")).not().hasClass(Pattern.compile("register-stale"));
        assertThat(figures(page))
                .isEqualTo(figures(
                        stage.signIn("analyst").open("/?asAt=2018-12-02").page()));
    }

    private static Locator marks(Page page) {
        return page.locator("[data-stale-mark]");
    }

    /** Every number on the page. */
    private static List<String> figures(Page page) {
        return page.locator("#big, #charts").allInnerTexts();
    }
}
