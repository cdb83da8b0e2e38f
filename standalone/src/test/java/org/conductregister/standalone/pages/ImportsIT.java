package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** Case handlers bring in what they have in spreadsheets. */
@Journey
class ImportsIT {

    private static final double LONG = 60_000;

    private static final String SPREADSHEET = """
            Case no.,Date,What came in,Source,Comments
            IMP-1,2/6/2018,complaint,public,as it should be
            IMP-2,31/6/2018,complaint,public,no such day
            IMP-3,4/6/2018,Recordable conduct,police,"%s"
            IMP-4,5/6/2018,a row,public,=1+1
            """.formatted(HostileText.TEXT.replace("\"", "\"\""));

    @Test
    void aDirtySpreadsheetIsMappedPreviewedRecordedCorrectedAndSentAgain(BrowserSession stage) throws Exception {
        var handler = stage.signIn("handler").follow("Imports");
        upload(handler, "<img src=x onerror=hacked=1>.csv", SPREADSHEET);
        assertThat(handler.heading()).isEqualTo("<img src=x onerror=hacked=1>.csv");
        handler.looksRight("import-columns");

        map(handler);
        assertThat(handler.page().locator("main")).containsText("Of the first 4 rows 2 can be read and 2 cannot");
        assertThat(handler.page().locator("main")).containsText("kind must be one of COMPLAINT");
        assertThat(handler.page().locator(".register-preview")).containsText(HostileText.TEXT);
        assertThat(stage.api()
                        .get("handler", "/api/v1/cases?q=IMP-1")
                        .get("total")
                        .intValue())
                .as("recorded before it is asked to")
                .isZero();
        handler.looksRight("import-preview");

        handler.press("Record them");
        assertThat(handler.page().locator("#refused"))
                .hasText("2 lines were refused", new HasTextOptions().setTimeout(LONG));
        assertThat(figure(handler, "Recorded")).hasText("2");
        handler.looksRight("import-refused");
        HostileText.didNothing(handler);

        var refused = download(handler, "Download as a spreadsheet (CSV)");
        assertThat(refused).contains("IMP-2", "no such day", "occurredOn must be a day of the calendar", "'=1+1");
        assertThat(download(handler, "Download as JSON")).contains("\"code\":\"FIELD_INVALID\"");

        var corrected = refused.replace("31/6/2018", "30/6/2018").replace("A_ROW", "conduct");
        handler.follow("send the corrected file again");
        upload(handler, "corrected.csv", corrected);
        assertThat(handler.page().locator("main")).containsText("Of the first 2 rows 2 can be read.");
        handler.press("Record them");
        assertThat(handler.page().getByText("Every line is recorded"))
                .isVisible(new IsVisibleOptions().setTimeout(LONG));
        handler.looksRight("import-completed");

        var fourth = stage.api()
                .get("handler", "/api/v1/cases/IMP-4/timeline")
                .get("entries")
                .get(0);
        assertThat(fourth.get("data").get("kind").stringValue()).isEqualTo("CONDUCT");
        assertThat(fourth.get("data").get("note").stringValue()).isEqualTo("=1+1");

        handler.follow("Imports");
        assertThat(handler.page().locator("tbody tr").first()).containsText("corrected.csv");
        handler.looksRight("imports");
        HostileText.didNothing(handler);
    }

    /** What is said of columns and of all rows: the kind of fact, a column that nothing guesses, the force. */
    private static void map(BrowserUser handler) {
        handler.page().getByLabel("What does each row say?").selectOption("CaseOpened");
        check(handler);
        assertThat(handler.page().getByRole(AriaRole.ALERT)).containsText("No column says “Kind of case”");
        handler.looksRight("import-errors");
        handler.page().getByLabel("What came in").selectOption("kind");
        handler.page().getByLabel("Force").selectOption("LANCASHIRE");
        check(handler);
    }

    private static void check(BrowserUser handler) {
        handler.toAnotherPage(
                () -> handler.page().locator("button[value=check]").first().click());
    }

    @Test
    void entriesAsJsonNeedNoMapping(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/imports");
        upload(handler, "entries.ndjson", """
                {"type": "OfficerRegistered", "officerId": "IMP-O-1", "occurredOn": "2010-01-04", "force": "KENT", "workforce": "POLICE_OFFICER"}
                {"type": "OfficerRegistered", "officerId": "IMP-O-2", "occurredOn": "2010-01-04"
                """);

        assertThat(handler.page().locator("main")).containsText("Of the first 2 rows 1 can be read and 1 cannot");
        handler.looksRight("import-json");
        handler.press("Record them");
        assertThat(handler.page().locator("#refused"))
                .hasText("1 line was refused", new HasTextOptions().setTimeout(LONG));
    }

    @Test
    void whatIsNoFileToImportIsSaid(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/imports");

        handler.press("Upload and look at it");
        assertThat(handler.page().getByRole(AriaRole.ALERT)).containsText("Choose a file that is not empty");
        handler.looksRight("imports-error");
        upload(handler, "workbook.xlsx", "PK\u0003\u0004 and so on");
        assertThat(handler.page().getByRole(AriaRole.ALERT)).containsText("Save the sheet as “CSV UTF-8”");
    }

    @Test
    void aFileIsItsSendersAloneAndCanBeDropped(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/imports");
        upload(handler, "dropped.csv", SPREADSHEET);
        var address = handler.page().url();

        handler.press("Drop this file");
        assertThat(handler.heading()).isEqualTo("Imports");
        handler.expecting(404).open(address);
        assertThat(handler.page().locator("main")).containsText("This file is no longer here");
    }

    @Test
    void auditorsAndAdministratorsLookAndSendNothing(BrowserSession stage) {
        for (var user : new String[] {"auditor", "admin"}) {
            var somebody = stage.signIn(user).follow("Imports");
            assertThat(somebody.heading()).isEqualTo("Imports");
            assertThat(somebody.page().locator("input[type=file]")).hasCount(0);
        }
    }

    private static void upload(BrowserUser handler, String name, String content) {
        handler.page()
                .getByLabel("Upload a file")
                .setInputFiles(new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        handler.toAnotherPage(() -> handler.press("Upload and look at it"));
    }

    private static Locator figure(BrowserUser visitor, String name) {
        return visitor.page().locator(".register-figures div:has(dt:text-is('" + name + "')) dd");
    }

    private static String download(BrowserUser visitor, String link) throws IOException {
        var download = visitor.page().waitForDownload(() -> visitor.follow(link));
        return Files.readString(download.path());
    }
}
