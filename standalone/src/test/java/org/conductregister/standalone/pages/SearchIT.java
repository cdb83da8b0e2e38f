package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Staff look for something from whatever page they are on. */
@Journey
class SearchIT {

    @Test
    void whatIsFoundWhileTypingIsChosenWithTheKeyboard(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/worklist");
        var box = box(handler);
        box.pressSequentially("lan-o-1");
        options(handler).first().waitFor();

        assertThat(box.getAttribute("aria-expanded")).isEqualTo("true");
        assertThat(handler.page().locator("#find-status").innerText()).contains("found so far");
        handler.looksRight("search-suggestions");
        box.press("ArrowDown");
        box.press("ArrowDown");
        box.press("ArrowUp");
        var chosen = handler.page().locator(".register-find [aria-selected=true]");
        assertThat(chosen.getAttribute("id")).isEqualTo(box.getAttribute("aria-activedescendant"));
        var href = chosen.getAttribute("data-href");
        box.press("Enter");
        handler.page().waitForURL("**" + href);
        assertThat(handler.page().locator("main").innerText()).contains(href.replaceAll(".*/", ""));
    }

    @Test
    void escapeClosesTheListAndEnterSearchesForWhatWasTyped(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/help");
        var box = box(auditor);
        box.pressSequentially("unwanted mesages");
        options(auditor).first().waitFor();
        box.press("Escape");
        assertThat(auditor.page().locator("#found").isVisible()).isFalse();
        assertThat(box.getAttribute("aria-expanded")).isEqualTo("false");

        box.press("Enter");
        auditor.page().waitForURL("**/search?q=unwanted+mesages");
        assertThat(auditor.heading()).isEqualTo("Search for “unwanted mesages”");
        assertThat(auditor.page().locator("mark").allInnerTexts()).contains("Unwanted", "messages");
        assertThat(box(auditor).inputValue()).isEqualTo("unwanted mesages");
        auditor.looksRight("search");
        auditor.page()
                .locator("a", new Page.LocatorOptions().setHasText(Pattern.compile("^All .* cases$")))
                .click();
        auditor.page().waitForURL("**/cases?q=unwanted%20mesages");
        assertThat(auditor.page().getByLabel("Words").inputValue()).isEqualTo("unwanted mesages");
    }

    @Test
    void whereNothingIsFoundThePageSaysWhatToDo(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/search?q=nobody+ever+wrote+this+xyzzy");
        assertThat(handler.page().locator("main").innerText()).contains("Nothing is found", "Check the spelling");
        handler.looksRight("search-none");
        handler.open("/search");
        assertThat(handler.heading()).isEqualTo("Search");
        handler.looksRight("search-empty");
    }

    @Test
    void withoutScriptsTheBoxIsAForm(BrowserSession stage) {
        var handler = stage.signIn("handler", options -> options.setJavaScriptEnabled(false))
                .open("/officers");
        box(handler).fill("lan-o-17");
        handler.toAnotherPage(() -> handler.press("Search the register"));
        assertThat(handler.heading()).isEqualTo("Search for “lan-o-17”");
        handler.toAnotherPage(() -> handler.follow("LAN-O-17"));
        assertThat(handler.page().locator("h1").first().innerText()).isNotBlank();
        assertThat(handler.page().url()).endsWith("/officers/LAN-O-17");
    }

    @Test
    void aPageOfThePastSearchesAsItWasThen(BrowserSession stage) {
        var auditor = stage.signIn("auditor").open("/search?q=lan-2010&asAt=2012-12-31");
        assertThat(auditor.page().locator("#times-said").innerText()).isEqualTo("As at 31 December 2012, as known now");
        auditor.page().locator(".register-found a").first().click();
        assertThat(auditor.page().url()).contains("asAt=2012-12-31");
    }

    @Test
    void whoReadsNoCasesHasNoBox(BrowserSession stage) {
        for (var user : new String[] {"analyst", "admin"}) {
            var visitor = stage.signIn(user).expecting(403).open("/help");
            assertThat(visitor.page().locator(".register-find").count())
                    .as(user)
                    .isZero();
            assertThat(visitor.open("/search?q=lan").heading()).isEqualTo("You may not do that");
        }
    }

    private static Locator box(BrowserUser user) {
        return user.page().locator("#find");
    }

    private static Locator options(BrowserUser user) {
        return user.page().locator("#found [role=option]");
    }
}
