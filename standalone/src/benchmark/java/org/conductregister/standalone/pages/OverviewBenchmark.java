package org.conductregister.standalone.pages;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import org.conductregister.standalone.RunningRegister;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Chromium;

/**
 * How often in a second the figures of the overview are redrawn while a hand moves the slider on at each frame, from the
 * jar with the sample register. The first rounds are slower: the register has only just started.
 */
final class OverviewBenchmark {

    private static final String PASSWORD = "benchmark";
    private static final int ROUNDS = 8;
    private static final String REDRAWN_IN_A_SECOND = """
            () => new Promise(done => {
              const slider = document.getElementById('slider');
              let redrawn = 0;
              const changes = new MutationObserver(() => redrawn++);
              changes.observe(document.getElementById('said'), { childList: true, characterData: true });
              slider.value = 0;
              const until = performance.now() + 1000;
              const move = now => {
                slider.value = Number(slider.value) + 40;
                slider.dispatchEvent(new Event('input'));
                if (now < until) {
                  requestAnimationFrame(move);
                } else {
                  changes.disconnect();
                  done(redrawn);
                }
              };
              requestAnimationFrame(move);
            })""";

    private OverviewBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("overview-benchmark");
        try (var register = RunningRegister.start(data, "--register.password=" + PASSWORD)) {
            register.untilReady();
            try (var playwright = Chromium.playwright();
                    var browser = Chromium.launch(playwright)) {
                var page = overview(browser, register);
                for (int round = 1; round <= ROUNDS; round++) {
                    System.out.printf(
                            "round %d: redrawn %s times a second%n", round, page.evaluate(REDRAWN_IN_A_SECOND));
                }
            }
        }
    }

    private static Page overview(Browser browser, RunningRegister register) {
        var visitor =
                new BrowserUser(browser.newContext(new Browser.NewContextOptions().setBaseURL(register.address())));
        visitor.open("/sign-in").signIn("analyst", PASSWORD);
        var page = visitor.open("/?asAt=2018-06-02").page();
        page.waitForFunction("() => document.getElementById('slider').hasAttribute('aria-valuetext')");
        return page;
    }
}
