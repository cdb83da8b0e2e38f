package org.conductregister.command.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.forms.FormConversation.and;
import static org.conductregister.command.forms.FormConversation.day;
import static org.conductregister.command.forms.FormConversation.fresh;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.decisions.Rule;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** No refusal is a dead end: it names the entry in the way by its words and day, and leads to where something can be done. */
@RegisterTest
class WaysOutTest {

    private final FormConversation forms;

    WaysOutTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.forms = new FormConversation(port, log);
    }

    @Test
    void whatFollowsAClosingLeadsToTheClosingAndToAReopening() {
        var caseId = forms.opened("");
        var closing = forms.logged(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-04-03\"}");

        var refused = forms.send("/cases/" + caseId + "/log/InvestigationStarted", day(4, 4, 2020))
                .is(409);

        assertThat(refused.text())
                .contains(
                        "The case is closed. Reopen it first",
                        "Correct “Case closed” of 3 April 2020",
                        "/cases/%s/entries/%s/correct".formatted(caseId, closing),
                        "Record “Case reopened”",
                        "/cases/%s/log/CaseReopened".formatted(caseId));
    }

    @Test
    void whatWouldMakeALaterEntryImpossibleLeadsToThatEntry() {
        var caseId = forms.opened("");
        var started = forms.logged(caseId, "{\"type\": \"InvestigationStarted\", \"occurredOn\": \"2020-04-03\"}");

        var refused = forms.send("/cases/" + caseId + "/log/CaseClosed", day(1, 4, 2020))
                .is(409);

        assertThat(refused.text())
                .contains(
                        "“Investigation started” of 3 April 2020, which is recorded, would then be impossible",
                        "Correct “Investigation started” of 3 April 2020",
                        "/cases/%s/entries/%s/correct".formatted(caseId, started));
    }

    @Test
    void anOutcomeAgainstNobodyLeadsToWhoItIs() {
        var caseId = forms.opened("");
        forms.logged(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1", "category": "STALKING"}""");

        var refused = forms.send(
                        "/cases/" + caseId + "/log/MisconductOutcomeImposed",
                        and(day(4, 4, 2020), "allegationId", "A1", "outcome", "WRITTEN_WARNING"))
                .is(409);

        assertThat(refused.text())
                .contains("/cases/%s/log/OfficerIdentified?allegationId=A1".formatted(caseId))
                .contains("Record “Officer identified”");
    }

    @Test
    void whatIsRecordedOnADuplicateIsLedToTheOther() {
        var original = forms.opened("");
        var caseId = forms.opened("");
        forms.logged(
                caseId,
                "{\"type\": \"CaseMarkedDuplicate\", \"duplicateOf\": \"%s\", \"reason\": \"twice\"}"
                        .formatted(original));

        var refused = forms.send("/cases/" + caseId + "/log/CaseClosed", day(4, 4, 2020))
                .is(409);

        assertThat(refused.text()).contains("/cases/%s/log/CaseClosed".formatted(original), "Record it on " + original);
    }

    @Test
    void theReferenceStandsBesideTheCaseWhereAReportIsDone() {
        var reference = "CO " + fresh("13/19");
        var caseId = forms.opened(", \"reference\": \"%s\"".formatted(reference));

        assertThat(forms.open("/report/done?case=%s&allegation=A1&position=1".formatted(caseId))
                        .is(200)
                        .text())
                .contains(caseId, ", reference " + reference);
    }

    @Test
    void aCaseOrReferenceThatIsThereAlreadyIsOfferedToAddTo() {
        var reference = "CO " + fresh("12/19");
        var caseId = forms.opened(", \"reference\": \"%s\"".formatted(reference));

        var byReference = forms.send(
                        "/report", "step", "CASE", "which", "NEW", "caseId", reference.toLowerCase(Locale.ROOT))
                .is(400);
        assertThat(byReference.text())
                .contains(
                        "Already in the register: case %s (%s). Add to it?".formatted(caseId, reference),
                        "/report?which=EXISTING&amp;caseId=" + caseId);
        assertThat(forms.send("/report", "step", "CASE", "which", "NEW", "caseId", caseId)
                        .is(400)
                        .text())
                .contains("Already in the register: case " + caseId);

        var opening = forms.send(
                        "/report",
                        "step",
                        "OPENING",
                        "which",
                        "NEW",
                        "caseId",
                        fresh("WAY"),
                        "force",
                        "LANCASHIRE",
                        "kind",
                        "CONDUCT",
                        "source",
                        "POLICE",
                        "reference",
                        reference)
                .is(400);
        assertThat(opening.text())
                .contains(
                        "Already in the register: case %s of this force has the reference".formatted(caseId),
                        "Add an allegation to case " + caseId);
    }

    @Test
    void aCaseIsAddedToByItsReference() {
        var reference = "LAN/" + fresh("2026") + "/001";
        var caseId = forms.opened(", \"reference\": \"%s\"".formatted(reference));

        var next = forms.send("/report", "step", "CASE", "which", "EXISTING", "caseId", reference)
                .is(200);

        assertThat(next.text()).contains("What is alleged?", "name=\"caseId\" value=\"" + caseId + "\"");
    }

    @Test
    void aNewNumberWithStrokesBecomesAnIdentifierThatNoCaseHas() {
        var typed = "LAN/" + fresh("2026") + "/002";
        var other = typed.replace('/', '-');
        forms.program().log(other, """
                {"type": "CaseOpened", "occurredOn": "2020-03-02", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""").is(201);

        var next = forms.send("/report", "step", "CASE", "which", "NEW", "caseId", typed)
                .is(200);

        assertThat(next.text())
                .contains("About the case", "name=\"caseId\" value=\"" + other + "-2\"", "value=\"" + typed + "\"");
    }

    @Test
    void aDuplicateIsNamedByItsReferenceToo() {
        var reference = "CO " + fresh("7/20");
        var original = forms.opened(", \"reference\": \"%s\"".formatted(reference));
        var caseId = forms.opened("");

        forms.send("/cases/" + caseId + "/duplicate", "duplicateOf", reference, "reason", "twice")
                .is(302);

        forms.program()
                .refused()
                .log(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-04-03\"}")
                .isProblem(409, "MARKED_DUPLICATE", " MARKED_DUPLICATE");
        assertThat(forms.open("/cases/" + original + "/log").is(200).text()).contains("What happened?");
    }

    /**
     * Tests that every rule leads somewhere, but those about which nothing else can be done than to change what was
     * filled in.
     */
    @Test
    void everyRuleLeadsSomewhereOrIsAboutAFieldOfTheForm() {
        var ofTheFormAlone = EnumSet.of(
                Rule.CASE_NOT_CLOSED,
                Rule.RESPONSE_DUE_BEFORE_ISSUE,
                Rule.OFFICER_NOT_LISTED,
                Rule.ENTRY_UNKNOWN,
                Rule.ENTRY_ALREADY_RETRACTED,
                Rule.CORRECTION_NOT_REDATABLE,
                Rule.CORRECTION_NOT_CORRECTABLE,
                Rule.CORRECTED_TO_ANOTHER_KIND,
                Rule.ALREADY_MARKED_DUPLICATE,
                Rule.DUPLICATE_OF_ITSELF,
                Rule.LEGAL_HOLD,
                Rule.LEGAL_HOLD_ALREADY,
                Rule.LEGAL_HOLD_NONE,
                Rule.STILL_PENDING,
                Rule.PERSONAL_DATA_FACT_NOT_CORRECTABLE);

        assertThat(Arrays.stream(Rule.values()).filter(rule -> !ofTheFormAlone.contains(rule)))
                .allSatisfy(rule -> {
                    var help = RuleHelp.of(rule);
                    assertThat(help.first() != null || !help.inTheWay().isEmpty())
                            .as("%s leads somewhere", rule)
                            .isTrue();
                });
    }
}
