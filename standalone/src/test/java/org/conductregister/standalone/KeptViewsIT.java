package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conductregister.standalone.RunningRegister.as;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.conductregister.entries.FactJson;
import org.conductregister.standalone.integrity.RunningBackup;
import org.conductregister.standalone.integrity.Verification;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** The views of the real thing over a restart: what exists is never said not to, whatever became of the file they are in. */
class KeptViewsIT {

    private static final String PASSWORD = "kept-views";
    private static final int PAGE = 4_096;

    @TempDir
    static Path killed;

    private static String caseId;
    private static long cases;
    private static String begun;

    @TempDir
    Path parent;

    @TempDir
    Path points;

    private Path data;

    @BeforeAll
    static void loadTheSampleAndKill() throws Exception {
        try (var register = start(killed, "--register.sample=true").untilReady()) {
            var api = register.api(PASSWORD);
            var counted = api.get("auditor", "/api/v1/statistics?unit=cases");
            cases = counted.get("total").longValue();
            var found = api.get("auditor", "/api/v1/cases?size=1");
            caseId = found.at("/cases/0/caseId").stringValue();
            begun = api.get("auditor", "/api/v1/cases/" + caseId)
                    .get("openedOn")
                    .stringValue();
            register.kill();
        }
    }

    /** Each test has the files as the killed process left them. */
    @BeforeEach
    void copyWhatTheKillLeft() throws IOException {
        data = parent.resolve("data");
        FileSystemUtils.copyRecursively(killed, data);
    }

    private RunningRegister start() throws IOException {
        return start(data);
    }

    private static RunningRegister start(Path data, String... options) throws IOException {
        return RunningRegister.start(
                data,
                Stream.concat(Stream.of("--register.password=" + PASSWORD), Arrays.stream(options))
                        .toArray(String[]::new));
    }

    @Test
    void afterAKillTheViewsGoOnFromWhereTheyWereKeptAndOnlyOnePortIsListenedOn() throws Exception {
        try (var register = start().untilReady()) {
            nothingIsSaidNotToBeThere(register);

            assertThat(register.output()).doesNotContain("rebuilt", "View casefiles has caught up");
            assertThat(ListeningPorts.of(register.pid())).hasSize(1);
            pointsAreWrittenBesideIt(register);
        }
    }

    /** Without a key, of entries whose names and texts are sealed. */
    private void pointsAreWrittenBesideIt(RunningRegister register) throws Exception {
        assertThat(writePoints()).isZero();
        assertThat(increments()).hasSize(1);
        var logged = register.api(PASSWORD).post("handler", "/api/v1/cases/COUNTED/entries", """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""");
        assertThat(logged.statusCode()).isEqualTo(201);
        assertThat(writePoints()).isZero();
        assertThat(writePoints()).isZero();
        assertThat(increments()).hasSize(2);
        assertThat(PointsRun.run("points", "--data", data.toString(), "--to", points.toString(), "--register", "other"))
                .isOne();
    }

    private int writePoints() {
        return PointsRun.run("points", "--data", data.toString(), "--to", points.toString());
    }

    private List<Path> increments() throws IOException {
        try (var all = Files.list(points)) {
            return all.filter(each -> Files.exists(each.resolve("allegations.parquet")))
                    .toList();
        }
    }

    @Test
    void aDamagedFileIsSaidToBeAndMadeAnew() throws Exception {
        try (var file = new RandomAccessFile(data.resolve("views.db").toFile(), "rw")) {
            Files.deleteIfExists(data.resolve("views.db-wal"));
            assertThat(file.length()).isGreaterThan(100L * PAGE);
            file.seek(20L * PAGE);
            file.write(new byte[(int) file.length() - 20 * PAGE]);
        }

        try (var register = start().untilReady()) {
            nothingIsSaidNotToBeThere(register);
            assertThat(register.output()).contains("damaged").contains("rebuilt from the log");
        }
    }

