package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** An erasure in the real thing: no byte of the name or the texts is left in any file, nor read from a backup, and counts stay. */
class ErasureIT {

    private static final String PASSWORD = "erasure";
    private static final String NAME = "Zebedee Quillfeather";
    private static final List<String> WORDS = List.of("quillfeather", "zebedee", "marmalade", "periwinkle");
    private static final int PAIRS = 1_000;

    @TempDir
    Path directory;

    private Path data() {
        return directory.resolve("data");
    }

    private RunningRegister start(Path data) throws IOException {
        return RunningRegister.start(data, "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady();
    }

    @Test
    void afterAnErasureNothingIsLeftAndEverythingElseIs() throws Exception {
        var backup = directory.resolve("backup");
        List<Long> before;
        try (var register = start(data())) {
            var api = register.api(PASSWORD);
            log(api);
            importNotes(api);
            before = counts(api);
            assertThat(name(api)).isEqualTo(NAME);
            register.stop();
        }
        copyWithoutKeys(data(), backup);

        try (var register = start(data())) {
            var api = register.api(PASSWORD);
            assertThat(code(api.post("admin", "/api/v1/officers/ER-O-1/erasure", reason())))
                    .isEqualTo("STILL_PENDING");
            ok(api.post(
                    "handler",
                    "/api/v1/cases/ER-1/entries",
                    "[{\"type\": \"CaseClosed\", \"occurredOn\": \"2020-02-02\", \"note\": \"Marmalade again\"}]"));
            ok(api.post("admin", "/api/v1/cases/ER-1/legal-hold", reason()));
            assertThat(code(api.post("admin", "/api/v1/cases/ER-1/erasure", reason())))
                    .isEqualTo("LEGAL_HOLD");
            assertThat(code(api.post("admin", "/api/v1/officers/ER-O-1/erasure", reason())))
                    .isEqualTo("LEGAL_HOLD");
            ok(api.delete("admin", "/api/v1/cases/ER-1/legal-hold?reason=settled"));
            before = counts(api);

            ok(api.post("admin", "/api/v1/cases/ER-1/erasure", reason()));
            var last = ok(api.post("admin", "/api/v1/officers/ER-O-1/erasure", reason()));

            assertThat(name(api)).isEqualTo("[erased]");
            var timeline = api.get(
                    "auditor",
                    "/api/v1/cases/ER-1/timeline?atLeast="
                            + last.get("position").longValue());
            assertThat(timeline.at("/entries/0/data/title").stringValue()).isEqualTo("[erased]");
            assertThat(timeline.at("/entries/0/data/reference").stringValue()).isEqualTo("ER/7");
            assertThat(timeline.toString()).contains("PersonalDataErased", "the retention period has ended");
            assertThat(timeline.toString().toLowerCase(Locale.ROOT)).doesNotContain(WORDS);
            assertThat(counts(api)).isEqualTo(before);
            assertThat(code(api.post(
                            "handler",
                            "/api/v1/cases/ER-1/entries",
                            "[{\"type\": \"PersonalDataErased\", \"occurredOn\": \"2020-02-02\", \"reason\": \"x\"}]")))
                    .isEqualTo("TYPE_UNKNOWN");
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(filesWith(data())).isEmpty());
            importNotes(api);
            register.stop();
        }
        assertThat(filesWith(data())).isEmpty();
        assertThat(filesWith(backup.resolve("events.db"))).isEmpty();

        // The log as it was backed up, with the keys as they are now
        var restored = directory.resolve("restored");
        Files.createDirectories(restored);
        Files.copy(backup.resolve("events.db"), restored.resolve("events.db"));
        copyWithoutKeys(data().resolve("keys"), restored.resolve("keys"));
        try (var register = start(restored)) {
            var api = register.api(PASSWORD);
            assertThat(name(api)).isEqualTo("[erased]");
            assertThat(api.get("auditor", "/api/v1/cases/ER-1/timeline")
                            .at("/entries/0/data/title")
                            .stringValue())
                    .isEqualTo("[erased]");
        }
    }

