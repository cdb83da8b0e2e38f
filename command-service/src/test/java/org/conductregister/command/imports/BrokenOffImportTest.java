package org.conductregister.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.conductregister.command.Caller;
import org.conductregister.command.RunningService;
import org.conductregister.eventstore.stored.StoredEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/** Imports that a stop, a failure or the network breaks off: nothing is recorded twice, and nothing is missing. */
class BrokenOffImportTest {

    private static final int LINES = 40_000;

    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void aLongFile() throws IOException {
        file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(file, 7, LINES);
    }

    @Test
    void anImportBrokenOffByAStopGoesOnAtTheNextStart() throws IOException {
        String importId;
        long recorded;
        try (var service = RunningService.in(directory)) {
            var importer = new Importer(service.as("handler"));
            importId = importer.begin("application/x-ndjson", BodyPublishers.ofFile(file));
            await().until(() -> service.log().lastPosition() > 0);
        }
        try (var service = RunningService.in(directory)) {
            recorded = service.log().lastPosition();
            var importer = new Importer(service.as("handler"));
            var imported = importer.ended(importId);

            assertThat(imported.progress().get("state").stringValue()).isEqualTo("COMPLETED");
            assertThat(imported.progress().get("repeated").longValue()).isPositive();
            assertThat(imported.progress().get("repeated").longValue()
                            + imported.progress().get("recorded").longValue())
                    .isEqualTo(LINES);
            assertThat(imported.refusals()).isEmpty();
            assertEachLineIsRecordedOnce(service);
        }
        assertThat(recorded).isPositive();
    }

    @Test
    void anImportThatFailedIsShownAndRetried() throws IOException {
        try (var service = RunningService.in(directory)) {
            var importer = new Importer(service.as("handler"));
            var jdbc = service.bean(JdbcTemplate.class);
            var importId = importer.begin("application/x-ndjson", BodyPublishers.ofFile(file));
            await().until(() -> service.log().lastPosition() > 0);
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel(Imports.class.getName(), LogLevel.OFF);
            jdbc.execute("ALTER TABLE DomainEventEntry RENAME TO Elsewhere");
            await().until(() -> importer.hasEnded(importId));

            var failed = importer.progress(importId);
            assertThat(failed.get("state").stringValue()).isEqualTo("FAILED");
            assertThat(failed.get("detail").stringValue()).contains("Retry it");

            jdbc.execute("ALTER TABLE Elsewhere RENAME TO DomainEventEntry");
            assertThat(service.as("handler")
                            .post("/api/v1/imports/" + importId + "/retry")
                            .is(202)
                            .location())
                    .contains("/api/v1/imports/" + importId);

            assertThat(importer.ended(importId).progress().get("state").stringValue())
                    .isEqualTo("COMPLETED");
            assertEachLineIsRecordedOnce(service);
        }
    }

    private void assertEachLineIsRecordedOnce(RunningService service) throws IOException {
        var recorded = service.log().from(1, Long.MAX_VALUE).toList();
        assertThat(recorded).hasSize(LINES);
        assertThat(recorded.stream().map(StoredEvent::entryId)).doesNotHaveDuplicates();
        assertThat(recorded.stream().filter(event -> event.type().name().equals("case.opened")))
                .hasSize((int) lines().stream()
                        .filter(line -> line.contains("CaseOpened"))
                        .count());
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(file);
    }

    @Test
    void aTransferThatBreaksOffLeavesNothing() throws IOException {
        var request = """
                POST /api/v1/imports HTTP/1.1\r
                Host: localhost\r
                Authorization: %s\r
                Content-Type: application/x-ndjson\r
                Content-Length: 1000000\r
                \r
                {"type": "CaseOpened", "caseId":""".formatted(Caller.authorization("handler"));
        try (var service = RunningService.in(directory)) {
            try (var socket = new Socket("localhost", service.port())) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                await().until(() -> importsKept().anyMatch(name -> name.endsWith(".part")));
            }
            await().until(() -> importsKept().noneMatch(name -> name.endsWith(".part")));

            assertThat(importsKept()).isEmpty();
            assertThat(service.as("handler").get("/api/v1/imports").json()).isEmpty();
        }
    }

    @Test
    void whatAKillLeftOfATransferIsClearedAway() throws IOException {
        var imports = Files.createDirectories(directory.resolve("imports"));
        Files.writeString(imports.resolve(UUID.randomUUID() + ".part"), "half");
        Files.writeString(imports.resolve(UUID.randomUUID() + ".upload"), "never acknowledged");
        Files.writeString(imports.resolve(UUID.randomUUID() + ".json.next"), "{");

        RunningService.in(directory).close();

        assertThat(importsKept()).isEmpty();
    }

    private Stream<String> importsKept() throws IOException {
        try (var files = Files.list(directory.resolve("imports"))) {
            return files.map(path -> path.getFileName().toString()).toList().stream();
        }
    }

    @Test
    void aLineWithoutADayIsTheSameLineOnAnotherDay() {
        var notes = """
                {"type": "CaseOpened", "caseId": "C1", "occurredOn": "2012-03-04", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
                {"type": "NoteAdded", "caseId": "C1", "text": "rang back"}""";
        try (var service = RunningService.in(directory, LastNight.class)) {
            assertThat(new Importer(service.as("handler")).ndjson(notes).counts())
                    .isEqualTo("COMPLETED: 2 read, 2 recorded, 0 repeated, 0 refused");
        }
        try (var service = RunningService.in(directory)) {
            assertThat(new Importer(service.as("handler")).ndjson(notes).counts())
                    .isEqualTo("COMPLETED: 2 read, 0 recorded, 2 repeated, 0 refused");
            assertThat(service.log().from(2, 1).findFirst().orElseThrow().payload())
                    .contains("2020-06-02");
        }
    }

    /** It was the second of June in London already, and still the first in Greenwich's time. */
    @TestConfiguration
    static class LastNight {

        @Bean
        Clock clock() {
            return Clock.fixed(Instant.parse("2020-06-01T23:30:00Z"), ZoneOffset.UTC);
        }
    }
}