    @Test
    void aFileOfAnotherVersionIsSaidToBeAndMadeAnew() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("views.db"));
                var pragma = connection.createStatement()) {
            pragma.execute("PRAGMA user_version = 77");
        }

        try (var register = start().untilReady()) {
            nothingIsSaidNotToBeThere(register);
            assertThat(register.output()).contains("another version").contains("rebuilt from the log");
        }
    }

    /** The drill: a backup while it runs, entries after it, a disk that fails, the backup put back. */
    @Test
    void afterABackupIsPutBackViewsAreMadeAnewAndNothingIsSealedUntilAnAdministratorSaysWhy() throws Exception {
        var backup = data.resolve("backup").resolve("events.db");
        try (var register = start().untilReady()) {
            RunningBackup.copy(data.resolve("events.db"), backup);
            var logged = register.api(PASSWORD).post("handler", "/api/v1/cases/LOST/entries", """
                    {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""");
            assertThat(logged.statusCode()).isEqualTo(201);
            long position = FactJson.mapper()
                    .readTree(logged.body())
                    .get(0)
                    .get("position")
                    .longValue();
            assertThat(get(register, "/api/v1/cases/LOST").statusCode()).isEqualTo(200);
            assertThat(get(register, "/api/v1/integrity/proof?position=" + position)
                            .statusCode())
                    .as("sealed at once")
                    .isEqualTo(200);
            register.kill();
        }
        Verification.ends(0, "The log is what was sealed", "--data", data.toString());
        RunningBackup.putBack(backup, data.resolve("events.db"));
        Verification.ends(1, "CUT_OFF", "--data", data.toString());

        try (var register = start().untilReady()) {
            nothingIsSaidNotToBeThere(register);
            assertThat(get(register, "/api/v1/cases/LOST").statusCode()).isEqualTo(404);
            assertThat(register.output()).contains("1 entries are lost").contains("rebuilt from the log");
            nothingIsSealedUntilItIsAccepted(register);
            register.stop();
        }
        Verification.ends(0, "accepted an altered log", "--data", data.toString());
    }

    private static void nothingIsSealedUntilItIsAccepted(RunningRegister register) throws Exception {
        var api = register.api(PASSWORD);
        var state = api.get("admin", "/api/v1/integrity");
        assertThat(state.at("/contradiction/alteration").stringValue()).isEqualTo("CUT_OFF");
        assertThat(api.isUp()).as("until the next start, for entries are lost").isFalse();
        assertThat(register.get("/operations/integrity", as("admin", PASSWORD)).body())
                .contains("was cut off");

        var accepted = api.post("admin", "/api/v1/integrity/acceptance", """
                {"reason": "The disk failed; the backup of the night was put back."}""");
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(200);
        var after = api.get("admin", "/api/v1/integrity");
        assertThat(after.has("contradiction")).isFalse();
        assertThat(after.get("origin").stringValue())
                .isEqualTo(state.get("origin").stringValue() + "/2");
        assertThat(api.post("admin", "/api/v1/integrity/acceptance", "{\"reason\": \"Once more\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    /** From the moment that the port is open: what is answered is right, or 503 until it can be. */
    private void nothingIsSaidNotToBeThere(RunningRegister register) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            var count = get(register, "/api/v1/statistics?unit=cases");
            var list = get(register, "/api/v1/cases?size=1");
            var file = get(register, "/api/v1/cases/" + caseId);
            var timeline = get(register, "/api/v1/cases/" + caseId + "/timeline");
            if (isAnswered(count)) {
                assertThat(FactJson.mapper().readTree(count.body()).get("total").longValue())
                        .isEqualTo(cases);
            }
            if (isAnswered(file)) {
                assertThat(file.body()).contains("\"openedOn\":\"" + begun + "\"");
            }
            return isAnswered(count) && isAnswered(list) && isAnswered(file) && isAnswered(timeline);
        });
    }

    private static boolean isAnswered(HttpResponse<String> answer) {
        if (answer.statusCode() == 503) {
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            return false;
        }
        assertThat(answer.statusCode())
                .as("%s: %s", answer.uri(), answer.body())
                .isEqualTo(200);
        return true;
    }

    private static HttpResponse<String> get(RunningRegister register, String path) throws Exception {
        return register.get(path, as("auditor", PASSWORD));
    }
}
