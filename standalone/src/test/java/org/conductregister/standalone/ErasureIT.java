package org.conductregister.standalone;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.conductregister.entries.Entry;
import org.conductregister.entries.FactJson;
import org.conductregister.entries.RecordId;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.EntryId;
import org.conductregister.keys.ContentIds;
import org.conductregister.standalone.keys.FilesOf;
import org.conductregister.terms.text.FreeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An erasure in the real thing: no byte of the name or the texts is left in any file, nor read from a backup, and counts stay. */
class ErasureIT {

    private static final String PASSWORD = "erasure";
    private static final String NAME = "Zebedee Quillfeather";
    private static final List<String> WORDS = List.of("quillfeather", "zebedee", "marmalade", "periwinkle");
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final String TIMELINE = "/api/v1/cases/ER-1/timeline";

    @TempDir
    Path directory;

    private RunningRegister start(Path data) throws IOException {
        return RunningRegister.start(data, "--register.password=" + PASSWORD, "--register.sample=false");
    }

    @Test
    void afterAnErasureNothingIsLeftAndEverythingElseIs() throws Exception {
        var data = directory.resolve("data");
        var backup = directory.resolve("backup");
        List<JsonNode> before;
        List<String> instants;
        try (var register = start(data).untilReady()) {
            var api = register.api(PASSWORD);
            log(api);
            importLines(api, noteLine() + refusedLine());
            ok(api.post("handler", "/api/v1/cases/ER-1/entries", """
                    [{"type": "CaseClosed", "occurredOn": "2020-02-02", "note": "Marmalade again"}]"""));
            assertThat(name(api)).isEqualTo(NAME);
            assertThat(api.get("auditor", "/api/v1/search?q=Quillfeather").toString())
                    .contains("ER-1", "ER-O-1");
            instants = instants(api);
            before = counts(api, instants);
            var told = api.get("auditor", TIMELINE);
            export(api);
            backUp(data, backup);
            assertThat(new FilesOf(data).with(WORDS)).as("what is looked for").isNotEmpty();

            ok(api.post("admin", "/api/v1/cases/ER-1/erasure", reason()));
            var last = ok(api.post("admin", "/api/v1/officers/ER-O-1/erasure", reason()));

            assertThat(counts(api, instants)).isEqualTo(before);
            assertThat(name(api)).isEqualTo("[erased]");
            assertErasedAlone(told, api.get("auditor", TIMELINE + "?atLeast=" + last.get("position")));
            assertThat(api.get("auditor", "/api/v1/cases/ER-1").get("erased").toString())
                    .contains("the retention period has ended");
            assertThat(api.get("auditor", "/api/v1/search?q=Quillfeather").toString())
                    .doesNotContain("ER-1", "ER-O-1");
            importLines(api, noteLine());
            export(api);
            assertNoGuessIsConfirmed(api);
            register.stop();
            assertThat(register.output().toLowerCase(Locale.ROOT)).doesNotContain(WORDS);
        }
        assertNothingIsLeft(data);
        assertNothingIsLeft(backup);

        var restored = directory.resolve("restored");
        copy(backup, restored);
        copy(data.resolve("keys"), restored.resolve("keys"));
        try (var register = start(restored).untilReady()) {
            var api = register.api(PASSWORD);
            assertThat(name(api)).isEqualTo("[erased]");
            assertThat(api.get("auditor", TIMELINE).toString().toLowerCase(Locale.ROOT))
                    .doesNotContain(WORDS);
            assertThat(counts(api, instants)).isEqualTo(before);
            register.stop();
        }
        assertNothingIsLeft(restored);

        Files.delete(restored.resolve("keys").resolve("master-key.json"));
        try (var register = start(restored)) {
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

    /** A note that is identified by its content. */
    private static String noteLine() {
        return "{\"type\": \"NoteAdded\", \"caseId\": \"ER-1\", \"text\": \"%s\"}\n".formatted(note(NAME));
    }

    /** A line that is refused, and kept as it was sent. */
    private static String refusedLine() {
        return "{\"type\": \"NoteAdded\", \"caseId\": \"ER-1\", \"wrong\": \"zebedee\"}\n";
    }

    private static void importLines(Api api, String lines) throws Exception {
        var accepted = api.send("handler", "/api/v1/imports", "application/x-ndjson", lines);
        var importId =
                FactJson.mapper().readTree(accepted.body()).get("importId").stringValue();
        await().atMost(LONGEST)
                .until(() -> api.get("handler", "/api/v1/imports/" + importId)
                        .get("state")
                        .stringValue()
                        .equals("COMPLETED"));
    }

    private static String note(String name) {
        return name + " was seen with marmalade";
    }

    private static String name(Api api) throws Exception {
        return api.get("auditor", "/api/v1/officers/ER-O-1").get("name").stringValue();
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return FactJson.mapper().readTree(answer.body());
    }

    private static List<String> instants(Api api) throws Exception {
        return api.lines("auditor", "/api/v1/events?limit=1000").stream()
                .map(line -> line.get("recordedAt").stringValue())
                .distinct()
                .toList();
    }

    /** The counts as at every day of four years, known at each instant of the log so far. */
    private static List<JsonNode> counts(Api api, List<String> instants) throws Exception {
        var counts = new ArrayList<JsonNode>();
        for (var instant : instants) {
            counts.add(api.get(
                            "auditor",
                            "/api/v1/statistics/series?unit=allegations&groupBy=status,result&from=2017-01-01&to=2020-12-31&step=DAY&knownAt="
                                    + URLEncoder.encode(instant, StandardCharsets.UTF_8))
                    .get("points"));
        }
        assertThat(counts.stream().mapToInt(JsonNode::size).sum()).isGreaterThan(1_000);
        return counts;
    }

    private static void export(Api api) {
        await().atMost(LONGEST)
                .until(() -> api.post("admin", "/api/v1/log-export", "{}").statusCode() == 201);
    }

    /** Makes a backup as docs/keys.md says: of the log, with the lists in it, and the checkpoints, but not of the keys. */
    private static void backUp(Path data, Path backup) throws Exception {
        Files.createDirectories(backup);
        try (var log = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = log.createStatement()) {
            statement.execute("VACUUM INTO '%s'".formatted(backup.resolve("events.db")));
        }
        copy(data.resolve("integrity"), backup.resolve("integrity"));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var paths = Files.walk(from)) {
            for (var path : (Iterable<Path>) paths::iterator) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    /** Every entry is where it was and says what it said, but for the texts; behind them stands the erasure. */
    private static void assertErasedAlone(JsonNode before, JsonNode after) {
        assertThat(after.toString().toLowerCase(Locale.ROOT)).doesNotContain(WORDS);
        assertThat(after.at("/entries/0/data/title").stringValue()).isEqualTo("[erased]");
        assertThat(after.at("/entries/0/data/reference").stringValue()).isEqualTo("ER/7");
        var expected = new ArrayList<JsonNode>();
        before.get("entries").forEach(entry -> expected.add(erased(entry)));
        var entries = new ArrayList<JsonNode>();
        after.get("entries").forEach(entry -> entries.add(entry));
        assertThat(entries.removeLast().get("type").stringValue()).isEqualTo("PersonalDataErased");
        assertThat(entries).isEqualTo(expected);
    }

    private static JsonNode erased(JsonNode entry) {
        var data = (ObjectNode) entry.get("data");
        for (var field : List.of("title", "summary", "text", "note", "dayStatedAs")) {
            if (data.hasNonNull(field)) {
                data.put(field, "[erased]");
            }
        }
        return entry;
    }

    /** Nobody can find out by trying names which of them it was. */
    private static Set<String> candidates() {
        var first =
                List.of("Zebedee", "Ada", "Bertram", "Clarice", "Dorian", "Edith", "Fergus", "Greta", "Hugo", "Ines");
        var last =
                IntStream.range(0, 99).mapToObj(number -> "Ashworth" + number).toList();
        var names = first.stream()
                .flatMap(one -> last.stream().map(other -> one + " " + other))
                .collect(toSet());
        first.forEach(one -> names.add(one + " Quillfeather"));
        assertThat(names).hasSize(1_000).contains(NAME);
        return names;
    }

    private static void assertNoGuessIsConfirmed(Api api) throws Exception {
        var recorded = api.lines("auditor", "/api/v1/events?limit=1000").stream()
                .map(line -> line.get("entryId").stringValue())
                .collect(toSet());
        var guessed = candidates().stream().map(ErasureIT::idOfNote).collect(toSet());
        assertThat(recorded).doesNotContainAnyElementsOf(guessed);
    }

    /** The identifier of the imported note as a register without keys would make it of its content. */
    private static String idOfNote(String name) {
        var note = new NoteAdded(LocalDate.EPOCH, new FreeText(note(name)), null);
        var content = FactJson.of(new Entry(EntryId.random(), RecordId.parse("case/ER-1"), note));
        content.remove(Set.of("entryId", "occurredOn"));
        return ContentIds.unkeyed(LocalDate.EPOCH, FactJson.mapper().writeValueAsBytes((JsonNode) content))
                .toString();
    }

    private static void assertNothingIsLeft(Path root) throws IOException {
        var files = new FilesOf(root);
        assertThat(files.names()).contains("events.db");
        assertThat(Files.exists(root.resolve("tmp"))).isFalse();
        assertThat(files.with(WORDS)).isEmpty();
        assertThat(files.withDigestsOf(candidates())).isEmpty();
    }
}
