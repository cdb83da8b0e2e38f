package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasCountOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.BrowserUser;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Case handlers bring in what they have in spreadsheets. */
@Journey
class ImportsIT {

    private static final double LONG = 60_000;

    private static final String SPREADSHEET = """
            Complaints of the year,,,,
            ,,,,
            Case no.,Received,Closed,What came of it,Comments
            1/18,2/6/2018,4/7/2018,Proven,as it should be
            2/18,31/6/2018,,,no such day
            3/18,4/6/2018,NA,,"%s"
            4/18,5/6/2018,1/6/2018,Proven,=1+1
            ,,,,
            Total,4,,,
            """.formatted(HostileText.TEXT.replace("\"", "\"\""));

    @Test
    void aDirtySheetIsMappedAskedAboutRecordedCorrectedAndSentAgain(BrowserSession stage) throws Exception {
        var handler = stage.signIn("handler").follow("Imports");
        upload(handler, "<img src=x onerror=hacked=1>.csv", SPREADSHEET);
        assertThat(handler.heading()).isEqualTo("<img src=x onerror=hacked=1>.csv");
        handler.looksRight("import-columns");

        map(handler, "IMP-", "Case no.", "Lancashire’s sheet");
        assertThat(handler.page().locator("main")).containsText("The sheet leaves something open");
        handler.looksRight("import-questions");
        answer(handler);
        assertThat(handler.page().locator("#refused"))
                .hasText("2 rows would be refused", new HasTextOptions().setTimeout(LONG));
        assertThat(figure(handler, "Totals left out")).hasText("1");
        assertThat(stage.api()
                        .get("handler", "/api/v1/cases?q=IMP-1")
                        .get("total")
                        .intValue())
                .as("recorded before it is asked to")
                .isZero();
        handler.looksRight("import-checked");

        handler.press("Record it");
        assertThat(handler.page().locator("#refused"))
                .hasText("2 rows were refused", new HasTextOptions().setTimeout(LONG));
        assertThat(handler.page().locator("main")).not().containsText("AllegationClosed");
        handler.looksRight("import-refused");
        HostileText.didNothing(handler);

        var refused = download(handler, "Download as a spreadsheet (CSV)");
        assertThat(refused).contains("2/18,31/6/2018", "refused because", "'=1+1");
        var corrected = refused.replace("31/6/2018", "30/6/2018").replace("1/6/2018", "1/8/2018");
        handler.follow("send the corrected file again");
        upload(handler, "corrected.csv", corrected);
        assertThat(handler.page().locator("main")).containsText("As in “Lancashires sheet”");
        handler.looksRight("import-fitting");
        handler.toAnotherPage(() -> handler.press("Continue"));
        record(handler);
        assertThat(handler.page().getByText("Every row is recorded"))
                .isVisible(new IsVisibleOptions().setTimeout(LONG));
        handler.looksRight("import-completed");

        var question = "/api/v1/statistics?unit=allegations&groupBy=status&category=OTHER&force=LANCASHIRE"
                + "&reportedFrom=2018-06-02&reportedTo=2018-06-30&asAt=2018-09-01";
        assertThat(stage.api().get("auditor", question).get("total").intValue()).isGreaterThanOrEqualTo(4);
        handler.follow("Imports");
        assertThat(handler.page().locator("tbody tr").first()).containsText("corrected.csv");
        handler.looksRight("imports");
        HostileText.didNothing(handler);
    }

