package org.conductregister.command.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import org.conductregister.command.Answer;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** On a case that somebody may not see, all they try is answered as on one that never was. */
@RegisterTest
class SightTest {

    private static final String PASSWORD = "river tablet gravel moth";

    /** Kept from one test to the next, for each password costs half a second. */
    private static boolean arePeopleThere;

    private final Caller handler;
    private final Caller kent;
    private final Caller officer;

    SightTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.kent = new Caller(port, log).as("sight-kent", PASSWORD);
        this.officer = new Caller(port, log).as("sight-officer", PASSWORD);
    }

    @BeforeEach
    void people() {
        if (arePeopleThere) {
            return;
        }
        put("sight-kent", "'roles': ['HANDLER'], 'forces': ['KENT']");
        put("sight-officer", "'roles': ['HANDLER'], 'officerId': 'SIGHT-O1'");
        handler.log("SIGHT-SURREY", json("""
                [{'type': 'CaseOpened', 'entryId': '00000000-0000-0000-0000-00000000a001', 'occurredOn': '2024-01-08', 'force': 'SURREY',
                  'kind': 'CONDUCT', 'source': 'POLICE', 'reference': 'SUR/1'},
                 {'type': 'AllegationReported', 'entryId': '00000000-0000-0000-0000-00000000a002', 'occurredOn': '2024-01-08',
                  'allegationId': 'A1', 'officerId': 'SIGHT-O1', 'category': 'OTHER'}]""")).is(201);
        arePeopleThere = true;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type': 'NoteAdded', 'text': 'x'}",
                "{'type': 'CaseClosed', 'occurredOn': '2024-02-01'}",
                "[{'type': 'AllegationClosed', 'occurredOn': '2024-02-01', 'allegationId': 'A1'}]",
                "{'type': 'EntryRetracted', 'retracts': '00000000-0000-0000-0000-00000000a001', 'reason': 'x'}",
                "{'type': 'CaseMarkedDuplicate', 'duplicateOf': 'SIGHT-NONE', 'reason': 'x'}"
            })
    void whatIsLoggedOnAHiddenCaseIsAnsweredAsOnNone(String entry) {
        for (var who : new Caller[] {kent, officer}) {
            var hidden = who.refused().log("SIGHT-SURREY", json(entry));
            var never = who.refused().log("SIGHT-NEVER", json(entry));

            assertThat(hidden.status()).isEqualTo(never.status());
            assertThat(hidden.text()).isEqualTo(never.text().replace("SIGHT-NEVER", "SIGHT-SURREY"));
        }
    }

    @Test
    void whatMayBeLoggedOnAHiddenCaseIsWhatMayBeOnNone() {
        for (var who : new Caller[] {kent, officer}) {
            assertThat(who.get("/api/v1/cases/SIGHT-SURREY/allowed-entries")
                            .is(200)
                            .text())
                    .isEqualTo(who.get("/api/v1/cases/SIGHT-NEVER/allowed-entries")
                            .is(200)
                            .text());
            assertThat(who.with("If-Match", "\"2\"")
                            .refused()
                            .log("SIGHT-SURREY", "{\"type\":\"NoteAdded\",\"text\":\"x\"}")
                            .status())
                    .isEqualTo(412);
        }
    }

    @Test
    void aHiddenCaseIsNotOpenedAgainAndOnlyThatTellsThatItsNumberIsTaken() {
        kent.refused()
                .log("SIGHT-SURREY", opening("KENT", ""))
                .isProblem(409, "CASE_ID_NOT_AVAILABLE", " CASE_ID_NOT_AVAILABLE");
        officer.refused()
                .log("SIGHT-SURREY", opening("KENT", ""))
                .isProblem(409, "CASE_ID_NOT_AVAILABLE", " CASE_ID_NOT_AVAILABLE");
    }

    @Test
    void aReferenceOfAHiddenCaseIsTakenWithoutAWordOnTheCase() {
        var refused = officer.refused().log("SIGHT-NEW", opening("SURREY", "'reference': 'SUR/1',"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("REFERENCE_TAKEN").doesNotContain("SIGHT-SURREY");
        assertThat(handler.refused()
                        .log("SIGHT-NEW", opening("SURREY", "'reference': 'SUR/1',"))
                        .text())
                .contains("SIGHT-SURREY");
    }

    @Test
    void aHandlerOfOneForceLogsForThatForceAlone() {
        kent.log("SIGHT-KENT", opening("KENT", "")).is(201);
        kent.refused().log("SIGHT-OTHER", opening("SURREY", "")).isProblem(403, "FORCE_NOT_YOURS", " FORCE_NOT_YOURS");

        kent.log("SIGHT-KENT", "{\"type\": \"NoteAdded\", \"text\": \"seen\"}").is(201);
    }

    @Test
    void aCorrectionThatMovesACaseToAnotherForceNeedsSomebodyOfBoth() {
        var entry = kent.log("SIGHT-MOVED", opening("KENT", ""))
                .is(201)
                .json()
                .get(0)
                .get("entryId")
                .stringValue();
        var correction = json("""
                {'type': 'EntryCorrected', 'corrects': '%s', 'reason': 'x', 'fact': {'type': 'CaseOpened', 'occurredOn': '2024-01-08',
                 'force': 'SURREY', 'kind': 'CONDUCT', 'source': 'POLICE'}}""".formatted(entry));

        kent.refused().log("SIGHT-MOVED", correction).isProblem(403, "FORCE_NOT_YOURS", " FORCE_NOT_YOURS");
        handler.log("SIGHT-MOVED", correction).is(201);
        kent.refused()
                .log("SIGHT-MOVED", "{\"type\": \"NoteAdded\", \"text\": \"x\"}")
                .isProblem(409, "CASE_NOT_OPENED", " CASE_NOT_OPENED");
    }

    @Test
    void aDuplicateAcrossForcesNeedsSomebodyOfBoth() {
        kent.log("SIGHT-TWIN", opening("KENT", "")).is(201);

        var hidden = kent.refused()
                .log(
                        "SIGHT-TWIN",
                        json("{'type': 'CaseMarkedDuplicate', 'duplicateOf': 'SIGHT-SURREY', 'reason': 'x'}"));
        var never = kent.refused()
                .log(
                        "SIGHT-TWIN",
                        json("{'type': 'CaseMarkedDuplicate', 'duplicateOf': 'SIGHT-NEVER', 'reason': 'x'}"));
        assertThat(hidden.text()).isEqualTo(never.text().replace("SIGHT-NEVER", "SIGHT-SURREY"));
    }

    @Test
    void nobodyRecordsAboutThemselves() {
        officer.log("SIGHT-OWN", opening("KENT", "")).is(201);
        officer.refused()
                .log(
                        "SIGHT-OWN",
                        json(
                                "{'type': 'AllegationReported', 'occurredOn': '2024-01-09', 'allegationId': 'A1', 'officerId': 'SIGHT-O1', 'category': 'OTHER'}"))
                .isProblem(403, "CONFLICT_OF_INTEREST", " CONFLICT_OF_INTEREST");
        officer.refused()
                .post(
                        "/api/v1/officers/SIGHT-O1/entries",
                        json("{'type': 'OfficerResigned', 'occurredOn': '2024-01-09'}"))
                .isProblem(403, "CONFLICT_OF_INTEREST", " CONFLICT_OF_INTEREST");
    }

    @Test
    void whoIsKnownUnderTwoNumbersIsNamedByBoth() {
        handler.post(
                        "/api/v1/officers/SIGHT-O2/entries",
                        json("{'type': 'OfficerMarkedDuplicate', 'duplicateOf': 'SIGHT-O1', 'reason': 'x'}"))
                .status();
        handler.log("SIGHT-SECOND", json("""
                [{'type': 'CaseOpened', 'entryId': '00000000-0000-0000-0000-00000000a011', 'occurredOn': '2024-01-08', 'force': 'SURREY',
                  'kind': 'CONDUCT', 'source': 'POLICE'},
                 {'type': 'AllegationReported', 'entryId': '00000000-0000-0000-0000-00000000a012', 'occurredOn': '2024-01-08',
                  'allegationId': 'A1', 'officerId': 'SIGHT-O2', 'category': 'OTHER'}]""")).is(201);

        officer.refused()
                .log("SIGHT-SECOND", "{\"type\": \"NoteAdded\", \"text\": \"x\"}")
                .isProblem(409, "CASE_NOT_OPENED", " CASE_NOT_OPENED");
    }

    @Test
    void theFormsOfAHiddenCaseAreThoseOfNone() {
        for (var path : new String[] {
            "log", "log/NoteAdded", "duplicate", "entries/00000000-0000-0000-0000-00000000a001/retract"
        }) {
            kent.refused().get("/cases/SIGHT-SURREY/" + path).isProblem(404, "NOT_FOUND");
            kent.refused().get("/cases/SIGHT-NEVER/" + path).isProblem(404, "NOT_FOUND");
        }
    }

    @Test
    void formsFindNoHiddenCaseByItsNumberOrReference() {
        for (var typed : new String[] {"SIGHT-SURREY", "SUR%2F1"}) {
            var hidden = officer.get("/report?which=EXISTING&caseId=" + typed);
            assertThat(hidden.text()).doesNotContain("Already in the register", "SURREY (SUR/1)");
        }
        handler.log("SIGHT-DUP", json("""
                [{'type': 'CaseOpened', 'entryId': '00000000-0000-0000-0000-00000000a021', 'occurredOn': '2024-01-08', 'force': 'KENT',
                  'kind': 'CONDUCT', 'source': 'POLICE'},
                 {'type': 'CaseMarkedDuplicate', 'entryId': '00000000-0000-0000-0000-00000000a022', 'duplicateOf': 'SIGHT-SURREY', 'reason': 'x'}]""")).is(201);

        var refused = kent.refused().log("SIGHT-DUP", "{\"type\": \"NoteAdded\", \"text\": \"x\"}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("MARKED_DUPLICATE").doesNotContain("SIGHT-SURREY");
        assertThat(handler.refused()
                        .log("SIGHT-DUP", "{\"type\": \"NoteAdded\", \"text\": \"x\"}")
                        .text())
                .contains("SIGHT-SURREY");
    }

    @Test
    void anImportPartOfWhichItsSenderMayNoLongerSeeIsNotUndone() {
        var lines = json("""
                {'type': 'CaseOpened', 'caseId': 'SIGHT-U1', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'}
                {'type': 'CaseOpened', 'caseId': 'SIGHT-U2', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'}
                """);
        var id = officer.post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofString(lines))
                .is(202)
                .json()
                .get("importId")
                .stringValue();
        await().until(() -> officer.get("/api/v1/imports/" + id)
                .json()
                .get("state")
                .stringValue()
                .equals("COMPLETED"));
        handler.log(
                        "SIGHT-U2",
                        json(
                                "{'type': 'AllegationReported', 'occurredOn': '2024-01-09', 'allegationId': 'A1', 'officerId': 'SIGHT-O1', 'category': 'OTHER'}"))
                .is(201);

        var refused = officer.refused().post("/api/v1/imports/" + id + "/undo", json("{'reason': 'x'}"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("IMPORT_NOT_UNDOABLE").doesNotContain("SIGHT-U2", "SIGHT-O1");
    }

    @Test
    void anImportRecordsWhatItsSenderMayAndOthersDoNotSeeIt() {
        var lines = json("""
                {'type': 'CaseOpened', 'caseId': 'SIGHT-I1', 'occurredOn': '2024-01-08', 'force': 'KENT', 'kind': 'CONDUCT', 'source': 'POLICE'}
                {'type': 'CaseOpened', 'caseId': 'SIGHT-I2', 'occurredOn': '2024-01-08', 'force': 'SURREY', 'kind': 'CONDUCT', 'source': 'POLICE'}
                {'type': 'NoteAdded', 'caseId': 'SIGHT-SURREY', 'text': 'x'}
                {'type': 'NoteAdded', 'caseId': 'SIGHT-NEVER', 'text': 'x'}
                """);
        var id = kent.post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofString(lines))
                .is(202)
                .json()
                .get("importId")
                .stringValue();
        await().until(() -> kent.get("/api/v1/imports/" + id)
                .json()
                .get("state")
                .stringValue()
                .equals("COMPLETED"));

        assertThat(kent.get("/api/v1/imports/" + id).json().get("recorded").intValue())
                .isEqualTo(1);
        var refusals =
                kent.get("/api/v1/imports/" + id + "/refusals").text().lines().toList();
        assertThat(refusals).hasSize(3);
        assertThat(refusals.get(0)).contains("FORCE_NOT_YOURS");
        assertThat(refusals.get(1)).contains("CASE_NOT_OPENED");
        assertThat(refusals.get(2)).contains("CASE_NOT_OPENED");
        officer.refused().get("/api/v1/imports/" + id).isProblem(404, "IMPORT_UNKNOWN");
        officer.refused().get("/api/v1/imports/" + id + "/refusals").isProblem(404, "IMPORT_UNKNOWN");
        assertThat(officer.get("/api/v1/imports").text()).doesNotContain(id);
        assertThat(handler.get("/api/v1/imports").text()).contains(id);
        handler.as("admin").refused().get("/api/v1/imports/" + id + "/refusals").isProblem(403, "FORBIDDEN");
    }

    private static String opening(String force, String more) {
        return json(
                "{'type': 'CaseOpened', 'occurredOn': '2024-01-08', 'force': '%s', %s 'kind': 'CONDUCT', 'source': 'POLICE'}"
                        .formatted(force, more));
    }

    private Answer put(String id, String user) {
        return handler.as("admin")
                .put("/api/v1/users/" + id, json("{'name': '%s', 'password': '%s', %s}".formatted(id, PASSWORD, user)))
                .is(200);
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }
}
