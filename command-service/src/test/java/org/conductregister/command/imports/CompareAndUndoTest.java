package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.conductregister.cases.CaseState;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.command.entries.Ledgers;
import org.conductregister.command.imports.Importer.Imported;
import org.conductregister.command.imports.files.ImportFiles;
import org.conductregister.command.imports.files.Journal;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.History;
import org.conductregister.entries.RecordId;
import org.conductregister.eventstore.EventLog;
import org.conductregister.facts.CaseFact.AllegationClosed;
import org.conductregister.terms.identifiers.AllegationId;
import org.conductregister.terms.identifiers.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The next extract of the same register, and the wrong file. */
@RegisterTest
class CompareAndUndoTest {

    private static final String FIRST = """
        No,Received,Id,Closed
        1,2019-01-07,A1,2019-05-01
        2,2019-01-09,A1,
        3,2019-02-10,A1,2019-03-01
        4,2019-02-11,A1,2019-03-02
        """;

    private static final String SECOND = """
        No,Received,Id,Closed
        1,2019-01-07,A1,2019-05-02
        2,2019-01-10,A1,2019-06-01
        3,2019-02-10,A1,
        5,2019-04-01,A1,
        """;

    private final Caller handler;
    private final Importer importer;
    private final EventLog log;
    private final Ledgers ledgers;
    private final ImportFiles files;

    CompareAndUndoTest(
            @Autowired EventLog log,
            @Autowired Ledgers ledgers,
            @Autowired ImportFiles files,
            @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.importer = new Importer(handler);
        this.log = log;
        this.ledgers = ledgers;
        this.files = files;
    }

    private static String mapping(String name) {
        return """
        {"force": "KENT", "days": "YMD", "ids": {"case": "%s-{No}"}, "facts": [
           {"type": "CaseOpened", "occurredOn": "{Received}", "kind": "COMPLAINT", "source": "PUBLIC"},
           {"type": "AllegationReported", "allegationId": "{Id}", "occurredOn": "{Received}", "category": "OTHER"},
           {"type": "AllegationClosed", "when": "{Closed}", "allegationId": "{Id}", "occurredOn": "{Closed}"}]}
        """.formatted(name);
    }

    private Imported begin(String name) {
        handler.put("/api/v1/import-mappings/" + name, mapping(name)).is(200);
        var imported = importer.sheet(name, "record", FIRST);
        assertThat(imported.counts()).isEqualTo("COMPLETED: 4 read, 11 recorded, 0 repeated, 0 refused");
        return imported;
    }

    private CaseState state(String caseId) {
        return (CaseState) ledgers.of(RecordId.of(new CaseId(caseId))).head();
    }

    private String closed(String caseId) {
        return new History(ledgers.of(RecordId.of(new CaseId(caseId))).entries())
                .inEffect().stream()
                        .filter(entry -> entry.fact() instanceof AllegationClosed)
                        .map(entry -> entry.day().toString())
                        .collect(Collectors.joining(","));
    }

    private JsonNode summary(Imported compared) {
        return handler.get("/api/v1/imports/" + compared.importId() + "/proposals")
                .is(200)
                .json();
    }

    private List<JsonNode> proposals(Imported compared) {
        return handler.with("Accept", "application/x-ndjson")
                .get("/api/v1/imports/" + compared.importId() + "/proposals")
                .is(200)
                .text()
                .lines()
                .map(FactJson.mapper()::readTree)
                .toList();
    }

    private Imported accept(Imported compared, String which) {
        handler.post("/api/v1/imports/" + compared.importId() + "/proposals/accept", which)
                .is(202);
        return importer.ended(compared.importId());
    }

