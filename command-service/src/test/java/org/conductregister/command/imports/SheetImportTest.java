package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Sheets of other people, each row of which states several facts, through a mapping. */
@RegisterTest
class SheetImportTest {

    private final Caller handler;
    private final Importer importer;
    private final EventLog log;

    SheetImportTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.importer = new Importer(handler);
        this.log = log;
        handler.as("admin").put("/api/v1/code-lists/findings", """
            [{"code": "SUSTAINED", "label": "Sustained"}, {"code": "NOT_SUSTAINED", "label": "Not sustained"}]""").is(200);
    }

    private static String mapping(String name, String settings) {
        return """
        {"force": "KENT", %s "ids": {"case": "%s-{No}", "officer": "%s-{Badge}"},
         "values": {"Finding": {"Upheld": "SUSTAINED"}, "Matter": {"*": "OTHER"}},
         "facts": [
           {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"},
           {"type": "AllegationReported", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "{Matter}"},
           {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Id}", "occurredOn": "{Closed}", "finding": "{Finding}"}]}
        """.formatted(settings, name, name);
    }

    private void keep(String name, String settings) {
        handler.put("/api/v1/import-mappings/" + name, mapping(name, settings)).is(200);
    }

    private long recordedSince(long position, String type) {
        return log.from(position + 1, Long.MAX_VALUE)
                .map(StoredEvent::type)
                .filter(stored -> stored.name().equals(type))
                .count();
    }

    /** Each case with the number of its row as its reference. */
    private void keepWithReferences(String name) {
        handler.put("/api/v1/import-mappings/" + name, """
            {"force": "KENT", "ids": {"case": "%s-{No}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC", "reference": "{Ref}"},
               {"type": "AllegationReported", "allegationId": "A1", "occurredOn": "{Received}", "category": "OTHER"}]}
            """.formatted(name)).is(200);
    }

    private static String rows(String reference, int from, int to) {
        var sheet = new StringBuilder("No,Ref,Received\n");
        for (int row = from; row < to; row++) {
            sheet.append("%d,%s %d,2019-02-03\n".formatted(row, reference, row));
        }
        return sheet.toString();
    }

    @Test
    void rowsWhoseReferencesOthersHaveAreRefusedOneByOneAndTheRestIsRecordedTogether() {
        keepWithReferences("REF1");
        keepWithReferences("REF2");
        importer.sheet("REF1", "record", rows("CO 19/", 0, 200));
        var sheet = rows("co  19/", 0, 400).replace("300,co  19/ 300", "300,CO 19/ 299");
        long before = log.lastPosition();

        var checked = importer.sheet("REF2", "check", sheet);
        var recorded = importer.sheet("REF2", "record", sheet);

        assertThat(recorded.refusals()).isEqualTo(checked.refusals());
        assertThat(recorded.counts()).isEqualTo("COMPLETED: 400 read, 398 recorded, 0 repeated, 201 refused");
        assertThat(recorded.refusedCells()).startsWith("2 Ref REFERENCE_TAKEN", "2 No CASE_HELD_BACK");
        assertThat(recorded.refusedCells()).endsWith("302 Ref REFERENCE_TAKEN", "302 No CASE_HELD_BACK");
        assertThat(log.from(before + 1, Long.MAX_VALUE)
                        .map(StoredEvent::recordedAt)
                        .distinct())
                .as("one append")
                .hasSize(1);
    }

    @Test
    void eachRowStatesSeveralFacts() {
        keep("S1", "");
        long before = log.lastPosition();

        var imported = importer.sheet("S1", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            7/19,12,2019-02-03,A1,Rudeness,2019-03-01,upheld
            7/19,13,2019-02-03,A2,Rudeness,,
            8/19,,2019-02-04,A1,Rudeness,2019-03-01,not sustained
            """);

        assertThat(imported.rowCounts())
                .isEqualTo("COMPLETED: 3 read, 7 recorded, 1 repeated, 0 refused, 0 blank, 0 totals");
        assertThat(imported.progress().get("leftOut").longValue()).isEqualTo(1);
        assertThat(imported.progress().get("position").longValue()).isEqualTo(log.lastPosition());
        assertThat(recordedSince(before, "case.opened")).isEqualTo(2);
        assertThat(recordedSince(before, "case.allegation-reported")).isEqualTo(3);
        assertThat(recordedSince(before, "case.allegation-closed")).isEqualTo(2);
        assertThat(importer.sheet("S1", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            7/19,12,2019-02-03,A1,Rudeness,2019-03-01,upheld
            """).counts())
                .isEqualTo("COMPLETED: 1 read, 0 recorded, 3 repeated, 0 refused");
    }

    @Test
    void realFaultsStandAlone() {
        keep("S2", "");

        var imported = importer.sheet("S2", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,2019-05-01,SUSTAINED
            2,,2019-01-09,A1,x,,
            3,,2019-02-10,A1,x,2019-02-01,SUSTAINED
            ,,,,,,
            ,,,,,,
            Total,,3,,,,
            """);

        assertThat(imported.rowCounts())
                .isEqualTo("COMPLETED: 6 read, 7 recorded, 0 repeated, 1 refused, 2 blank, 1 totals");
        assertThat(imported.refusedCells()).containsExactly("4 Closed OCCURRED_BEFORE_CASE_OPENED");
        assertThat(imported.refusals().getFirst().get("entry").get("caseId").stringValue())
                .isEqualTo("S2-3");
        assertThat(imported.refusals().getFirst().get("detail").stringValue())
                .doesNotContain("CaseOpened", "AllegationClosed", "2019-");
    }

    @Test
    void aValueThatNothingStandsForIsNamedAndTheRestIsRecorded() {
        keep("S3", "");

        var imported = importer.sheet("S3", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,2019-05-01,Closed by the clerk
            """);

        assertThat(imported.counts()).isEqualTo("COMPLETED: 1 read, 2 recorded, 0 repeated, 1 refused");
        assertThat(imported.refusedCells()).containsExactly("2 Finding CODE_UNKNOWN");
        assertThat(imported.refusals().getFirst().get("detail").stringValue()).contains("“Closed by the clerk”");
    }

    @Test
    void nothingLandsOnTheCaseOfAnotherForce() {
        handler.log("S4-1", """
            {"type": "CaseOpened", "occurredOn": "2019-01-01", "force": "ESSEX", "kind": "CONDUCT", "source": "POLICE"}""").is(201);
        keep("S4", "");
        long before = log.lastPosition();

        var imported = importer.sheet("S4", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,2019-05-01,upheld
            """);

        assertThat(imported.counts()).isEqualTo("COMPLETED: 1 read, 0 recorded, 0 repeated, 1 refused");
        assertThat(imported.refusedCells())
                .containsExactly(
                        "2 No CASE_OF_ANOTHER_FORCE", "2 No CASE_OF_ANOTHER_FORCE", "2 No CASE_OF_ANOTHER_FORCE");
        assertThat(log.lastPosition()).isEqualTo(before);
    }

    @Test
    void whatItsOwnOpeningIsRefusedForIsHeldBack() {
        handler.log("S5-1", """
            {"type": "CaseOpened", "occurredOn": "2018-01-01", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""").is(201);
        keep("S5", "");

        var imported = importer.sheet("S5", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,,
            2,,2019-13-07,A1,x,,
            2,,2019-03-07,A2,x,,
            1,,2018-01-01,A1,x,,
            """);

        assertThat(imported.refusedCells())
                .containsExactly(
                        "2 No CASE_ALREADY_OPENED",
                        "2 No CASE_HELD_BACK",
                        "3 Received DAY_UNREADABLE",
                        "3 Received DAY_UNREADABLE",
                        "5 No CASE_ALREADY_OPENED",
                        "5 No CASE_HELD_BACK");
        assertThat(imported.counts()).isEqualTo("COMPLETED: 4 read, 2 recorded, 0 repeated, 3 refused");
    }

    @Test
    void anOpeningThatSomebodyLoggedAlreadyIsARepetition() {
        handler.log("S6-1", """
            {"type": "CaseOpened", "occurredOn": "2019-01-07", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""").is(201);
        keep("S6", "");

        assertThat(importer.sheet("S6", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,,
            """).counts())
                .isEqualTo("COMPLETED: 1 read, 1 recorded, 1 repeated, 0 refused");
    }

    @Test
    void whatIsOpenIsAskedAndNothingRecorded() {
        keep("S7", "");
        long before = log.lastPosition();
        var file = """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,NA,3/2/2019,A1,x,,
            2,12,4/2/2019,A1,x,,
            """;

        var asked = importer.sheet("S7", "record", file);

        assertThat(asked.counts()).startsWith("QUESTIONS").endsWith("0 recorded, 0 repeated, 0 refused");
        assertThat(log.lastPosition()).isEqualTo(before);

        keep("S7", "\"days\": \"DMY\", \"blanks\": [\"NA\"],");
        handler.post("/api/v1/imports/" + asked.importId() + "/record").is(202);
        assertThat(importer.ended(asked.importId()).counts())
                .isEqualTo("COMPLETED: 2 read, 4 recorded, 0 repeated, 0 refused");
        assertThat(log.from(before + 1, 1).findFirst().orElseThrow().payload()).contains("2019-02-03");
    }

    @Test
    void columnsInOtherCapitalsAreAskedAboutAndReadAlike() {
        var sheet = """
            NO,badge,RECEIVED,ID,matter,CLOSED,finding
            1,NA,3/2/2019,A1,x,4/2/2019,upheld
            2,12,5/2/2019,A1,x,,
            """;
        keep("S20", "");
        keep("S21", "\"days\": {\"Received\": \"DMY\", \"closed\": \"DMY\"}, \"blanks\": [\"NA\"],");

        var asked = importer.sheet("S20", "record", sheet);
        var recorded = importer.sheet("S21", "record", sheet);

        assertThat(asked.progress().get("state").stringValue()).isEqualTo("QUESTIONS");
        assertThat(importer.questions(asked)).containsExactlyInAnyOrder("days RECEIVED", "days CLOSED", "blanks badge");
        assertThat(recorded.counts()).isEqualTo("COMPLETED: 2 read, 5 recorded, 0 repeated, 0 refused");
    }

    @Test
    void cellsWithSeveralNumbersAreAskedAboutAndNeverBecomeOnePerson() {
        var sheet = """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,12; 13,2019-02-03,A1,x,,
            2,"14
            15",2019-02-03,A1,x,,
            3,16,2019-02-03,A1,x,,
            """;
        keep("S22", "");
        keep("S23", "\"joinedNumbers\": \"REFUSE\",");

        assertThat(importer.questions(importer.sheet("S22", "record", sheet))).containsExactly("joinedNumbers Badge");
        var refused = importer.sheet("S23", "record", sheet);
        assertThat(refused.counts()).isEqualTo("COMPLETED: 3 read, 4 recorded, 0 repeated, 2 refused");
        assertThat(refused.refusedCells()).containsExactly("2 Badge NUMBERS_JOINED", "3 Badge NUMBERS_JOINED");
    }

    @Test
    void aColumnThatSaysNoDoesNotCloseAnything() {
        handler.put("/api/v1/import-mappings/S24", """
            {"force": "KENT", "ids": {"case": "S24-{No}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"},
               {"type": "CaseClosed", "when": "{Closed?}", "occurredOn": "{Updated}"}]}""").is(200);

        var asked = importer.sheet("S24", "record", """
            No,Received,Closed?,Updated
            1,2019-02-03,Yes,2019-03-01
            2,2019-02-03,No,2019-03-01
            """);

        assertThat(importer.questions(asked)).containsExactly("blanks Closed?");
    }

    @Test
    void rowsOfOtherForcesAreAWarning() {
        keep("S25", "");
        handler.put("/api/v1/import-mappings/S26", """
            {"force": "KENT", "ids": {"case": "S26-{No}", "officer": "S26-{Badge}"}, "facts": [
               {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC", "force": "{Force}"},
               {"type": "AllegationReported", "allegationId": "A1", "occurredOn": "{Received}", "category": "OTHER"}]}""").is(200);
        var sheet = """
            No,Badge,Received,Id,Matter,Closed,Finding,Force
            1,12,2019-02-03,A1,x,,,Kent
            2,12,2019-02-03,A1,x,,,Essex Police
            """;

        var others = importer.sheet("S25", "check", sheet);
        var shared = importer.sheet("S26", "check", sheet.replace("Kent\n", "KENT\n"));

        assertThat(importer.warnings(others)).containsExactly("ROWS_OF_OTHER_FORCES Force");
        assertThat(importer.warnings(shared)).containsExactly("NUMBERS_OF_SEVERAL_FORCES Badge");
    }

    @Test
    void aCheckRecordsNothingAndSaysWhatRecordingThenSays() {
        keep("S8", "");
        long before = log.lastPosition();
        var file = """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,2019-01-07,A1,x,2019-05-01,SUSTAINED
            1,,2019-01-07,A1,x,2019-05-02,SUSTAINED
            1,,2019-01-07,A2,x,2019-01-01,SUSTAINED
            2,,2019-01-99,A2,x,,
            2,,2019-01-09,A2,x,,
            """;

        var checked = importer.sheet("S8", "check", file);

        assertThat(log.lastPosition()).isEqualTo(before);
        assertThat(checked.progress().get("mode").stringValue()).isEqualTo("check");
        handler.post("/api/v1/imports/" + checked.importId() + "/record").is(202);
        var recorded = importer.ended(checked.importId());
        assertThat(recorded.rowCounts()).isEqualTo(checked.rowCounts());
        assertThat(recorded.refusals()).isEqualTo(checked.refusals()).isNotEmpty();
        assertThat(log.lastPosition()).isGreaterThan(before);
        handler.refused()
                .post("/api/v1/imports/" + checked.importId() + "/record")
                .isProblem(409, "IMPORT_NOT_CHECKED");
    }

    @Test
    void theFileOfASheetThatWillNotBeRecordedIsDropped() {
        keep("S40", "");
        var checked =
                importer.sheet("S40", "check", "No,Badge,Received,Id,Matter,Closed,Finding\n1,,2019-01-07,A1,x,,\n");
        var address = "/api/v1/imports/" + checked.importId();
        assertThat(checked.progress().get("fileBytes").longValue()).isPositive();
        assertThat(handler.get("/api/v1/imports").is(200).text()).contains("\"fileBytes\":");
        handler.as("auditor").refused().delete(address + "/file").is(403);

        assertThat(handler.delete(address + "/file").is(200).json().has("fileBytes"))
                .isFalse();

        handler.delete(address + "/file").is(200);
        handler.refused().post(address + "/record").isProblem(409, "IMPORT_FILE_GONE");
        assertThat(handler.get(address).is(200).json().get("state").stringValue())
                .isEqualTo("COMPLETED");
        handler.refused()
                .delete("/api/v1/imports/00000000-0000-0000-0000-000000000000/file")
                .isProblem(404, "IMPORT_UNKNOWN");
    }

    @Test
    void columnsThatTheSheetLacksAreNamedAtOnce() {
        keep("S9", "");

        var refused = handler.refused()
                .post("/api/v1/imports?mapping=S9&mode=check", "text/csv", BodyPublishers.ofString("""
                No,Badge,Received,Id,Matter
                1,2,2019-01-01,A1,x
                """));

        refused.isProblem(400, "COLUMNS_MISSING", " COLUMN_MISSING", " COLUMN_MISSING");
        assertThat(refused.json().get("detail").stringValue()).contains("“Closed”", "“Finding”");
    }

    @Test
    void callsThatMakeNoSenseAreRefused() {
        keep("S10", "");
        var file = BodyPublishers.ofString("No\n1\n");
        handler.refused()
                .post("/api/v1/imports?mapping=nobodys", "text/csv", file)
                .isProblem(404, "MAPPING_UNKNOWN");
        assertThat(handler.refused()
                        .post("/api/v1/imports?mapping=S10&mode=guess", "text/csv", file)
                        .is(400)
                        .text())
                .contains("\"PARAMETER_INVALID\"");
        assertThat(handler.refused()
                        .post("/api/v1/imports?mapping=S10", "application/x-ndjson", file)
                        .is(400)
                        .text())
                .contains("MAPPING_NOT_APPLICABLE");
        assertThat(handler.refused()
                        .post("/api/v1/imports?mode=check", "text/csv", file)
                        .is(400)
                        .text())
                .contains("MAPPING_MISSING");
    }

    @Test
    void aDayThatIsNotKnownIsAssumedAndToldAsItWasStated() {
        keep("S11", "\"assume\": \"FIRST\",");
        long before = log.lastPosition();

        assertThat(importer.sheet("S11", "record", """
            No,Badge,Received,Id,Matter,Closed,Finding
            1,,December 2011,A1,x,,
            """).counts())
                .isEqualTo("COMPLETED: 1 read, 2 recorded, 0 repeated, 0 refused");
        var opened = log.from(before + 1, 1).findFirst().orElseThrow().payload();
        assertThat(FactJson.mapper().readTree(opened).get("occurredOn").stringValue())
                .isEqualTo("2011-12-01");
    }
}