    @Test
    void withoutItsMasterKeyItDoesNotStart() throws Exception {
        try (var register = start(data())) {
            log(register.api(PASSWORD));
            register.stop();
        }
        Files.delete(data().resolve("keys").resolve("master-key.json"));

        try (var register = RunningRegister.start(data(), "--register.password=" + PASSWORD)) {
            assertThat(register.exitCode()).isNotZero();
            assertThat(register.output()).contains("The master key could not be read");
        }
    }

    private static String reason() {
        return "{\"reason\": \"the retention period has ended\"}";
    }

    private static void log(Api api) throws Exception {
        ok(api.post("handler", "/api/v1/officers/ER-O-1/entries", """
                [{"type": "OfficerRegistered", "occurredOn": "2018-01-01", "force": "LANCASHIRE",
                  "workforce": "POLICE_OFFICER", "name": "%s", "note": "Called Periwinkle by all"}]""".formatted(NAME)));
        ok(api.post("handler", "/api/v1/cases/ER-1/entries", """
                [{"type": "CaseOpened", "occurredOn": "2019-01-01", "force": "LANCASHIRE", "kind": "COMPLAINT",
                  "source": "PUBLIC", "reference": "ER/7", "title": "Quillfeather and the marmalade", "dayStatedAs": "marmalade day"},
                 {"type": "AllegationReported", "occurredOn": "2019-01-02", "allegationId": "A1", "category": "OTHER",
                  "officerId": "ER-O-1", "summary": "Zebedee took the marmalade"},
                 {"type": "NoteAdded", "text": "Periwinkle was there"}]"""));
    }

    private static void importNotes(Api api) throws Exception {
        var accepted = FactJson.mapper()
                .readTree(api.send(
                                "handler",
                                "/api/v1/imports",
                                "application/x-ndjson",
                                "{\"type\": \"NoteAdded\", \"caseId\": \"ER-1\", \"text\": \"marmalade once more\"}\n"
                                        + "{\"type\": \"NoteAdded\", \"caseId\": \"ER-1\", \"wrong\": \"zebedee\"}\n")
                        .body());
        var path = "/api/v1/imports/" + accepted.get("importId").stringValue();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> api.get("handler", path).get("state").stringValue().equals("COMPLETED"));
    }

    private static String name(Api api) throws Exception {
        return api.get("auditor", "/api/v1/officers/ER-O-1").get("name").stringValue();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return FactJson.mapper().readTree(answer.body());
    }

    private static String code(HttpResponse<String> answer) {
        return FactJson.mapper().readTree(answer.body()).path("code").asString("");
    }

    /** As at random days, known at random positions of the log so far. */
    private static List<Long> counts(Api api) throws Exception {
        var instants = new ArrayList<String>();
        for (var line : api.lines("auditor", "/api/v1/events?limit=1000")) {
            instants.add(line.get("recordedAt").stringValue());
        }
        var random = new Random(7);
        var counts = new ArrayList<Long>();
        for (int i = 0; i < PAIRS; i++) {
            var asAt = LocalDate.of(2017, 1, 1).plusDays(random.nextInt(1_500));
            var knownAt = instants.get(random.nextInt(Math.min(6, instants.size())));
            counts.add(api.get(
                            "auditor",
                            "/api/v1/statistics?unit=allegations&asAt=" + asAt + "&knownAt="
                                    + URLEncoder.encode(knownAt, StandardCharsets.UTF_8))
                    .get("total")
                    .longValue());
        }
        return counts;
    }

    private static void copyWithoutKeys(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var relative = from.relativize(path);
                if (relative.startsWith("keys") || relative.startsWith("tmp")) {
                    continue;
                }
                var target = to.resolve(relative);
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** The files in which any of the words stands, whatever the case of its letters, in UTF-8 or UTF-16. */
    private static List<String> filesWith(Path root) throws IOException {
        var found = new ArrayList<String>();
        try (var paths = Files.walk(root)) {
            for (var path : (Iterable<Path>) paths.filter(Files::isRegularFile)::iterator) {
                var bytes = new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                var text = bytes.replace("\0", "");
                WORDS.stream().filter(text::contains).forEach(word -> found.add(path + ": " + word));
            }
        }
        return found;
    }
}