    @Test
    void whatDiffersIsProposedAndAccepted() {
        begin("CMP1");
        long before = log.lastPosition();

        var compared = importer.sheet("CMP1", "compare", SECOND);

        assertThat(compared.counts()).isEqualTo("COMPLETED: 4 read, 0 recorded, 0 repeated, 0 refused");
        assertThat(log.lastPosition()).isEqualTo(before);
        assertThat(summary(compared).toString())
                .isEqualTo("{\"new\":3,\"corrected\":3,\"retracted\":4,\"same\":4,\"conflicts\":0}");
        var first = proposals(compared).getFirst();
        assertThat(first.get("line").longValue()).isEqualTo(2);
        assertThat(first.get("kind").stringValue()).isEqualTo("CORRECTED");
        assertThat(first.get("entry").get("type").stringValue()).isEqualTo("EntryCorrected");
        assertThat(first.get("before").get("occurredOn").stringValue()).isEqualTo("2019-05-01");
        assertThat(first.get("after").get("occurredOn").stringValue()).isEqualTo("2019-05-02");

        assertThat(accept(compared, "{}").counts()).isEqualTo("COMPLETED: 4 read, 10 recorded, 0 repeated, 0 refused");
        assertThat(FactJson.mapper()
                        .readTree(handler.get("/api/v1/imports/" + compared.importId())
                                .is(200)
                                .text())
                        .get("position")
                        .longValue())
                .isEqualTo(log.lastPosition());
        assertThat(state("CMP1-2").opening().openedOn()).hasToString("2019-01-10");
        assertThat(state("CMP1-4").opened()).isFalse();
        assertThat(state("CMP1-5").opened()).isTrue();
        assertThat(state("CMP1-3").allegations().get(new AllegationId("A1")).pending())
                .isTrue();
        assertThat(accept(compared, "{}").counts()).startsWith("COMPLETED: 4 read, 10 recorded");

        var again = importer.sheet("CMP1", "compare", SECOND);
        assertThat(summary(again).toString())
                .isEqualTo("{\"new\":0,\"corrected\":0,\"retracted\":0,\"same\":10,\"conflicts\":0}");
        var back = importer.sheet("CMP1", "compare", FIRST);
        accept(back, "{}");
        assertThat(state("CMP1-4").opened()).isTrue();
        assertThat(state("CMP1-2").opening().openedOn()).hasToString("2019-01-09");
        assertThat(state("CMP1-5").opened()).isFalse();
    }

    @Test
    void whatNoMoreGoesWithWhatHasChangedIsRefusedAndRetracted() {
        begin("LATER");

        var compared = importer.sheet("LATER", "compare", FIRST.replace("3,2019-02-10", "3,2019-03-10"));

        assertThat(compared.refusedLines()).containsExactly("4 OCCURRED_BEFORE_CASE_OPENED");
        assertThat(summary(compared).toString())
                .isEqualTo("{\"new\":0,\"corrected\":2,\"retracted\":1,\"same\":8,\"conflicts\":0}");
        accept(compared, "{}");
        assertThat(state("LATER-3").opening().openedOn()).hasToString("2019-03-10");
        assertThat(closed("LATER-3")).isEmpty();
    }

    @Test
    void someAreAccepted() {
        begin("CMP2");
        var compared = importer.sheet("CMP2", "compare", SECOND);

        accept(compared, "{\"lines\": [2]}");
        assertThat(log.lastPosition()).isPositive();
        assertThat(state("CMP2-5").opened()).isFalse();
        accept(compared, "{\"kinds\": [\"NEW\"]}");

        assertThat(state("CMP2-5").opened()).isTrue();
        assertThat(state("CMP2-4").opened()).isTrue();
        assertThat(handler.refused()
                        .post("/api/v1/imports/" + compared.importId() + "/proposals/accept", "{\"kinds\": [\"ALL\"]}")
                        .is(400)
                        .text())
                .contains("/kinds");
    }

