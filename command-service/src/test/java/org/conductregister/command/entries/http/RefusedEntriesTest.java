package org.conductregister.command.entries.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests that an entry that a rule forbids, or that was decided on an old version, is refused with a word for programs
 * and a sentence for people.
 */
@RegisterTest
class RefusedEntriesTest {

    private final Caller handler;
    private final String caseId = "REF-" + UUID.randomUUID();

    RefusedEntriesTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
    }

    @BeforeEach
    void aCaseWithAnAllegationThatIsClosed() {
        handler.log(caseId, """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "CONDUCT", "source": "POLICE"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "officerId": "O-1", "category": "OTHER"},
                 {"type": "AllegationClosed", "occurredOn": "2020-02-06", "allegationId": "A1"}]""").is(201);
    }

    @Test
    void aRuleThatRefusesIsNamed() {
        handler.refused()
                .log("NEVER-OPENED", entry("CaseClosed", "2020-01-06"))
                .isProblem(409, "CASE_NOT_OPENED", " CASE_NOT_OPENED");
    }

    @Test
    void ofAnArrayTheFirstEntryRefusedIsNamedAndNoneIsRecorded() {
        handler.refused()
                .log(
                        caseId,
                        "[%s, %s, %s]"
                                .formatted(
                                        entry("CaseClosed", "2020-03-01"),
                                        entry("CaseClosed", "2020-03-02"),
                                        entry("InvestigationStarted", "2020-03-03")))
                .isProblem(409, "CASE_ALREADY_CLOSED", "/1 CASE_ALREADY_CLOSED");
    }

    @Test
    void theLaterFactThatWouldBecomeImpossibleIsNamed() {
        var answer = handler.refused().log(caseId, """
                {"type": "AllegationWithdrawn", "occurredOn": "2020-01-20", "allegationId": "A1"}""");

        answer.isProblem(409, "LATER_FACT_IMPOSSIBLE", " LATER_FACT_IMPOSSIBLE");
        assertThat(answer.json().get("detail").stringValue())
                .startsWith("“Allegation closed” of 6 February 2020, which is recorded, would then be impossible.")
                .doesNotContain("Log ", "2020-02");
    }

    @Test
    void tomorrowHasNotHappened() {
        handler.refused()
                .log(
                        caseId,
                        entry(
                                "CaseClosed",
                                LocalDate.now(ZoneOffset.UTC).plusDays(2).toString()))
                .isProblem(409, "OCCURRED_IN_FUTURE", " OCCURRED_IN_FUTURE");
    }

    @Test
    void anEntryIdOfOtherContentIsTaken() {
        var id = handler.log(caseId, note("rang back"))
                .json()
                .get(0)
                .get("entryId")
                .stringValue();
        var other = "{\"entryId\": \"%s\", \"type\": \"NoteAdded\", \"text\": \"rang again\"}".formatted(id);

        handler.refused().log(caseId, other).isProblem(409, "ENTRY_ID_TAKEN", " ENTRY_ID_TAKEN");
    }

    @Test
    void anEntryIdOfAnotherRecordIsTaken() {
        var id = handler.log(caseId, note("rang back"))
                .json()
                .get(0)
                .get("entryId")
                .stringValue();
        var elsewhere = """
                [{"type": "OfficerRegistered", "occurredOn": "2011-05-02", "force": "KENT", "workforce": "POLICE_OFFICER"},
                 {"type": "OfficerSuspended", "occurredOn": "2012-05-02", "entryId": "%s"}]""".formatted(id);

        handler.refused()
                .post("/api/v1/officers/REF-O-1/entries", elsewhere)
                .isProblem(409, "ENTRY_ID_TAKEN", "/1 ENTRY_ID_TAKEN");
    }

    @Test
    void anEntryIdTwiceInOneArrayWithOtherContentIsTaken() {
        var id = UUID.randomUUID();
        var twice = """
                [{"type": "NoteAdded", "text": "one", "entryId": "%s"}, {"type": "NoteAdded", "text": "two", "entryId": "%s"}]""".formatted(id, id);

        handler.refused().log(caseId, twice).isProblem(409, "ENTRY_ID_TAKEN", "/1 ENTRY_ID_TAKEN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2\"", "\"0\"", "\"4\"", "\"999999999999999999\""})
    void whatWasDecidedOnAnotherVersionIsRefused(String version) {
        var answer = handler.refused().with("If-Match", version).log(caseId, note("rang back"));

        answer.isProblem(412, "VERSION_STALE");
        assertThat(answer.json().get("detail").stringValue()).contains("at version 3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"3", "W/\"3\"", "\"3\", \"4\"", "\"three\"", "\"\"", "\"-1\"", "\"9999999999999999999999\""})
    void anIfMatchThatNamesNoVersionIsRefused(String garbage) {
        handler.refused()
                .with("If-Match", garbage)
                .log(caseId, note("rang back"))
                .isProblem(400, "IF_MATCH_INVALID");
    }

    @Test
    void aRefusalSaysNothingOfTheMachineInside() {
        var answer = handler.refused().log("NEVER-OPENED", entry("CaseClosed", "2020-01-06"));

        assertThat(answer.text()).doesNotContainIgnoringCase("exception").doesNotContain("org.");
    }

    private static String entry(String type, String day) {
        return "{\"type\": \"%s\", \"occurredOn\": \"%s\"}".formatted(type, day);
    }

    private static String note(String text) {
        return "{\"type\": \"NoteAdded\", \"text\": \"%s\"}".formatted(text);
    }
}
