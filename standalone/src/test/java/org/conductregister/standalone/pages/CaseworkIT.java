package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Locale;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Staff find what there is: cases by search and filters, what waits on the worklist, officers and recommendations. */
@Journey
class CaseworkIT {

    @Test
    void casesAreFoundByFiltersThatSayHowManyThereAre(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/cases");
        handler.looksRight("cases");
        handler.page().getByLabel("Status").selectOption("CLOSED");
        handler.press("Find");
        handler.page().waitForURL("**status=CLOSED**");
        var option = handler.page().locator("#status option[value=CLOSED]").innerText();
        var total = handler.page().locator("main").innerText();
        assertThat(option).matches("Closed \\([\\d,]+\\)");
        assertThat(total).contains("of " + option.replaceAll("[^\\d,]", "") + " cases");

        handler.page().getByLabel("Words").fill("no case says these words");
        handler.press("Find");
        assertThat(handler.page().locator("main").innerText()).contains("No case matches");
        handler.looksRight("cases-none");
        handler.follow("Take every filter away");
        assertThat(handler.page().getByLabel("Words").inputValue()).isEmpty();
    }

    @Test
    void theAddressOfAListReproducesIt(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/cases?status=CLOSED&asAt=2022-12-31&page=1");

        assertThat(auditor.page().locator("#times-said").innerText()).isEqualTo("As at 31 December 2022, as known now");
        assertThat(auditor.page().getByLabel("Status").inputValue()).isEqualTo("CLOSED");
        assertThat(auditor.page().locator("main").innerText()).contains("Showing 26 to");
        auditor.page().locator("tbody th a").first().click();
        assertThat(auditor.page().url()).contains("asAt=2022-12-31");
    }

    @Test
    void aCaseIsShownAsItStoodAndWhoMayNotLogIsNotAskedTo(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/cases?status=CLOSED&by.referral=CONCLUDED");
        auditor.page().locator("tbody th a").first().click();

        auditor.looksRight("case");
        assertThat(auditor.page().locator(".register-tracks dt").allInnerTexts())
                .contains("Handling", "Referral", "Misconduct", "Criminal", "Employment");
        assertThat(auditor.page().getByText("Log what happened").count()).isZero();
        assertThat(auditor.page().getByText("Retract").count()).isZero();
        assertThat(auditor.page().locator(".moj-timeline__item").count()).isPositive();
    }

    @Test
    void aHandlerSeesAtTheCaseWhatMayBeLoggedNext(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/cases?status=PENDING");
        handler.page().locator("tbody th a").first().click();
        handler.page().waitForSelector("section.register-next #allowed");

        assertThat(handler.page().locator(".register-next a").allInnerTexts())
                .contains("Note added", "Allegation reported")
                .doesNotContain("Case opened", "Case reopened");
        handler.looksRight("case-handler");
        handler.page()
                .locator(".register-next")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Note added"))
                .click();
        assertThat(handler.heading()).isEqualTo("Note added");
    }