    @Test
    void whatSomebodyCorrectedByHandIsAConflict() {
        begin("CMP3");
        var closing = ledgers.of(RecordId.of(new CaseId("CMP3-1"))).entries().getLast();
        handler.log("CMP3-1", """
            {"type": "EntryRedated", "redates": "%s", "newOccurredOn": "2019-04-30", "reason": "the letter says so"}""".formatted(closing.entryId())).is(201);

        var same = importer.sheet("CMP3", "compare", FIRST);
        assertThat(summary(same).get("conflicts").longValue()).isZero();
        var compared = importer.sheet("CMP3", "compare", SECOND);

        assertThat(summary(compared).get("conflicts").longValue()).isEqualTo(1);
        assertThat(proposals(compared).stream()
                        .filter(each -> each.get("kind").stringValue().equals("CONFLICT")))
                .hasSize(1);
        accept(compared, "{}");
        assertThat(closed("CMP3-1")).isEqualTo("2019-04-30");
    }

    @Test
    void aRowThatCannotBeReadTakesNothingBack() {
        begin("CMP4");

        var compared = importer.sheet("CMP4", "compare", FIRST.replace("2019-05-01", "2019-05-32"));

        assertThat(compared.refusedCells()).containsExactly("2 Closed DAY_UNREADABLE");
        assertThat(summary(compared).get("retracted").longValue()).isZero();
    }

    @Test
    void whatASheetNowSaysAndCannotBeSoStandsNoMore() {
        begin("CMP6");

        var compared = importer.sheet("CMP6", "compare", FIRST.replace("2019-05-01", "2018-05-01"));

        assertThat(compared.refusedLines()).containsExactly("2 OCCURRED_BEFORE_CASE_OPENED");
        assertThat(summary(compared).get("retracted").longValue()).isEqualTo(1);
        accept(compared, "{}");
        assertThat(state("CMP6-1").allegations().get(new AllegationId("A1")).pending())
                .isTrue();
    }

    @Test
    void theWrongFileIsUndone() {
        var wrong = begin("UNDO1");
        handler.refused()
                .post("/api/v1/imports/" + wrong.importId() + "/undo", "{}")
                .is(400);

        handler.post("/api/v1/imports/" + wrong.importId() + "/undo", "{\"reason\": \"the wrong file\"}")
                .is(202);

        assertThat(importer.ended(wrong.importId()).progress().get("state").stringValue())
                .isEqualTo("UNDONE");
        for (var number : List.of(1, 2, 3, 4)) {
            assertThat(state("UNDO1-" + number).opened()).isFalse();
        }
        handler.refused()
                .post("/api/v1/imports/" + wrong.importId() + "/undo", "{\"reason\": \"again\"}")
                .isProblem(409, "IMPORT_NOT_UNDOABLE");
        var right = importer.sheet("UNDO1", "record", FIRST);
        assertThat(right.counts()).isEqualTo("COMPLETED: 4 read, 11 recorded, 0 repeated, 0 refused");
        assertThat(state("UNDO1-1").opened()).isTrue();
        assertThat(importer.sheet("UNDO1", "record", FIRST).counts())
                .isEqualTo("COMPLETED: 4 read, 0 recorded, 11 repeated, 0 refused");
    }

    @Test
    void whatLaterRestsOnItIsListedAndNothingIsUndone() {
        var imported = begin("UNDO2");
        handler.log("UNDO2-2", "{\"type\": \"NoteAdded\", \"text\": \"rang back\"}")
                .is(201);

        var refused = handler.refused()
                .post("/api/v1/imports/" + imported.importId() + "/undo", "{\"reason\": \"wrong\"}")
                .isProblem(409, "IMPORT_RESTED_ON", " LATER_ENTRY");

        assertThat(refused.json().at("/errors/0/detail").stringValue())
                .contains("Note added", "UNDO2-2")
                .doesNotContain("NoteAdded");
        assertThat(state("UNDO2-1").opened()).isTrue();
    }

    @Test
    void entriesAreUndoneToo() {
        var imported = importer.ndjson("""
            {"type": "CaseOpened", "caseId": "UNDO3", "occurredOn": "2012-03-04", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
            {"type": "CaseClosed", "caseId": "UNDO3", "occurredOn": "2012-05-01"}
            """);

        handler.post("/api/v1/imports/" + imported.importId() + "/undo", "{\"reason\": \"wrong\"}")
                .is(202);

        assertThat(importer.ended(imported.importId()).progress().get("state").stringValue())
                .isEqualTo("UNDONE");
        assertThat(state("UNDO3").opened()).isFalse();
    }

