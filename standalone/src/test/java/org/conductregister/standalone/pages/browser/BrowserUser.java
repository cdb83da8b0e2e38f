package org.conductregister.standalone.pages.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Somebody at a browser window. What goes wrong in it is noted, and fails the journey at its end. */
public final class BrowserUser {

    private static final int PHONE = 320;

    private final BrowserContext context;
    private final Page page;
    private final List<String> failures = new ArrayList<>();
    private final List<Integer> expected = new ArrayList<>();
    private boolean linesMayBeLost;

    public BrowserUser(BrowserContext context) {
        this.context = context;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && expected.isEmpty() && !linesMayBeLost) {
                failures.add("console: " + message.text());
            }
        });
        page.onPageError(error -> failures.add("script: " + error));
        page.onRequestFailed(request -> {
            // A page that is left gives up what it was still asking for
            if (!"net::ERR_ABORTED".equals(request.failure()) && !linesMayBeLost) {
                failures.add("request: " + request.url() + " " + request.failure());
            }
        });
        page.onResponse(response -> {
            if (response.status() >= 400 && !expected.contains(response.status())) {
                failures.add("answer: " + response.url() + " " + response.status());
            }
        });
    }

    public Page page() {
        return page;
    }

    /** Opens a path of the register. */
    public BrowserUser open(String path) {
        page.navigate(path);
        return this;
    }

    /** From here on this status is meant to be answered. */
    public BrowserUser expecting(int status) {
        expected.add(status);
        return this;
    }

    /** From here on requests are meant to be lost on their way. */
    public BrowserUser expectingLostLines() {
        linesMayBeLost = true;
        return this;
    }

    public void signIn(String user, String password) {
        page.getByLabel("User name").fill(user);
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(password);
        toAnotherPage(() -> press("Sign in"));
    }

    /** Does what leads to another document, and waits until that one is there, its scripts run. */
    public void toAnotherPage(Runnable action) {
        page.evaluate("() => { document.documentElement.dataset.left = '' }");
        action.run();
        // Polled from here: a page without scripts has no timers of its own, and a page that is going has no answer
        await().atMost(Duration.ofMinutes(1))
                .pollInSameThread()
                .ignoreExceptions()
                .until(() -> (boolean) page.evaluate(
                        "() => !('left' in document.documentElement.dataset) && document.readyState === 'complete'"));
    }

    /** The page's first heading. */
    public String heading() {
        return page.locator("h1").first().innerText();
    }

    public BrowserUser follow(String link) {
        // In the letters' case, which a plain name leaves open: somebody may be called as a page is
        var named = Pattern.compile(link.replaceAll("[^\\w\\s]", "\\\\$0"));
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(named))
                .first()
                .click();
        return this;
    }

    public BrowserUser press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        return this;
    }

    /**
     * Looks at the page as it is: axe finds nothing serious, and nothing is wider than a phone. Where the property {@code
     * register.screenshots} names a directory, the page is drawn into it, on a desk and on a phone.
     *
     * @param name of the picture
     */
    public BrowserUser looksRight(String name) {
        assertThat(Axe.seriousFaults(page))
                .as("what axe finds on %s", page.url())
                .isEmpty();
        var desk = page.viewportSize();
        draw(name);
        page.setViewportSize(PHONE, 780);
        try {
            // Charts follow the window a moment later
            await().pollInSameThread()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(page.evaluate(WIDER_THAN_THE_WINDOW))
                            .as("what is wider than %d pixels on %s", PHONE, page.url())
                            .isEqualTo(""));
            draw(name + "-phone");
        } finally {
            page.setViewportSize(desk.width, desk.height);
        }
        return this;
    }

    /** Looks at the page on a phone: no table has to be scrolled sideways to be read. */
    public BrowserUser fitsAPhone() {
        var desk = page.viewportSize();
        page.setViewportSize(PHONE, 780);
        try {
            assertThat(page.evaluate(SCROLLS_SIDEWAYS))
                    .as("what scrolls sideways at %d pixels on %s", PHONE, page.url())
                    .isEqualTo("");
        } finally {
            page.setViewportSize(desk.width, desk.height);
        }
        return this;
    }

    private static final String SCROLLS_SIDEWAYS = """
            () => [...document.querySelectorAll('.register-scroll')]
                .filter(each => each.scrollWidth > each.clientWidth)
                .map(each => each.getAttribute('aria-labelledby') + ' by ' + (each.scrollWidth - each.clientWidth)).join(', ')""";

    private static final String WIDER_THAN_THE_WINDOW = """
            () => document.documentElement.scrollWidth <= window.innerWidth ? ''
              : [...document.querySelectorAll('body *')]
                .filter(each => each.getBoundingClientRect().right > window.innerWidth + 1 && !each.closest('.register-scroll'))
                .map(each => each.tagName + '.' + each.className).join(', ') || 'the page scrolls sideways'""";

    private void draw(String name) {
        var directory = System.getProperty("register.screenshots");
        if (directory != null) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(directory, name + ".png"))
                    .setFullPage(true));
        }
    }

    void nothingFailed() {
        assertThat(failures).as("what failed in the browser").isEmpty();
    }

    void leave() {
        context.close();
    }
}
