package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.standalone.RunningRegister.as;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.conductregister.tlog.Checkpoint;
import org.conductregister.tlog.MerkleProofs;
import org.conductregister.tlog.SignedNote;
import org.conductregister.tlog.TlogProof;
import org.conductregister.tlog.TreeHasher;
import org.conductregister.tlog.VerifierKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real thing, whose log is proved, restored from a backup, and moved. */
class IntegrityIT {

    private static final String PASSWORD = "integrity";

    @TempDir
    Path directory;

    @Test
    void aRegisterProvesItsLogAndSaysSoWhereAnOlderCopyWasPutInItsPlace() throws Exception {
        Path data = directory.resolve("data");
        Path backup = directory.resolve("backup.db");
        String noted;
        try (var register = start(data).untilReady()) {
            log(register, "P-1");
            noted = checkpoint(register);
            backUp(data, backup);
            log(register, "P-2");
            prove(register, 1);
            long last = json(ask(register, "auditor", "/api/v1/integrity"))
                    .path("size")
                    .asLong();
            prove(register, last);
            extendsNoted(register, noted);
            ask(register, "auditor", "/audit/integrity");
            takeAway(register, last);
            register.stop();
        }
        verify(
                0,
                "The log is what was sealed",
                "--data",
                data.toString(),
                "--checkpoint",
                write(noted).toString());

        Files.copy(backup, data.resolve("events.db"), StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(data.resolve("events.db-wal"));
        Files.deleteIfExists(data.resolve("events.db-shm"));
        verify(1, "CUT_OFF", "--data", data.toString());

        try (var register = start(data).untilReady()) {
            JsonNode state = json(ask(register, "admin", "/api/v1/integrity"));
            assertThat(state.path("contradiction").path("alteration").asString())
                    .isEqualTo("CUT_OFF");
            assertThat(register.api(PASSWORD).isUp()).isFalse();
            assertThat(ask(register, "admin", "/operations/integrity").body()).contains("cut off");
            var accepted = post(register, "/api/v1/integrity/acceptance", """
                    {"reason": "The disk failed; restored from the backup."}""");
            assertThat(accepted.statusCode()).isEqualTo(200);
            assertThat(json(ask(register, "admin", "/api/v1/integrity")).has("contradiction"))
                    .isFalse();
            assertThat(checkpoint(register)).contains("/2\n");
            register.stop();
        }
        verify(0, "accepted an altered log", "--data", data.toString());
    }

    @Test
    void aRegisterMovesIntoAnEmptyOneWithItsCheckpointsAndCounts() throws Exception {
        Path from = directory.resolve("from");
        Path to = directory.resolve("to");
        String noted;
        String counts;
        String file;
        try (var register = start(from).untilReady()) {
            put(register, "/api/v1/code-lists/themes", "[{\"code\": \"MOVED\", \"label\": \"Moved\"}]");
            var exported = post(register, "/api/v1/log-export", "");
            assertThat(exported.statusCode()).as(exported.body()).isEqualTo(201);
            file = json(exported).path("file").asString();
            noted = json(exported).path("checkpoint").asString();
            counts = counts(register);
            register.stop();
        }
        Path export = from.resolve("integrity/exports").resolve(file);
        verify(
                0,
                "The log is what was sealed",
                "--log",
                export.toString(),
                "--checkpoint",
                write(noted).toString());

        Files.createDirectories(to.resolve("integrity/exports"));
        Files.copy(export, to.resolve("integrity/exports").resolve(file));
        Files.copy(from.resolve("integrity/signing-key"), to.resolve("integrity/signing-key"));
        if (Files.isDirectory(from.resolve("keys"))) {
            copyAll(from.resolve("keys"), to.resolve("keys"));
        }
        try (var register = start(to, "--register.sample=false").untilReady()) {
            var imported = post(register, "/api/v1/log-import", "{\"file\": \"%s\"}".formatted(file));
            assertThat(imported.statusCode()).as(imported.body()).isEqualTo(200);
            assertThat(json(imported).path("sameKey").asBoolean()).isTrue();
            assertThat(checkpoint(register)).isEqualTo(noted);
            assertThat(counts(register)).isEqualTo(counts);
            assertThat(ask(register, "admin", "/api/v1/code-lists").body()).contains("\"MOVED\"");
            assertThat(post(register, "/api/v1/log-import", "{\"file\": \"%s\"}".formatted(file))
                            .body())
                    .contains("LOG_NOT_EMPTY");
            register.stop();
        }
        verify(0, "The log is what was sealed", "--data", to.toString());
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (var files = Files.list(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static String counts(RunningRegister register) throws Exception {
        var last =
                json(ask(register, "auditor", "/api/v1/integrity")).path("size").asLong();
        return json(ask(
                        register,
                        "auditor",
                        "/api/v1/statistics?unit=allegations&groupBy=status,category&asAt=2018-06-02&atLeast=" + last))
                .path("groups")
                .toString();
    }

    private static RunningRegister start(Path data, String... options) throws IOException {
        var all = new ArrayList<>(List.of(options));
        all.add("--register.password=" + PASSWORD);
        return RunningRegister.start(data, all.toArray(String[]::new));
    }

    private void verify(int exit, String said, String... options) throws Exception {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                Path.of("target", "conduct-register.jar").toAbsolutePath().toString(),
                "verify"));
        command.addAll(List.of(options));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isEqualTo(exit);
        assertThat(output).contains(said).doesNotContain("\tat ");
    }

    private Path write(String checkpoint) throws IOException {
        return Files.writeString(directory.resolve("noted.txt"), checkpoint);
    }

    private static void backUp(Path data, Path backup) throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + backup + "'");
        }
    }

    private static void log(RunningRegister register, String caseId) throws Exception {
        var recorded = register.api(PASSWORD).post("handler", "/api/v1/cases/" + caseId + "/entries", """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""");
        assertThat(recorded.statusCode()).as(recorded.body()).isEqualTo(201);
        long position = json(recorded).get(0).path("position").asLong();
        ask(register, "auditor", "/api/v1/integrity/proof?position=" + position); // seals it
    }

    private static String checkpoint(RunningRegister register) throws Exception {
        return ask(register, "auditor", "/api/v1/integrity/checkpoint").body();
    }

    private static void prove(RunningRegister register, long position) throws Exception {
        var proof = json(ask(register, "auditor", "/api/v1/integrity/proof?position=" + position));
        var key = VerifierKey.parse(json(ask(register, "auditor", "/api/v1/integrity"))
                .path("verifierKey")
                .asString());
        var note = SignedNote.parse(proof.path("checkpoint").asString());
        var head = Checkpoint.parse(note.text());
        assertThat(key.hasSigned(note)).isTrue();
        assertThat(proof.path("leafIndex").asLong()).isEqualTo(position - 1);
        byte[] leafHash = new TreeHasher().leaf(bytes(proof.path("leaf")));
        assertThat(leafHash).isEqualTo(bytes(proof.path("leafHash")));
        assertThat(MerkleProofs.includes(
                        head.root(), head.size(), leafHash, position - 1, hashes(proof.path("hashes"))))
                .isTrue();
    }

    private static void extendsNoted(RunningRegister register, String noted) throws Exception {
        var before = Checkpoint.parse(SignedNote.parse(noted).text());
        var proof = json(ask(register, "auditor", "/api/v1/integrity/consistency?from=" + before.size()));
        assertThat(MerkleProofs.extendsTree(
                        before.root(),
                        before.size(),
                        bytes(proof.path("toRoot")),
                        proof.path("to").asLong(),
                        hashes(proof.path("hashes"))))
                .isTrue();
        var check = json(ask(
                register,
                "auditor",
                "/api/v1/integrity/check?checkpoint=" + URLEncoder.encode(noted, StandardCharsets.UTF_8)));
        assertThat(check.path("holds").asBoolean()).as(check.toString()).isTrue();
    }

    private static void takeAway(RunningRegister register, long position) throws Exception {
        var takeaway = json(ask(register, "auditor", "/audit/integrity/proof?position=" + position));
        var proof = TlogProof.parse(takeaway.path("proof").asString());
        var head = Checkpoint.parse(proof.checkpoint().text());
        assertThat(MerkleProofs.includes(
                        head.root(), head.size(), new TreeHasher().leaf(proof.extra()), proof.index(), proof.hashes()))
                .isTrue();
    }

    private static byte[] bytes(JsonNode text) {
        return Base64.getDecoder().decode(text.asString());
    }

    private static List<byte[]> hashes(JsonNode texts) {
        return texts.values().stream().map(IntegrityIT::bytes).toList();
    }

    private static HttpResponse<String> ask(RunningRegister register, String user, String path) throws Exception {
        var answer = register.get(path, as(user, PASSWORD));
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(RunningRegister register, String path, String body) throws Exception {
        return register.get(
                path,
                request -> as("admin", PASSWORD)
                        .apply(request.header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))));
    }

    private static void put(RunningRegister register, String path, String body) throws Exception {
        var answer = register.get(
                path,
                request -> as("admin", PASSWORD)
                        .apply(request.header("Content-Type", "application/json")
                                .PUT(BodyPublishers.ofString(body))));
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
