package org.conductregister.command.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.command.forms.FormConversation.and;
import static org.conductregister.command.forms.FormConversation.day;
import static org.conductregister.command.forms.FormConversation.fresh;

import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests the questions and warnings before a fact is recorded: a number that nobody has, and the further consequences
 * of a fact.
 */
@RegisterTest
class QuestionsBeforeRecordingTest {

    private final FormConversation forms;
    private final EventLog log;

    QuestionsBeforeRecordingTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.forms = new FormConversation(port, log);
        this.log = log;
    }

    private String[] against(String officer, String... more) {
        return and(and(day(3, 3, 2020), "allegationId", "A1", "category", "STALKING", "officerId", officer), more);
    }

    @Test
    void aNumberThatNobodyHasIsAskedAboutAndRecordedWhenItIsRight() {
        var path = "/cases/" + forms.opened("") + "/log/AllegationReported";
        var officer = fresh("NOBODY");
        long before = log.lastPosition();

        var asked = forms.send(path, against(officer)).is(400);
        assertThat(asked.text())
                .contains(
                        "Nobody in the register has the number %s. Is it right?".formatted(officer),
                        "name=\"officerId.confirmed\"",
                        officer + " is right: record it, though nobody has it yet",
                        "/officers?q=" + officer);
        assertThat(log.lastPosition()).isEqualTo(before);

        forms.send(path, against(officer, "officerId.confirmed", officer + "-OTHER"))
                .is(400);
        forms.send(path, against(officer, "officerId.confirmed", officer)).is(302);
    }

    @Test
    void aNumberThatAnotherCaseNamesIsKnown() {
        var officer = fresh("NAMED");
        forms.logged(forms.opened(""), """
                {"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1", "category": "STALKING",
                 "officerId": "%s"}""".formatted(officer));

        forms.send("/cases/" + forms.opened("") + "/log/AllegationReported", against(officer))
                .is(302);
    }

    @Test
    void aNameTypedForANumberIsLookedUp() {
        var answer = forms.send("/cases/" + forms.opened("") + "/log/AllegationReported", against("Sam Example"))
                .is(400);

        assertThat(answer.text()).contains("“Officer” must be a number. Choose from what is found as you type");
    }

    @Test
    void tagsAreChosenByTheirLabelsAndOthersWrittenInWords() {
        var caseId = forms.opened("");
        var form = forms.open("/cases/" + caseId + "/log/AllegationReported").is(200);
        assertThat(form.text())
                .contains("Violence against women and girls", "Against a colleague", "Other tags")
                .doesNotContain("In capitals");
        var officer = fresh("O");

        forms.send(
                        "/cases/" + caseId + "/log/AllegationReported",
                        against(
                                officer,
                                "officerId.confirmed",
                                officer,
                                "tags",
                                "VAWG",
                                "tags",
                                "OFF_DUTY",
                                "tags.other",
                                "Body-worn video lost, Café"))
                .is(302);

        var check = forms.program()
                .get("/api/v1/cases/" + caseId + "/allowed-entries")
                .is(200);
        assertThat(check.status()).isEqualTo(200);
        var refused = forms.program().refused().log(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-03-03", "allegationId": "A1", "category": "STALKING",
                 "officerId": "%s", "tags": ["BODY_WORN_VIDEO_LOST", "CAFE", "OFF_DUTY", "VAWG"]}""".formatted(officer));
        refused.isProblem(409, "ALLEGATION_ALREADY_REPORTED", " ALLEGATION_ALREADY_REPORTED");
    }

    @Test
    void aTagThatIsOnNoListStaysWhenItsEntryIsCorrected() {
        var caseId = forms.opened("");
        var entry = forms.logged(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1", "category": "STALKING",
                 "tags": ["BODYCAM_OFF", "VAWG"]}""");

        assertThat(forms.open("/cases/%s/entries/%s/correct".formatted(caseId, entry))
                        .is(200)
                        .text())
                .containsPattern("value=\"BODYCAM_OFF\"[^>]*checked")
                .containsPattern("value=\"VAWG\"[^>]*checked")
                .contains("Bodycam off");
    }

    @Test
    void closingWhatHadToBeReferredIsWarnedOfBeforeAndAfter() {
        var caseId = forms.opened("");
        forms.logged(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1",
                 "category": "ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"}""");

        assertThat(forms.open("/cases/" + caseId + "/log/CaseClosed").is(200).text())
                .contains("One allegation is still pending: A1", "it stays on the worklist under “To be referred”");

        var warnings = forms.program()
                .log(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-04-03\"}")
                .is(201)
                .json()
                .at("/0/warnings");
        assertThat(warnings.findValuesAsString("code"))
                .containsExactly("ALLEGATIONS_CLOSED_WITH_CASE", "REFERRAL_STILL_DUE");
    }

    private String dismissedIn(String officer) {
        var caseId = forms.opened("");
        forms.program().log(caseId, """
                [{"type": "AllegationReported", "occurredOn": "2020-03-02", "allegationId": "A1", "category": "STALKING",
                  "officerId": "%s"},
                 {"type": "MisconductOutcomeImposed", "occurredOn": "2020-05-06", "allegationId": "A1",
                  "outcome": "DISMISSAL_WITHOUT_NOTICE"}]""".formatted(officer)).is(201);
        return caseId;
    }

    @Test
    void registeringAfterADismissalInACaseOrUnderAnotherNumberIsWarnedOf() {
        var officer = fresh("DIS");
        var other = officer + "-2";
        var caseId = dismissedIn(officer);
        forms.program()
                .post(
                        "/api/v1/officers/" + officer + "/entries",
                        "{\"type\": \"OfficerMarkedDuplicate\", \"duplicateOf\": \"%s\", \"reason\": \"one person\"}"
                                .formatted(other))
                .is(201);

        assertThat(forms.open("/officers/" + other + "/log/OfficerRegistered")
                        .is(200)
                        .text())
                .contains("This officer was dismissed on 6 May 2020 in case " + caseId);
        var recorded = forms.program()
                .post("/api/v1/officers/" + other + "/entries", """
                        {"type": "OfficerRegistered", "occurredOn": "2021-01-04", "force": "LANCASHIRE",
                         "workforce": "POLICE_OFFICER"}""")
                .is(201);
        assertThat(recorded.json().at("/0/warnings").findValuesAsString("code"))
                .containsExactly("REGISTERED_AFTER_DISMISSAL");
    }

    @Test
    void registeringWhoIsBarredIsWarnedOf() {
        var officer = fresh("BAR");
        forms.program().post("/api/v1/officers/" + officer + "/entries", """
                        [{"type": "OfficerDismissed", "occurredOn": "2020-01-04"},
                         {"type": "OfficerBarred", "occurredOn": "2020-01-06"}]""").is(201);

        assertThat(forms.open("/officers/" + officer + "/log/OfficerRegistered")
                        .is(200)
                        .text())
                .contains("This officer was dismissed on 4 January 2020.", "is on the barred list");
    }
}
