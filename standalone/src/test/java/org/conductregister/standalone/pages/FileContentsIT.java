package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Case handlers look into a file before they say what its columns mean. */
@Journey
class FileContentsIT {

    private static final String SHEET = """
            Case;Received;Officer
            FC-1;3/2/2019;NA
            FC-2;December 2011;Ann
            FC-3;4/2/2019;Ann
            ;;
            Total;3;
            """;

    @Test
    void eachColumnIsShownOverAllRows(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/imports");
        handler.page()
                .getByLabel("Upload a file")
                .setInputFiles(new FilePayload("cases.csv", "text/csv", SHEET.getBytes(StandardCharsets.UTF_8)));
        handler.toAnotherPage(() -> handler.press("Upload and look at it"));
        var draft = handler.page().url();

        handler.open(draft.replaceFirst(".*(/imports/drafts/[^/]+).*", "$1") + "/profile");

        var main = handler.page().locator("main");
        assertThat(main).containsText("What is in the file", new ContainsTextOptions().setTimeout(60_000));
        assertThat(main).containsText("1 row is blank");
        assertThat(main).containsText("Totals, which are not read: line 6");
        var rows = handler.page().locator("tbody tr");
        assertThat(rows.nth(1)).containsText("The order of its days is open");
        assertThat(rows.nth(1)).containsText("A month or a year alone: 1");
        assertThat(rows.nth(2)).containsText("Looks like a placeholder: NA (1)");
        assertThat(handler.heading()).isEqualTo("cases.csv");
        handler.looksRight("file-contents");
    }
}