    @Test
    void theSheetOfTheNextMonthIsComparedAndAccepted(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/imports");
        var sheet = """
            Number,Received,Closed,What came of it
            1,13/2/2019,24/5/2019,Proven
            2,15/2/2019,,
            """;
        upload(handler, "march.csv", sheet);
        map(handler, "NEXT-", "Number", "Next month");
        record(handler);
        assertThat(handler.page().getByText("Every row is recorded"))
                .isVisible(new IsVisibleOptions().setTimeout(LONG));

        handler.follow("Imports");
        upload(
                handler,
                "april.csv",
                sheet.replace("24/5/2019", "25/5/2019").replace("15/2", "16/2") + "3,26/3/2019,,\n");
        handler.toAnotherPage(() -> handler.press("Continue"));
        assertThat(handler.page().getByText("Compare with earlier sheets"))
                .isVisible(new IsVisibleOptions().setTimeout(LONG));
        handler.press("Compare with earlier sheets");
        assertThat(handler.page().locator("#comparison")).isVisible(new IsVisibleOptions().setTimeout(LONG));
        assertThat(handler.page().locator("main")).containsText("24 May 2019 → 25 May 2019");
        assertThat(figure(handler, "Changed")).hasText("3");
        handler.looksRight("import-compared").fitsAPhone();

        handler.press("Record all of it");
        assertThat(figure(handler, "Recorded")).hasText("5", new HasTextOptions().setTimeout(LONG));
        handler.page().getByText("Undo this import").click();
        handler.page().getByLabel("Why is it undone?").fill("not the whole register");
        handler.press("Undo the import");
        assertThat(handler.page().getByText("Undone").first()).isVisible(new IsVisibleOptions().setTimeout(LONG));
        handler.looksRight("import-undone");
    }

    /** Numbers that a spreadsheet has bent, words that no list has, days that nobody knows exactly; and then the wrong file. */
    @Test
    void theWrongFileFullOfQuestionsIsUnderstoodRecordedAndUndone(BrowserSession stage) throws Exception {
        var handler = stage.signIn("handler").open("/imports");
        upload(handler, "numbers.csv", """
                Case no.,Received,Allegation,Category
                5540017,2013-02-14,A1,Searches & stops
                5540017.0,2013-02-14,A2,Rule 7: off-duty conduct
                5.54E06,2013-02-15,A1,Searches & stops
                CO/00123/19,2013-11-??,A1,Other
                1:16-cv-77,December 2011*,A1,*pending*
                """);
        say(handler, "REAL-{Case no.}", "CaseOpened", "AllegationReported");
        choose(handler, "fact-0-occurredOn", "{Received}");
        choose(handler, "fact-0-kind", "COMPLAINT");
        choose(handler, "fact-0-source", "PUBLIC");
        choose(handler, "fact-0-reference", "{Case no.}");
        choose(handler, "fact-1-allegationId", "{Allegation}");
        choose(handler, "fact-1-occurredOn", "{Received}");
        choose(handler, "fact-1-category", "{Category}");
        handler.toAnotherPage(() -> handler.press("Show the first rows"));
        standsFor(handler, "Searches & stops", "OTHER");
        standsFor(handler, "Rule 7: off-duty conduct", "NEGLECT_OF_DUTY");
        check(handler, "Real numbers");
        assertThat(handler.page().locator("main")).containsText("A spreadsheet has shortened them");
        assertThat(handler.page().locator("main"))
                .containsText("Which day is recorded where a month or a year is stated");
        for (var answer : new String[] {"REFUSE", "FIRST"}) {
            handler.page()
                    .locator("input[type=radio][value=" + answer + "]")
                    .all()
                    .forEach(Locator::check);
        }
        handler.press("Answer, and check again");
        record(handler);
        assertThat(handler.page().locator("#refused"))
                .hasText("2 rows were refused", new HasTextOptions().setTimeout(LONG));
        assertThat(handler.page().locator("main")).containsText("“*pending*” is not on the list of categories");
        assertThat(handler.page().locator("main")).containsText("have the decimals that a spreadsheet gives them");
        assertThat(figure(handler, "Recorded")).hasText("6");
        handler.looksRight("import-worth-a-look");
        var importPage = handler.page().url();

        handler.open("/cases?q=CO%2F00123%2F19").follow("REAL-CO-00123-19");
        assertThat(handler.page().locator("main")).containsText("CO/00123/19");
        assertThat(handler.page().locator("main")).containsText("2013-11-??");
        var question =
                "/api/v1/statistics?unit=allegations&force=LANCASHIRE&category=NEGLECT_OF_DUTY&reportedFrom=2013-02-14"
                        + "&reportedTo=2013-02-14";
        long between = stage.api().get("auditor", question).get("total").longValue();

        handler.open(importPage);
        handler.page().getByText("Undo this import").click();
        handler.page().getByLabel("Why is it undone?").fill("the wrong file");
        handler.press("Undo the import");
        assertThat(handler.page().getByText("Undone").first()).isVisible(new IsVisibleOptions().setTimeout(LONG));
        assertThat(stage.api().get("auditor", question).get("total").longValue())
                .isEqualTo(between - 1);
    }

