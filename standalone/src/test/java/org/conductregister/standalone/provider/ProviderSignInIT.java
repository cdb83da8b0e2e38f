package org.conductregister.standalone.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.conductregister.standalone.RunningRegister;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Chromium;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People who sign in at their organisation's provider, in a real browser, on a register without trial users. */
@Tag(Journey.TAG)
class ProviderSignInIT {

    @TempDir
    static Path data;

    private static TestIssuer issuer;
    private static RunningRegister register;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start() throws IOException {
        issuer = TestIssuer.start()
                .with("u-17", Map.of("name", "Jane Doe", "roles", List.of("HANDLER"), "forces", List.of("KENT")))
                .with("u-18", Map.of("name", "Sam Stranger", "roles", List.of("OF_ANOTHER_PROGRAM")));
        int port = freePort();
        var options = new ArrayList<String>(List.of(
                "--server.port=" + port,
                "--register.sample=false",
                "--register.trial-users=false",
                "--register.provider.address=http://localhost:" + port));
        issuer.settings().forEach((name, value) -> options.add("--" + name + "=" + value));
        register = RunningRegister.start(data, options.toArray(String[]::new)).untilReady();
        playwright = Chromium.playwright();
        browser = Chromium.launch(playwright);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @AfterAll
    static void end() throws IOException {
        browser.close();
        playwright.close();
        register.close();
        issuer.close();
    }

    private static BrowserUser somebody() {
        return new BrowserUser(browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(register.address())
                .setLocale("en-GB")
                .setTimezoneId("Europe/London")
                .setViewportSize(1280, 900)));
    }

    @Test
    void whoSignsInThereIsKnownHereByNameAndSignsOutInBothPlaces() {
        var jane = somebody();
        var page = jane.page();
        jane.open("/cases");
        assertThat(jane.heading()).isEqualTo("Sign in");
        jane.looksRight("sign-in-provider");
        jane.press("Sign in with your organisation").follow("u-17");
        page.waitForURL("**/cases");
        assertThat(page.locator(".register-header__who").innerText()).contains("Jane Doe");

        logACase(jane);
        assertThat(page.locator(".moj-timeline").innerText()).contains("by Jane Doe");
        assertThat(cookies(page.context().cookies())).allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).isTrue();
            assertThat(cookie.value).doesNotContain("Jane").doesNotContain("eyJ");
        });

        jane.toAnotherPage(() -> jane.press("Sign out"));
        page.waitForURL("**/signed-out");
        assertThat(page.locator("main").innerText()).contains("You have signed out.");
        assertThat(issuer.signedOut()).containsExactly("u-17");
        jane.open("/cases");
        assertThat(jane.heading()).isEqualTo("Sign in");
        // The provider asks again who it is: signed out there too
        jane.press("Sign in with your organisation");
        assertThat(page.locator("h1").innerText()).isEqualTo("Who are you?");
    }

    private static void logACase(BrowserUser jane) {
        var page = jane.page();
        var answer = page.evaluate("""
                async () => {
                  const header = document.querySelector('meta[name=form-header]').content;
                  const token = document.querySelector('meta[name=form-token]').content;
                  const answer = await fetch('/api/v1/cases/OIDC-1/entries', {
                    method: 'POST',
                    headers: {'Content-Type': 'application/json', [header]: token},
                    body: JSON.stringify({type: 'CaseOpened', occurredOn: '2020-01-06', force: 'KENT', kind: 'CONDUCT', source: 'POLICE'}),
                  });
                  return answer.status;
                }""");
        assertThat(answer).isEqualTo(201);
        jane.open("/cases/OIDC-1");
    }

    private static List<Cookie> cookies(List<Cookie> all) {
        assertThat(all).extracting(cookie -> cookie.name).contains("register-id-token", "register-signed-in");
        return all.stream()
                .filter(cookie -> cookie.name.startsWith("register-"))
                .toList();
    }

    @Test
    void whoIsSignedOutThereIsSignedOutHere() throws Exception {
        var jane = somebody();
        jane.open("/sign-in").press("Sign in with your organisation").follow("u-17");
        jane.page().waitForURL("**/");
        jane.open("/cases");
        assertThat(jane.heading()).isEqualTo("Cases");

        assertThat(new TokenCaller(register.address())
                        .signOut(issuer.logoutToken("u-17", as -> {}))
                        .statusCode())
                .isEqualTo(200);

        jane.open("/cases");
        assertThat(jane.heading()).isEqualTo("Sign in");
    }

    @Test
    void whoHasNoRoleHereReadsSoAndIsNotSignedIn() {
        var sam = somebody();
        sam.open("/sign-in").press("Sign in with your organisation").follow("u-18");
        sam.page().waitForURL("**/sign-in?refused=NO_ROLE");

        assertThat(sam.page().locator("main").innerText())
                .contains("You have no access to this register", "names no role of yours");
        sam.looksRight("sign-in-no-role");
        sam.open("/cases");
        assertThat(sam.heading()).isEqualTo("Sign in");
    }

    @Test
    void anAnswerThatThisBrowserDidNotAskForIsNotTaken() {
        var mallory = somebody();
        mallory.open("/sign-in/from-provider?code=stolen&state=guessed");

        assertThat(mallory.page().locator("main").innerText()).contains("Sign in again");
        mallory.open("/cases");
        assertThat(mallory.heading()).isEqualTo("Sign in");
    }
}