    @Test
    void aComparisonIsUndone() {
        begin("UNDO4");
        var compared = importer.sheet("UNDO4", "compare", SECOND);
        accept(compared, "{}");

        handler.post("/api/v1/imports/" + compared.importId() + "/undo", "{\"reason\": \"not the whole extract\"}")
                .is(202);

        assertThat(importer.ended(compared.importId()).progress().get("state").stringValue())
                .isEqualTo("UNDONE");
        assertThat(state("UNDO4-4").opened()).isTrue();
        assertThat(closed("UNDO4-1")).isEqualTo("2019-05-01");
        var again = importer.sheet("UNDO4", "compare", FIRST);
        assertThat(summary(again).get("same").longValue()).isEqualTo(11);
    }

    @Test
    void theNumbersOfProposalsAreLinesOfTheSheet() {
        begin("CMP5");
        var compared = importer.sheet("CMP5", "compare", SECOND);

        var lines = new ArrayList<Long>();
        proposals(compared).forEach(each -> lines.add(each.get("line").longValue()));

        assertThat(lines).startsWith(2L, 3L, 3L, 3L).endsWith(9L);
        assertThat(lines.stream().filter(line -> line > 5)).doesNotHaveDuplicates();
    }

    /** As of one that a version without journals has recorded. */
    @Test
    void whatWasNotWrittenDownIsNotUndone() throws IOException {
        var imported = begin("CMP9");
        files.discard(UUID.fromString(imported.importId()), Journal.RECORDED);

        handler.refused()
                .post("/api/v1/imports/" + imported.importId() + "/undo", "{\"reason\": \"wrong\"}")
                .isProblem(409, "IMPORT_NOT_UNDOABLE");
        assertThat(handler.get("/api/v1/imports/" + imported.importId())
                        .json()
                        .path("state")
                        .stringValue())
                .isEqualTo("COMPLETED");
    }

    private static final String REFERENCES = """
        No,Received,Id,Closed,Ref
        1,2019-01-07,A1,2019-05-01,R1
        2,2019-01-09,A1,,R2
        3,2019-02-10,A1,2019-03-01,R3
        """;

    private void beginWithReferences(String name, String force) {
        var withReference = mapping(name)
                .replace("\"KENT\"", "\"" + force + "\"")
                .replace("\"PUBLIC\"", "\"PUBLIC\", \"reference\": \"%s/{Ref}\"".formatted(name));
        handler.put("/api/v1/import-mappings/" + name, withReference).is(200);
        assertThat(importer.sheet(name, "record", REFERENCES).counts())
                .isEqualTo("COMPLETED: 3 read, 8 recorded, 0 repeated, 0 refused");
    }

    private void openWithReference(String caseId, String force, String reference) {
        handler.log(caseId, """
                {"type": "CaseOpened", "occurredOn": "2019-01-01", "force": "%s", "kind": "COMPLAINT", "source": "PUBLIC",
                 "reference": "%s"}""".formatted(force, reference)).is(201);
    }

    private String reference(String caseId) {
        return String.valueOf(state(caseId).opening().reference());
    }

