package org.conductregister.standalone.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.conductregister.standalone.pages.browser.BrowserSession;
import org.conductregister.standalone.pages.browser.Journey;
import org.junit.jupiter.api.Test;

/** Administrators keep the words that entries choose from. */
@Journey
class CodeListsIT {

    @Test
    void aCodeIsAddedAndItsLabelChanged(BrowserSession stage) {
        var admin = stage.signIn("admin").follow("Code lists");
        admin.looksRight("code-lists");
        admin.follow("Themes");

        admin.page().locator("#code").fill("KEPT_RECORDS");
        admin.page().locator("#label").fill(HostileText.TEXT);
        admin.press("Add the code");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText(HostileText.TEXT + " (KEPT_RECORDS)");

        admin.page()
                .locator("tr:has-text('KEPT_RECORDS')")
                .getByRole(AriaRole.LINK)
                .click();
        admin.page().locator("#label").fill("ViewStorage of records");
        admin.looksRight("code-label");
        admin.press("Save the label");
        assertThat(admin.page().locator("tr:has-text('KEPT_RECORDS')")).containsText("ViewStorage of records");
        admin.looksRight("code-list");
        HostileText.didNothing(admin);
    }

    @Test
    void aLabelThatIsChangedIsReadEverywhereAtOnce(BrowserSession stage) {
        var handler = stage.signIn("handler").open("/cases?force=CLEVELAND");
        assertThat(handler.page().locator("tbody tr").first()).containsText("Cleveland Police");

        var admin = stage.signIn("admin").open("/code-lists/forces/CLEVELAND");
        admin.page().locator("#label").fill("Police of Teesside");
        admin.press("Save the label");

        handler.open("/cases?force=CLEVELAND");
        assertThat(handler.page().locator("tbody tr").first()).containsText("Police of Teesside");
        handler.open("/?force=CLEVELAND");
        assertThat(handler.page().locator(".register-limits")).containsText("Police of Teesside");
        handler.open("/officers/new");
        assertThat(handler.page().getByLabel("Force")).containsText("Police of Teesside");

        admin.open("/code-lists/forces/CLEVELAND");
        admin.page().locator("#label").fill("Cleveland Police");
        admin.press("Save the label");
        assertThat(admin.page().locator("tr:has-text('CLEVELAND')")).containsText("Cleveland Police");
    }

    @Test
    void aFindingIsMarkedAsAgainstTheOfficer(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists/findings");
        assertThat(admin.page().locator("tr:has-text('NOT_SUSTAINED')")).containsText("No");

        admin.page().locator("#code").fill("PROVEN_IN_PART");
        admin.page().locator("#label").fill("Proven in part");
        admin.page().getByLabel("It is a finding against the officer").check();
        admin.looksRight("code-list-findings");
        admin.press("Add the code");
        assertThat(admin.page().locator("tr:has-text('PROVEN_IN_PART')")).containsText("Yes");

        admin.open("/code-lists/findings/PROVEN_IN_PART");
        assertThat(admin.page().locator("#upheld")).isChecked();
        admin.page().locator("#upheld").uncheck();
        admin.looksRight("code-finding");
        admin.press("Save the finding");
        assertThat(admin.page().locator("tr:has-text('PROVEN_IN_PART')")).containsText("No");
    }

    @Test
    void aHeadcountIsStated(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists").follow("Headcounts");
        admin.press("Keep the headcount");
        var summary = admin.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("Choose a force");
        assertThat(summary).containsText("Choose a workforce");
        assertThat(summary).containsText("Enter the day of the headcount");
        assertThat(summary).containsText("Enter how many people");
        admin.looksRight("headcounts-errors");

        admin.page()
                .getByLabel("Force", new Page.GetByLabelOptions().setExact(true))
                .selectOption("CLEVELAND");
        admin.page().getByLabel("Workforce").selectOption("POLICE_OFFICER");
        admin.page().locator("#asAt-day").fill("31");
        admin.page().locator("#asAt-month").fill("3");
        admin.page().locator("#asAt-year").fill("2017");
        admin.page().locator("#people").fill("1,274");
        admin.press("Keep the headcount");

        assertThat(admin.page().locator("tr:has-text('Cleveland')")).containsText("1,274");
        admin.looksRight("headcounts");
    }

    @Test
    void aPeriodOfRetentionIsStatedAndWhatIsDueIsListed(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists").follow("Retention");
        admin.press("Keep the rule");
        var summary = admin.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("Choose a kind of case");
        assertThat(summary).containsText("Choose for how long it is kept");
        admin.looksRight("retention-errors");

        admin.page().getByLabel("Kind of case").selectOption("COMPLAINT");
        admin.page().getByLabel("Outcome").selectOption("ANY_OTHER");
        admin.page().getByLabel("For some years after the case was closed").check();
        admin.page().locator("#years").fill("1");
        admin.press("Keep the rule");
        assertThat(admin.page().locator("tr:has-text('Complaint')")).containsText("1 year");
        admin.looksRight("retention");

        admin.open("/personal-data");
        admin.looksRight("personal-data");
        admin.follow("Cases whose retention period has ended");
        admin.looksRight("retention-due");
        admin.page().getByText("Decide about case").first().click();
        assertThat(admin.heading()).startsWith("Personal data of case");
        admin.looksRight("erasure");
    }

    @Test
    void aBankHolidayIsStated(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists").follow("Bank holidays");
        admin.page().locator("#holidayOn-day").fill("30");
        admin.page().locator("#holidayOn-month").fill("2");
        admin.page().locator("#holidayOn-year").fill("2031");
        admin.page().locator("#name").fill(HostileText.TEXT);
        admin.press("Keep the day");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("must be a real date");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("Choose whether it is a bank holiday");
        admin.looksRight("bank-holidays-errors");

        admin.page().locator("#holidayOn-day").fill("5");
        admin.page().locator("#holidayOn-month").fill("6");
        admin.page().getByLabel("It is a bank holiday").check();
        admin.press("Keep the day");

        assertThat(admin.page().locator("tr:has-text('5 June 2031')")).containsText("Yes");
        admin.looksRight("bank-holidays");
        HostileText.didNothing(admin);
    }

    @Test
    void whatIsWrongIsSaidInASummaryAndAtTheField(BrowserSession stage) {
        var admin = stage.signIn("admin").open("/code-lists/forces");

        admin.page().locator("#code").fill("Lancs " + HostileText.TEXT);
        admin.press("Add the code");
        var summary = admin.page().getByRole(AriaRole.ALERT);
        assertThat(summary).containsText("The code must be 1 to 64 capital letters, digits or '_'");
        assertThat(summary).containsText("Enter what people read for it");
        assertThat(admin.page().locator("#code")).hasValue("Lancs " + HostileText.TEXT);
        admin.looksRight("code-list-errors");

        admin.page().locator("#code").fill("LANCASHIRE");
        admin.page().locator("#label").fill("The same again");
        admin.press("Add the code");
        assertThat(admin.page().getByRole(AriaRole.ALERT)).containsText("LANCASHIRE is on the list already");
        assertThat(admin.expecting(404).open("/code-lists/feelings").heading()).isEqualTo("Page not found");
        assertThat(admin.open("/code-lists/forces/ATLANTIS").heading()).isEqualTo("Page not found");
        HostileText.didNothing(admin);
    }
}
