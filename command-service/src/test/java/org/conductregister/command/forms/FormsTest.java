package org.conductregister.command.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.forms.fields.FormField;
import org.conductregister.command.forms.fields.FormFields;
import org.conductregister.entries.FactType;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.Correction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Every kind of fact has its form, made from what the kind states; and a form is recorded once, or told at each field. */
@RegisterTest
class FormsTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    private final Caller program;
    private final Caller handler;
    private final FormFields fields;
    private final EventLog log;

    FormsTest(@Autowired EventLog log, @LocalServerPort int port, @Autowired FormFields fields) {
        this.program = new Caller(port, log).as("handler");
        this.handler = program.with("Accept", "text/html");
        this.fields = fields;
        this.log = log;
    }

    static Stream<FactType> everyKind() {
        return FactType.logged().stream();
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindIsFilledInWithAllThatItStates(FactType type) {
        var shown = fields.of(type).stream().map(FormField::name).collect(Collectors.toSet());
        var stated = new ArrayList<>(
                type.fields().stream().map(field -> field.name()).toList());
        if (isCorrection(type)) {
            stated.removeAll(Set.of("retracts", "redates", "corrects", "fact", "occurredOn", "dayStatedAs"));
        }

        assertThat(shown).containsExactlyInAnyOrderElementsOf(stated);
        assertThat(fields.of(type)).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            if (field.isChosen()) {
                assertThat(field.options()).isNotEmpty();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyKindButACorrectionIsListedSomewhere(FactType type) {
        if (!isCorrection(type)) {
            assertThat(FactGroup.of(type)).isNotNull();
        }
    }

    private static boolean isCorrection(FactType type) {
        return Correction.class.isAssignableFrom(type.javaType());
    }

    @Test
    void aFormSentAgainIsRecordedOnceAndAnsweredAsTheFirstTime() {
        var caseId = opened();
        var note = note("text", "Said once", "occurredOn-day", "3", "occurredOn-month", "3", "occurredOn-year", "2020");

        var first = send("/cases/" + caseId + "/log/NoteAdded", note);
        long position = log.lastPosition();
        var again = send("/cases/" + caseId + "/log/NoteAdded", note);

        assertThat(first.status()).isEqualTo(302);
        assertThat(again.status()).isEqualTo(302);
        assertThat(log.lastPosition()).isEqualTo(position);
    }

    @Test
    void aDayThatIsNoneIsNotTakenForToday() {
        var caseId = opened();
        long before = log.lastPosition();

        var answer = send(
                "/cases/" + caseId + "/log/NoteAdded",
                note("text", "When?", "occurredOn-day", "31", "occurredOn-month", "2", "occurredOn-year", "2020"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("The day it happened must be a real date");
        assertThat(log.lastPosition()).isEqualTo(before);
    }

    @Test
    void aRefusalIsToldInTheRulesWords() {
        var caseId = opened();

        var answer = send(
                "/cases/" + caseId + "/log/CaseReopened",
                note("reason", "Again", "occurredOn-day", "3", "occurredOn-month", "3", "occurredOn-year", "2020"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("The case is not closed on that day, so it cannot be reopened.");
    }

    @Test
    void whatGoesWithAnotherAnswerAloneIsToldAtItsField() {
        var caseId = opened();

        assertThat(refused(caseId, "AppealDecided", "result", "OUTCOME_VARIED"))
                .contains("href=\"#outcome\"")
                .contains("Choose an answer for “Outcome in place of the one before”");
        assertThat(refused(caseId, "AppealDecided", "result", "UPHELD", "outcome", "WRITTEN_WARNING"))
                .contains("href=\"#outcome\"")
                .contains("“Outcome in place of the one before” is stated only with result Outcome varied");
        assertThat(refused(caseId, "SentencePassed", "sentence", "FINE", "months", "6"))
                .contains("href=\"#months\"")
                .contains(
                        "“Length in months” is stated only with sentence Life imprisonment or Imprisonment or Suspended sentence");
    }

    private String refused(String caseId, String type, String... fields) {
        var form =
                note("allegationId", "A1", "occurredOn-day", "3", "occurredOn-month", "3", "occurredOn-year", "2020");
        form.addAll(List.of(fields));
        var answer = send("/cases/" + caseId + "/log/" + type, form);

        assertThat(answer.status()).isEqualTo(400);
        return answer.text();
    }

    @Test
    void anIdentityThatIsNoneIsToldOnTheLastPageOfAReport() {
        var answer = send(
                "/report",
                List.of(
                        "step",
                        "CHECK",
                        "which",
                        "EXISTING",
                        "caseId",
                        opened(),
                        "allegationId",
                        "A1",
                        "category",
                        "SEXUAL_ASSAULT",
                        "occurredOn-day",
                        "3",
                        "occurredOn-month",
                        "3",
                        "occurredOn-year",
                        "2020",
                        "AllegationReported.entryId",
                        "17"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("This form is not as the register sent it. Open it again");
    }

    @Test
    void whatIsTypedIsShownAgainAsText() {
        var caseId = opened();

        var answer = send("/cases/" + caseId + "/log/NoteAdded", note("text", "", "note", "<script>alert(1)</script>"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("&lt;script&gt;alert(1)").doesNotContain("<script>alert");
    }

    private String opened() {
        var caseId = "FORM-" + UUID.randomUUID().toString().substring(0, 8);
        program.log(caseId, """
                {"type": "CaseOpened", "occurredOn": "2020-03-02", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"}""").is(201);
        return caseId;
    }

    private static List<String> note(String... namesAndValues) {
        var all = new ArrayList<>(List.of("entryId", UUID.randomUUID().toString()));
        all.addAll(List.of(namesAndValues));
        return all;
    }

    private Answer send(String path, List<String> namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(namesAndValues.get(i))
                    .append('=')
                    .append(URLEncoder.encode(namesAndValues.get(i + 1), StandardCharsets.UTF_8));
        }
        return handler.post(path, FORM, BodyPublishers.ofString(body.toString()));
    }

    @Test
    void theFormOfACorrectionOpensWithTheEntryAsItStandsAndRecordsOneEntry() {
        var caseId = opened();
        var entry =
                program.log(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-04-03", "allegationId": "A9", "category": "OTHER",
                 "officerId": "WRONG-1", "summary": "As it was told"}""").is(201).json().get(0).get("entryId").stringValue();
        var path = "/cases/%s/entries/%s/correct".formatted(caseId, entry);

        var form = handler.get(path).is(200);
        assertThat(form.text()).contains("Correct this entry", "value=\"WRONG-1\"", "As it was told", "value=\"2020\"");

        var corrected = note(
                "allegationId",
                "A9",
                "category",
                "STALKING",
                "officerId",
                "RIGHT-1",
                "occurredOn-day",
                "4",
                "occurredOn-month",
                "4",
                "occurredOn-year",
                "2020");
        assertThat(send(path, corrected).status()).isEqualTo(400);
        corrected.addAll(List.of("reason", "the wrong officer", "officerId.confirmed", "RIGHT-1"));
        long before = log.lastPosition();
        assertThat(send(path, corrected).status()).isEqualTo(302);
        assertThat(log.lastPosition()).isEqualTo(before + 1);
        assertThat(handler.get(path).is(200).text())
                .contains("value=\"RIGHT-1\"")
                .doesNotContain("WRONG-1");
    }

    @Test
    void aReasonOfTheEntryItselfIsCorrectedBesideTheReasonOfTheCorrection() {
        var caseId = opened();
        program.log(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-04-03\"}")
                .is(201);
        var entry =
                program.log(caseId, """
                {"type": "CaseReopened", "occurredOn": "2020-04-04", "reason": "new evidense"}""").is(201).json().get(0).get("entryId").stringValue();
        var path = "/cases/%s/entries/%s/correct".formatted(caseId, entry);
        assertThat(handler.get(path).is(200).text()).contains("new evidense");

        var sent = note(
                "fact.reason",
                "new evidence",
                "reason",
                "a slip",
                "occurredOn-day",
                "4",
                "occurredOn-month",
                "4",
                "occurredOn-year",
                "2020");

        assertThat(send(path, sent).status()).isEqualTo(302);
        assertThat(handler.get(path).text()).contains("new evidence").doesNotContain("new evidense");
    }

    @Test
    void aCaseIsMarkedADuplicateOnItsPage() {
        var original = opened();
        var caseId = opened();

        var refused = send("/cases/" + caseId + "/duplicate", note("duplicateOf", "NO-SUCH", "reason", "sent twice"));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("There is no case NO-SUCH in the register.", "href=\"#duplicateOf\"");
        assertThat(send("/cases/" + caseId + "/duplicate", note("duplicateOf", original, "reason", "sent twice"))
                        .status())
                .isEqualTo(302);
        program.refused()
                .log(caseId, "{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-04-03\"}")
                .isProblem(409, "MARKED_DUPLICATE", " MARKED_DUPLICATE");
    }

    @Test
    void whatClosingACaseDoesIsSaidBeforeItIsClosed() {
        var caseId = opened();
        var path = "/cases/" + caseId + "/log/CaseClosed";
        assertThat(handler.get(path).is(200).text()).doesNotContain("govuk-warning-text");
        program.log(caseId, """
                {"type": "AllegationReported", "occurredOn": "2020-04-03", "allegationId": "A9",
                 "category": "ABUSE_OF_POSITION_FOR_SEXUAL_PURPOSE"}""").is(201);

        assertThat(handler.get(path).is(200).text())
                .contains("One allegation is still pending: A9", "had to be referred to the watchdog, and is not");
    }
}