    @Test
    void aPageKeepsItsTitleWhenAPartOfItIsLoaded(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/cases?status=PENDING");
        handler.page().locator("tbody th a").first().click();
        handler.page().waitForSelector("section.register-next #allowed");
        var number = handler.page().url().replaceAll(".*/cases/([^?]+).*", "$1");

        assertThat(handler.page().title()).isEqualTo("Case " + number + " – Conduct Register");

        // So it is on every page, whatever the part comes with
        handler.page()
                .route(
                        "**/part",
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody("<title>Another page</title><p id=part>A part</p>")));
        for (var path : List.of("/", "/cases", "/worklist", "/officers", "/recommendations", "/report", "/help")) {
            var title = handler.open(path).page().title();
            handler.page().evaluate("() => htmx.ajax('GET', '/part', '#main-content')");
            handler.page().waitForSelector("#part");
            assertThat(handler.page().title()).as(path).isEqualTo(title);
        }
    }

    @Test
    void theWorklistSaysWhatWaits(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/worklist");
        handler.looksRight("worklist");
        for (var list : new String[] {"REFER", "QUIET", "REGISTER", "ANSWER"}) {
            handler.open("/worklist?list=" + list);
            var count = handler.page().locator(".register-task--current strong").innerText();
            var rows = handler.page().locator("tbody tr").count();
            assertThat(rows).as(list).isEqualTo(Math.min(25, Integer.parseInt(count.replace(",", ""))));
            handler.looksRight("worklist-" + list.toLowerCase(Locale.ROOT));
        }
    }

    @Test
    void aCaseLeavesTheWorklistWithItsClosing(BrowserSession stage) throws Exception {
        var answer = stage.api().post("handler", "/api/v1/cases/JRN-READY/entries", """
                [{"type": "CaseOpened", "occurredOn": "2001-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2001-03-02", "allegationId": "A1", "category": "ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"},
                 {"type": "NoFurtherActionTaken", "occurredOn": "2001-03-09", "allegationId": "A1"}]""");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var handler = stage.signIn("handler").open("/worklist?list=REFER&atLeast=" + position(answer.body()));
        assertThat(handler.page().locator("tbody").innerText()).contains("JRN-READY");
        handler.open("/worklist");
        handler.page()
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Close JRN-READY"))
                .click();
        handler.press("Record");
        handler.page().waitForURL(url -> url.contains("recorded=CaseClosed"));
        handler.open("/worklist?list=REFER&atLeast=" + handler.page().url().replaceAll(".*atLeast=(\\d+).*", "$1"));
        assertThat(handler.page().locator("main").innerText()).doesNotContain("JRN-READY");
    }

    private static String position(String recorded) {
        return recorded.substring(recorded.lastIndexOf("\"position\":") + 11).replaceAll("\\D.*", "");
    }

    @Test
    void officersAreFoundByNumberAndForce(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/officers");
        handler.looksRight("officers");
        var first = handler.page().locator("tbody th a").first().innerText();
        handler.page().getByLabel("Number or name").fill(first);
        handler.press("Find");
        handler.follow(first);
        assertThat(handler.page().locator(".govuk-caption-l").innerText()).contains(first);
        assertThat(handler.page().locator("tbody tr").count()).isPositive();
        handler.follow("All that the register says of this officer, as one document");
        handler.looksRight("subject-access");
    }

    @Test
    void aRecommendationShowsEveryForcesAnswer(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/recommendations");
        handler.looksRight("recommendations");
        handler.page().locator("tbody th a").last().click();
        assertThat(handler.page().locator("tbody tr").count()).isGreaterThan(40);
        handler.looksRight("recommendation");
        handler.page()
                .locator("tbody")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Grade"))
                .first()
                .click();
        assertThat(handler.heading()).isEqualTo("Force progress graded");
    }

    @Test
    void anOfficerAndARecommendationAreEntered(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/officers/new");
        handler.looksRight("officer-new");
        handler.page()
                .getByLabel("Officer", new Page.GetByLabelOptions().setExact(true))
                .fill("JRN-NEW-O");
        handler.page().getByLabel("Force").selectOption("LANCASHIRE");
        handler.page().getByLabel("Police officer").check();
        handler.press("Record");
        handler.page().waitForURL(url -> url.contains("/officers/JRN-NEW-O?"));

        handler.open("/recommendations/new");
        handler.looksRight("recommendation-new");
        handler.page().getByLabel("Recommendation number").fill("JRN-R1");
        handler.page().getByLabel("Issued by").fill("HMICFRS");
        handler.page().getByLabel("Theme").selectOption("VETTING");
        handler.page().getByLabel("Lancashire Constabulary").check();
        handler.page().locator("#responseDueOn-day").fill("1");
        handler.page().locator("#responseDueOn-month").fill("2");
        handler.page().locator("#responseDueOn-year").fill("2099");
        handler.press("Record");
        handler.page().waitForURL(url -> url.contains("/recommendations/JRN-R1?"));
        assertThat(handler.page().locator("main").innerText()).contains("1 February 2099", "Awaited");
    }
}