    private static void standsFor(BrowserUser handler, String value, String code) {
        handler.page()
                .getByLabel(value, new Page.GetByLabelOptions().setExact(true))
                .selectOption(code);
    }

    /** Says step by step what the columns mean, and checks the sheet. */
    private static void map(BrowserUser handler, String prefix, String number, String name) {
        var page = handler.page();
        say(handler, prefix + "{" + number + "}", "CaseOpened", "AllegationReported", "AllegationClosed");
        choose(handler, "fact-0-occurredOn", "{Received}");
        choose(handler, "fact-0-kind", "COMPLAINT");
        choose(handler, "fact-0-source", "PUBLIC");
        choose(handler, "fact-1-allegationId", "{" + number + "}");
        choose(handler, "fact-1-occurredOn", "{Received}");
        choose(handler, "fact-2-when", "{Closed}");
        choose(handler, "fact-2-allegationId", "{" + number + "}");
        choose(handler, "fact-2-occurredOn", "{Closed}");
        choose(handler, "fact-2-outcome", "");
        handler.toAnotherPage(() -> handler.press("Show the first rows"));
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("choose where “What is alleged” comes from");
        handler.looksRight("import-errors");
        choose(handler, "fact-1-category", "OTHER");
        handler.toAnotherPage(() -> handler.press("Show the first rows"));
        assertThat(page.locator("main")).containsText("The first rows, as the facts they become");
        handler.looksRight("import-preview");
        check(handler, name.replace("’", ""));
    }

    /** Says whose cases the rows are about, and which facts each states. */
    private static void say(BrowserUser handler, String caseNumber, String... facts) {
        var page = handler.page();
        page.getByLabel("Force", new Page.GetByLabelOptions().setExact(true)).selectOption("LANCASHIRE");
        page.getByLabel("Case number").fill(caseNumber);
        for (var fact : facts) {
            page.getByLabel("Add what a row says").selectOption(fact);
            handler.toAnotherPage(() -> handler.press("Add"));
        }
    }

    private static void check(BrowserUser handler, String name) {
        handler.page().getByLabel("Name for this").fill(name);
        handler.toAnotherPage(() -> handler.press("Check the sheet"));
        assertThat(handler.page().locator(".register-progress")).hasCount(0, new HasCountOptions().setTimeout(LONG));
    }

    private static void choose(BrowserUser handler, String field, String value) {
        handler.page().locator("#" + field).selectOption(value);
    }

    /** Days are the British way round, and NA states nothing. */
    private static void answer(BrowserUser handler) {
        handler.page().locator("input[type=radio][value=DMY]").all().forEach(Locator::check);
        handler.page().locator("input[type=radio][value=nothing]").all().forEach(Locator::check);
        handler.press("Answer, and check again");
    }

    private static void record(BrowserUser handler) {
        var record = handler.page().getByText("Record it");
        assertThat(record).isVisible(new IsVisibleOptions().setTimeout(LONG));
        handler.press("Record it");
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
        assertThat(handler.page().getByRole(AriaRole.ALERT)).containsText("damaged");
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
