package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Sessions as people meet them: warned of their end, and nothing that was typed is lost over it. */
@Journey
class SessionsIT {

    private static final String SOON_OVER = """
            {"secondsLeft": 200, "secondsAtMost": 40000, "warning": 300}""";

    @Test
    void whoeverIsWarnedCanStaySignedIn(BrowserSession stage) {
        var handler = stage.signIn("handler");
        var page = handler.page();
        page.route("**/session", SessionsIT::asIfSoonOver);
        handler.open("/report");

        var dialog = page.getByRole(AriaRole.DIALOG);
        assertThat(dialog).isVisible();
        assertThat(dialog).containsText("You will soon be signed out");
        assertThat(dialog).containsText("3 minutes");
        handler.looksRight("session-warning");

        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in"))
                .click();

        assertThat(dialog).isHidden();
    }

    /** The question is answered by the test, the wish to stay by the register. */
    private static void asIfSoonOver(Route route) {
        if (route.request().method().equals("GET")) {
            route.fulfill(new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(SOON_OVER));
        } else {
            route.resume();
        }
    }

    @Test
    void whatWasTypedIsShownAgainAfterSigningInWhenTheSessionHadEnded(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/report");
        handler.page().locator("#which").check();
        handler.page().locator("#caseId").fill("KEPT-1");

        var elsewhere = stage.signIn("handler").open("/account");
        elsewhere.press("Sign out everywhere");
        assertThat(elsewhere.heading()).isEqualTo("Sign in");

        handler.press("Continue");
        assertThat(handler.heading()).isEqualTo("Sign in");
        assertThat(handler.page().locator("main")).containsText("What you typed is kept");
        handler.looksRight("session-ended");
        handler.signIn("handler", stage.password());

        assertThat(handler.heading()).isEqualTo("Which case is it?");
        assertThat(handler.page().locator("#caseId").inputValue()).isEqualTo("KEPT-1");
        handler.press("Continue");
        assertThat(handler.heading()).isEqualTo("About the case");
    }

    @Test
    void eachStepHasAnAddressAndGoingBackSendsNothing(BrowserSession stage) {
        var handler = stage.signIn("handler").expecting(400).open("/report");
        var page = handler.page();
        handler.press("Continue");
        assertThat(page.title()).startsWith("Error");
        assertThat(page.url()).contains("/report?answer=");
        page.locator("#which").check();
        page.locator("#caseId").fill("KEPT-2");
        handler.press("Continue");
        assertThat(handler.heading()).isEqualTo("About the case");
        var step = page.url();
        assertThat(step).contains("/report?answer=");

        page.onRequest(request -> assertThat(request.method()).isEqualTo("GET"));
        page.goBack();
        assertThat(handler.heading()).isEqualTo("Which case is it?");
        page.goForward();
        assertThat(handler.heading()).isEqualTo("About the case");
        page.reload();
        assertThat(handler.heading()).isEqualTo("About the case");
        assertThat(page.url()).isEqualTo(step);
    }
}
