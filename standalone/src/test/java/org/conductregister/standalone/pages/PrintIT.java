package org.conductregister.standalone.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.List;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Tests that paper shows all that is said, and nothing that is only to be pressed. */
@Journey
class PrintIT {

    private static final String SEEN = """
            selector => [...document.querySelectorAll(selector)].filter(each => each.checkVisibility({visibilityProperty: true}))
              .map(each => each.outerHTML.slice(0, 120)).join('\\n')""";

    private static final String STYLE =
            "([selector, name]) => getComputedStyle(document.querySelector(selector))[name]";

    @Test
    void anOverviewIsItsFiguresOnWhite(BrowserSession stage) {
        var page = printed(stage.signIn("analyst").open("/?asAt=2018-06-02").page());

        assertThat(page.evaluate(SEEN, "table")).asString().contains("figures-over-time", "figures-force");
        assertThat(page.evaluate(SEEN, "footer")).isEqualTo("");
        assertThat(page.evaluate(SEEN, "button, input, select, nav")).isEqualTo("");
        assertThat(style(page, "html", "backgroundColor")).isEqualTo("rgba(0, 0, 0, 0)");
    }

    @Test
    void anEntryOfATimelineIsOnOnePage(BrowserSession stage) {
        var page = printed(stage.signIn("auditor").open("/cases/MPS-2018-0072").page());

        assertThat(style(page, ".moj-timeline__item", "breakInside")).isEqualTo("avoid");
        assertThat(page.evaluate(SEEN, "button, input, select, nav")).isEqualTo("");
        assertThat(style(page, "html", "backgroundColor")).isEqualTo("rgba(0, 0, 0, 0)");
    }

    private static Page printed(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        return page;
    }

    private static String style(Page page, String selector, String name) {
        return (String) page.evaluate(STYLE, List.of(selector, name));
    }
}
