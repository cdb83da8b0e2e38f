package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;
import org.conductregister.command.Caller;
import org.conductregister.command.RegisterTest;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Imports of NDJSON and CSV: each good line is recorded, each other reported, and the same file again adds nothing. */
@RegisterTest
class ImportTest {

    private final Caller handler;
    private final Importer importer;
    private final EventLog log;

    ImportTest(@Autowired EventLog log, @LocalServerPort int port) {
        this.handler = new Caller(port, log).as("handler");
        this.importer = new Importer(handler);
        this.log = log;
    }

    @Test
    void aFileSentWithGzipIsReadAsWhatItDecodesTo() throws IOException {
        var file = gzip("""
            {"type": "CaseOpened", "caseId": "IMP-GZIP", "occurredOn": "2012-03-04", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
            {"type": "CaseClosed", "caseId": "IMP-GZIP", "occurredOn": "2012-05-01"}
            """);
        var compressing = new Importer(handler.with("Content-Encoding", "gzip"));

        var imported = compressing.send("application/x-ndjson", BodyPublishers.ofByteArray(file));
        var again = compressing.send(
                "application/x-ndjson", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)));

        assertThat(imported.counts()).isEqualTo("COMPLETED: 2 read, 2 recorded, 0 repeated, 0 refused");
        assertThat(again.counts()).isEqualTo("COMPLETED: 2 read, 0 recorded, 2 repeated, 0 refused");
    }

    @Test
    void aFileThatIsNotWhatItsEncodingSaysIsRefusedAsAWhole() throws IOException {
        var cut = gzip("{\"type\": \"CaseClosed\", \"caseId\": \"IMP-CUT\"}\n".repeat(100));
        int before = handler.get("/api/v1/imports").json().size();

        handler.refused()
                .with("Content-Encoding", "gzip")
                .post("/api/v1/imports", "text/csv", BodyPublishers.ofByteArray(Arrays.copyOf(cut, cut.length - 9)))
                .isProblem(400, "BODY_UNREADABLE");
        handler.refused()
                .with("Content-Encoding", "gzip")
                .post("/api/v1/imports", "text/csv", BodyPublishers.ofString("type,caseId"))
                .isProblem(400, "BODY_UNREADABLE");
        handler.refused()
                .with("Content-Encoding", "br")
                .post("/api/v1/imports", "text/csv", BodyPublishers.ofString("type,caseId"))
                .isProblem(415, "CONTENT_ENCODING_UNSUPPORTED");
        assertThat(handler.get("/api/v1/imports").json().size()).isEqualTo(before);
    }

    private static byte[] gzip(String file) throws IOException {
        var sent = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(sent)) {
            gzip.write(file.getBytes(StandardCharsets.UTF_8));
        }
        return sent.toByteArray();
    }

    @Test
    void eachGoodLineIsRecordedAndEachOtherReported() {
        var imported = importer.ndjson("""
                {"type": "CaseOpened", "caseId": "IMP-1", "occurredOn": "2012-03-04", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}

                {"type": "CaseOpened", "caseId": "IMP-2", "occurredOn": "2012-03-04", "force": "CHICAGO", "kind": "COMPLAINT", "source": "PUBLIC"}
                {"type": "CaseClosed", "caseId": "IMP-1", "occurredOn": "2012-03-01"}
                not json
                {"type": "CaseClosed", "caseId": "IMP-1", "occurredOn": "2012-05-01"}
                {"type": "CaseClosed", "caseId": "IMP-1", "occurredOn": "2012-05-01", "colour": "red", "entryId": 7}""");

        assertThat(imported.counts()).isEqualTo("COMPLETED: 6 read, 2 recorded, 0 repeated, 4 refused");
        assertThat(imported.refusedLines())
                .containsExactly(
                        "3 CODE_UNKNOWN", "4 OCCURRED_BEFORE_CASE_OPENED", "5 LINE_NOT_JSON", "7 ENTRY_INVALID");
        assertThat(imported.refusals().get(0).toString()).isEqualTo("""
                {"line":3,"code":"CODE_UNKNOWN",\
                "detail":"force is not on the code list forces; an administrator can add it",\
                "entry":{"type":"CaseOpened","caseId":"IMP-2","occurredOn":"2012-03-04","force":"CHICAGO",\
                "kind":"COMPLAINT","source":"PUBLIC"}}""");
        assertThat(imported.refusals().get(2).get("entry").stringValue()).isEqualTo("not json");
        assertThat(imported.refusals().get(3).get("detail").stringValue())
                .contains("colour is not a field of CaseClosed", "entryId must be a string");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "text/csv"})
    void aFileOfNothingIsRefused(String contentType) {
        int before = handler.get("/api/v1/imports").json().size();

        var answer = handler.refused().post("/api/v1/imports", contentType, BodyPublishers.noBody());
        answer.isProblem(400, "BODY_MISSING");
        assertThat(answer.json().get("detail").stringValue())
                .contains("application/x-ndjson, an entry a line, or text/csv with a header of field names");
        handler.refused()
                .post("/api/v1/imports", contentType, BodyPublishers.ofInputStream(InputStream::nullInputStream))
                .isProblem(400, "BODY_MISSING");
        assertThat(handler.get("/api/v1/imports").json()).hasSize(before);
    }

    @Test
    void anImportWithoutABodyOrATypeSaysWhatIsRead() {
        var answer = handler.refused().post("/api/v1/imports");

        answer.isProblem(400, "BODY_MISSING");
        assertThat(answer.json().get("detail").stringValue()).contains("application/x-ndjson or text/csv");
    }

    @Test
    void theAnswerSaysWhereToFollowIt() {
        var answer = handler.post("/api/v1/imports", "application/x-ndjson", BodyPublishers.ofString("\n"))
                .is(202);
        var importId = answer.json().get("importId").stringValue();

        assertThat(answer.location()).contains("/api/v1/imports/" + importId);
        importer.ended(importId);
        var progress = handler.get("/api/v1/imports/" + importId).is(200).json();
        assertThat(progress.propertyNames())
                .contains(
                        "importId",
                        "state",
                        "read",
                        "recorded",
                        "repeated",
                        "refused",
                        "perSecond",
                        "acceptedAt",
                        "finishedAt");
        assertThat(Instant.parse(progress.get("acceptedAt").stringValue())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void importsAreListedTheLatestFirst() {
        var first = importer.ndjson("\n").importId();
        var second = importer.ndjson("\n").importId();

        var listed = handler.as("auditor").get("/api/v1/imports").is(200).json();

        assertThat(listed.get(0).get("importId").stringValue()).isEqualTo(second);
        assertThat(listed.get(1).get("importId").stringValue()).isEqualTo(first);
    }

    @Test
    void whatIsImportedSaysWhoSentItAndInWhichCall() {
        long before = log.lastPosition();

        new Importer(handler.with("X-Correlation-Id", "import-7")).ndjson(opened("IMP-3"));

        assertThat(FactJson.mapper()
                        .readTree(recorded(before, "IMP-3").getFirst().metadata()))
                .isEqualTo(
                        FactJson.mapper().readTree("{\"recordedBy\": \"handler\", \"correlationId\": \"import-7\"}"));
    }

    @Test
    void theSameFileAgainAddsNothing() {
        var file = opened("IMP-4") + "\n" + note("IMP-4", "rang back") + "\n" + closed("IMP-4");
        importer.ndjson(file);
        long before = log.lastPosition();

        var again = importer.ndjson(file);

        assertThat(again.counts()).isEqualTo("COMPLETED: 3 read, 0 recorded, 3 repeated, 0 refused");
        assertThat(log.lastPosition()).isEqualTo(before);
    }

    @Test
    void theSameContentAsCsvAddsNothingEither() {
        importer.ndjson(opened("IMP-5") + "\n" + note("IMP-5", "said \\\"no\\\", twice"));

        var again = importer.csv("""
                caseId,type,occurredOn,force,kind,source,text
                IMP-5,CaseOpened,2012-03-04,KENT,COMPLAINT,PUBLIC,
                IMP-5,NoteAdded,,,,,"said ""no"", twice"
                """);

        assertThat(again.counts()).isEqualTo("COMPLETED: 2 read, 0 recorded, 2 repeated, 0 refused");
    }

    @Test
    void theSameLineTwiceInOneFileIsRecordedOnce() {
        var imported = importer.ndjson(opened("IMP-6") + "\n" + opened("IMP-6"));

        assertThat(imported.counts()).isEqualTo("COMPLETED: 2 read, 1 recorded, 1 repeated, 0 refused");
    }

    @Test
    void theEntriesOfOneRecordAreDecidedInTheOrderSent() {
        long before = log.lastPosition();

        var imported = importer.ndjson(String.join(
                "\n",
                closed("IMP-7"),
                opened("IMP-7"),
                opened("IMP-8"),
                note("IMP-7", "one"),
                note("IMP-8", "other"),
                closed("IMP-7")));

        assertThat(imported.refusedLines()).containsExactly("1 CASE_NOT_OPENED");
        assertThat(recorded(before, "IMP-7").stream().map(event -> event.type().name()))
                .containsExactly("case.opened", "case.note-added", "case.closed");
        assertThat(recorded(before, "IMP-7").stream()
                        .map(StoredEvent::recordedAt)
                        .distinct())
                .hasSize(1);
    }

    @Test
    void ofABatchOnlyTheLineWhoseIdentityIsTakenIsRefused() {
        var id = UUID.randomUUID();
        handler.log("IMP-9", withId(opened("IMP-9"), id)).is(201);
        var file = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            file.append(opened("IMP-10-" + i)).append('\n');
        }
        file.append(withId(opened("IMP-11"), id)).append('\n');
        file.append(note("IMP-10-0", "after")).append('\n');

        var imported = importer.ndjson(file.toString());

        assertThat(imported.counts()).isEqualTo("COMPLETED: 52 read, 51 recorded, 0 repeated, 1 refused");
        assertThat(imported.refusedLines()).containsExactly("51 ENTRY_ID_TAKEN");
    }

    @Test
    void ofTwoLinesWithOneIdentityTheFirstIsRecorded() {
        var id = UUID.randomUUID();

        var imported = importer.ndjson(String.join(
                "\n",
                withId(opened("IMP-12"), id),
                opened("IMP-13"),
                withId(opened("IMP-14"), id),
                withId(note("IMP-12", "other content"), id),
                note("IMP-13", "after")));

        assertThat(imported.counts()).isEqualTo("COMPLETED: 5 read, 3 recorded, 0 repeated, 2 refused");
        assertThat(imported.refusedLines()).containsExactly("3 ENTRY_ID_TAKEN", "4 ENTRY_ID_TAKEN");
    }

    @Test
    void linesThatCannotBeReadDoNotKeepTheOthersFromIt() {
        var file = new ByteArrayOutputStream();
        file.writeBytes("\uFEFF".getBytes(StandardCharsets.UTF_8));
        file.writeBytes((opened("IMP-15") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes("x".repeat(10 * 1024 * 1024).getBytes(StandardCharsets.UTF_8));
        file.writeBytes(new byte[] {'\n', '"', (byte) 0xFF, (byte) 0xC0, '"', '\n'});
        file.writeBytes(("[".repeat(10_000) + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((note("IMP-15", "half \\ud83d") + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes((note("IMP-15", "a\\u0000b") + "\n").getBytes(StandardCharsets.UTF_8));
        file.writeBytes(("{\"type\": \"NoteAdded\", \"type\": \"NoteAdded\"}\n" + opened("IMP-15") + " {}\n")
                .getBytes(StandardCharsets.UTF_8));
        file.writeBytes("[]\n7\nnull\n{}\n".getBytes(StandardCharsets.UTF_8));
        file.writeBytes(note("IMP-15", "the last, with no end of line").getBytes(StandardCharsets.UTF_8));

        var imported = importer.send("application/x-ndjson", BodyPublishers.ofByteArray(file.toByteArray()));

        assertThat(imported.counts()).isEqualTo("COMPLETED: 13 read, 2 recorded, 0 repeated, 11 refused");
        assertThat(imported.refusedLines())
                .containsExactly(
                        "3 LINE_TOO_LONG",
                        "4 LINE_NOT_UTF8",
                        "5 LINE_NOT_JSON",
                        "6 FIELD_INVALID",
                        "7 FIELD_INVALID",
                        "8 LINE_NOT_JSON",
                        "9 LINE_NOT_JSON",
                        "10 ENTRY_INVALID",
                        "11 ENTRY_INVALID",
                        "12 ENTRY_INVALID",
                        "13 FIELD_MISSING");
    }

    @Test
    void everyRefusedLineIsListed() {
        var imported = importer.ndjson("{\"type\": \"CaseForgotten\"}\n".repeat(5_000));

        assertThat(imported.counts()).isEqualTo("COMPLETED: 5000 read, 0 recorded, 0 repeated, 5000 refused");
        assertThat(imported.refusals()).hasSize(5_000);
        assertThat(imported.refusals().getLast().get("line").intValue()).isEqualTo(5_000);
    }

    @Test
    void whatIsLoggedMeanwhileAndWhatIsImportedAreBothRecorded() {
        var notes = new StringBuilder();
        for (int i = 0; i < 6_000; i++) {
            notes.append(note("IMP-16", "imported " + i)).append('\n');
        }
        handler.log("IMP-16", opened("IMP-16")).is(201);
        long before = log.lastPosition();

        var importId = importer.begin("application/x-ndjson", BodyPublishers.ofString(notes.toString()));
        for (int i = 0; i < 20; i++) {
            handler.log("IMP-16", note("IMP-16", "logged " + i)).is(201);
        }

        assertThat(importer.ended(importId).counts())
                .isEqualTo("COMPLETED: 6000 read, 6000 recorded, 0 repeated, 0 refused");
        assertThat(recorded(before, "IMP-16").stream().map(StoredEvent::sequence))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 6_020).boxed().toList());
    }

    @Test
    void whoOpensACaseFirstHasOpenedIt() {
        var openings = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            openings.append(opened("IMP-18-" + i)).append('\n');
        }

        var importId = importer.begin("application/x-ndjson", BodyPublishers.ofString(openings.toString()));
        int openedHere = 0;
        for (int i = 1_999; i > 1_900; i--) {
            openedHere += handler.log("IMP-18-" + i, opened("IMP-18-" + i)).status() == 201 ? 1 : 0;
        }

        assertThat(importer.ended(importId).counts())
                .isEqualTo("COMPLETED: 2000 read, %d recorded, 0 repeated, %d refused"
                        .formatted(2_000 - openedHere, openedHere));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/octet-stream", "application/vnd.ms-excel"})
    void whatIsNeitherNdjsonNorCsvIsRefused(String contentType) {
        handler.refused()
                .post("/api/v1/imports", contentType, BodyPublishers.ofString(opened("IMP-17")))
                .isProblem(415, "UNSUPPORTED_MEDIA_TYPE");
    }

    @Test
    void aCsvWithoutAHeaderIsRefusedAsAWhole() {
        int listed = handler.get("/api/v1/imports").json().size();

        var answer = handler.refused()
                .post("/api/v1/imports", "text/csv", BodyPublishers.ofString("CaseClosed,C1,2012-03-04\n"))
                .isProblem(400, "CSV_HEADER_INVALID");

        assertThat(answer.json().get("detail").stringValue()).contains("\"CaseClosed\", \"C1\", \"2012-03-04\"");
        assertThat(handler.get("/api/v1/imports").json()).hasSize(listed);
    }

    @Test
    void anImportThatIsNotThereIsNotFound() {
        var unknown = "/api/v1/imports/" + UUID.randomUUID();

        handler.refused().get(unknown).isProblem(404, "IMPORT_UNKNOWN");
        handler.refused().get(unknown + "/refusals").isProblem(404, "IMPORT_UNKNOWN");
        handler.refused().post(unknown + "/retry").isProblem(404, "IMPORT_UNKNOWN");
        handler.refused().get("/api/v1/imports/seven").isProblem(400, "PARAMETER_INVALID");
    }

    @Test
    void onlyWhatHasFailedIsRetried() {
        var importId = importer.ndjson("\n").importId();

        handler.refused().post("/api/v1/imports/" + importId + "/retry").isProblem(409, "IMPORT_NOT_FAILED");
    }

    private List<StoredEvent> recorded(long after, String caseId) {
        return log.from(after + 1, Long.MAX_VALUE)
                .filter(event -> event.aggregateIdentifier().equals("case/" + caseId))
                .toList();
    }

    private static String opened(String caseId) {
        return "{\"type\": \"CaseOpened\", \"caseId\": \"%s\", \"occurredOn\": \"2012-03-04\", \"force\": \"KENT\", \"kind\": \"COMPLAINT\", \"source\": \"PUBLIC\"}"
                .formatted(caseId);
    }

    private static String closed(String caseId) {
        return "{\"type\": \"CaseClosed\", \"caseId\": \"%s\", \"occurredOn\": \"2012-05-01\"}".formatted(caseId);
    }

    private static String note(String caseId, String text) {
        return "{\"type\": \"NoteAdded\", \"caseId\": \"%s\", \"text\": \"%s\"}".formatted(caseId, text);
    }

    private static String withId(String entry, UUID id) {
        return "{\"entryId\": \"%s\", %s".formatted(id, entry.substring(1));
    }
}