    @Test
    void aComparisonSaysWhichReferencesAreTaken() {
        beginWithReferences("CLASH1", "ESSEX");
        openWithReference("CLASH1-OTHER", "ESSEX", "CLASH1/R4");

        var compared = importer.sheet(
                "CLASH1", "compare", REFERENCES.replace("05-01", "05-02").replace("R3", "r4") + """
                4,2019-02-11,A1,2019-03-02,R4
                5,2019-02-11,A1,2019-03-02,R5
                6,2019-02-11,A1,2019-03-02,r5
                """);

        assertThat(compared.refusedCells())
                .containsExactly(
                        "4 Ref REFERENCE_TAKEN",
                        "5 Ref REFERENCE_TAKEN",
                        "5 No CASE_HELD_BACK",
                        "5 No CASE_HELD_BACK",
                        "7 Ref REFERENCE_TAKEN",
                        "7 No CASE_HELD_BACK",
                        "7 No CASE_HELD_BACK");
        assertThat(summary(compared).toString())
                .isEqualTo("{\"new\":3,\"corrected\":1,\"retracted\":0,\"same\":6,\"conflicts\":0}");
        assertThat(accept(compared, "{}").counts()).isEqualTo("COMPLETED: 6 read, 4 recorded, 0 repeated, 3 refused");
        assertThat(state("CLASH1-5").opened()).isTrue();
        assertThat(closed("CLASH1-1")).isEqualTo("2019-05-02");
    }

    @Test
    void referencesThatMoveFromCaseToCaseAreInNobodysWay() {
        beginWithReferences("CLASH2", "SURREY");

        var compared = importer.sheet("CLASH2", "compare", """
                No,Received,Id,Closed,Ref
                4,2019-02-10,A1,2019-03-01,R3
                1,2019-01-07,A1,2019-05-01,R2
                2,2019-01-09,A1,,R1
                """);

        assertThat(compared.refusedCells()).isEmpty();
        assertThat(accept(compared, "{}").refusals()).isEmpty();
        assertThat(reference("CLASH2-1")).contains("R2");
        assertThat(reference("CLASH2-2")).contains("R1");
        assertThat(reference("CLASH2-4")).contains("R3");
        assertThat(state("CLASH2-3").opened()).isFalse();
    }

    @Test
    void aReferenceThatIsGivenUpFarBelowIsFreeInTheEnd() {
        var first = new StringBuilder("No,Received,Id,Closed,Ref\n");
        for (int number = 1; number <= 502; number++) {
            first.append("%d,2019-01-07,A1,2019-05-01,R%d%n".formatted(number, number));
        }
        var withReference = mapping("CLASH4").replace("\"PUBLIC\"", "\"PUBLIC\", \"reference\": \"CLASH4/{Ref}\"");
        handler.put("/api/v1/import-mappings/CLASH4", withReference.replace("KENT", "DORSET"))
                .is(200);
        importer.sheet("CLASH4", "record", first.toString());
        var second = first.toString()
                .replace("Ref\n", "Ref\n900,2019-01-07,A1,,R502\n")
                .replace("05-01", "05-02")
                .replaceFirst("\n502,.*\n", "\n");

        var accepted = accept(importer.sheet("CLASH4", "compare", second), "{}");

        assertThat(accepted.refusals()).isEmpty();
        assertThat(reference("CLASH4-900")).contains("R502");
        assertThat(state("CLASH4-502").opened()).isFalse();
    }

    @Test
    void aReferenceTakenSinceTheComparisonIsRefusedWithItsColumnAndRow() {
        beginWithReferences("CLASH3", "CUMBRIA");
        var compared = importer.sheet(
                "CLASH3", "compare", REFERENCES.replace("05-01", "05-02") + "4,2019-02-11,A1,2019-03-02,R4\n");
        assertThat(compared.refusedCells()).isEmpty();
        openWithReference("CLASH3-OTHER", "CUMBRIA", "CLASH3/R4");

        var accepted = accept(compared, "{}");

        assertThat(accepted.counts()).isEqualTo("COMPLETED: 4 read, 1 recorded, 0 repeated, 1 refused");
        assertThat(accepted.refusedCells())
                .containsExactly("5 Ref REFERENCE_TAKEN", "5 No CASE_HELD_BACK", "5 No CASE_HELD_BACK");
        assertThat(closed("CLASH3-1")).isEqualTo("2019-05-02");
        assertThat(handler.get("/imports/" + accepted.importId() + "/refused.csv")
                        .is(200)
                        .text())
                .contains("4,2019-02-11,A1,2019-03-02,R4,", "Already in the register");
    }
}
