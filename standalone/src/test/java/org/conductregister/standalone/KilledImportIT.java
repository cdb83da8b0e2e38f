package org.conductregister.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Kills the real process in the middle of an import. */
class KilledImportIT {

    private static final String PASSWORD = "killed-import";
    private static final int CASES = 20_000;
    private static final int ENTRIES = CASES * 3;

    @TempDir
    Path data;

    @Test
    void anImportBrokenOffGoesOnAndCanBeSentAgainWithNothingTwiceAndNothingMissing() throws Exception {
        String importId;
        try (var register = start()) {
            importId = register.api(PASSWORD).upload("handler", entries());
            await().atMost(Duration.ofMinutes(2)).until(() -> recorded(register, importId) > ENTRIES / 10);
            register.kill();
        }
        try (var register = start()) {
            var goneOn = completed(register, importId);
            assertThat(goneOn.get("read").longValue()).isEqualTo(ENTRIES);
            assertThat(goneOn.get("repeated").longValue()).isPositive();
            assertThat(goneOn.get("refused").longValue()).isZero();

            var again = completed(register, register.api(PASSWORD).upload("handler", entries()));
            assertThat(again.get("repeated").longValue()).isEqualTo(ENTRIES);
            assertThat(again.get("recorded").longValue()).isZero();

            var closed = register.api(PASSWORD)
                    .get("auditor", "/api/v1/statistics?unit=allegations&groupBy=status&atLeast=" + ENTRIES);
            assertThat(closed.get("position").longValue()).isEqualTo(ENTRIES);
            assertThat(closed.get("total").longValue()).isEqualTo(CASES);
            assertThat(closed.get("groups").get(0).get("status").stringValue()).isEqualTo("CLOSED");

            aStopAnswersWhatIsUnderWayAndBreaksOffAnImportBetweenItsBatches(register);
        }
    }

    private static void aStopAnswersWhatIsUnderWayAndBreaksOffAnImportBetweenItsBatches(RunningRegister register)
            throws Exception {
        var address = URI.create(register.address());
        var entry =
                "{\"type\": \"OfficerRegistered\", \"occurredOn\": \"2020-01-06\", \"force\": \"KENT\", \"workforce\": \"VOLUNTEER\"}";
        var head = """
                POST /api/v1/officers/O1/entries HTTP/1.1\r
                Host: localhost\r
                Authorization: Basic %s\r
                Content-Type: application/json\r
                Content-Length: %d\r
                Connection: close\r
                Expect: 100-continue\r
                \r
                """.formatted(
                        Base64.getEncoder().encodeToString(("handler:" + PASSWORD).getBytes(UTF_8)), entry.length());
        var importId =
                register.api(PASSWORD).upload("handler", entries().replace("\"caseId\": \"C", "\"caseId\": \"D"));
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> recorded(register, importId) > 0);
        try (var underWay = new Socket(address.getHost(), address.getPort())) {
            underWay.getOutputStream().write(head.getBytes(UTF_8));
            var answer = new BufferedReader(new InputStreamReader(underWay.getInputStream(), UTF_8));
            assertThat(answer.readLine()).as("the body is waited for").startsWith("HTTP/1.1 100");
            register.askToStop();
            await().atMost(Duration.ofMinutes(2)).until(() -> !listens(address));

            underWay.getOutputStream().write(entry.getBytes(UTF_8));
            assertThat(answer.lines().filter(line -> !line.isEmpty()).findFirst())
                    .hasValue("HTTP/1.1 201 ");
        }
        register.stop();
        assertThat(register.output())
                .containsAnyOf(
                        "Import %s is broken off by a stop".formatted(importId),
                        "Import %s COMPLETED".formatted(importId))
                .doesNotContain("WARN", "ERROR", "Exception");
    }

    private static boolean listens(URI address) throws IOException {
        try (var another = new Socket(address.getHost(), address.getPort())) {
            return another.isConnected();
        } catch (ConnectException e) {
            return false;
        }
    }

    private RunningRegister start() throws IOException {
        return RunningRegister.start(data, "--register.password=" + PASSWORD, "--register.sample=false")
                .untilReady();
    }

    private static long recorded(RunningRegister register, String importId) throws Exception {
        return progress(register, importId).get("recorded").longValue();
    }

    private static JsonNode completed(RunningRegister register, String importId) {
        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    var state = progress(register, importId).get("state").stringValue();
                    assertThat(state).isNotEqualTo("FAILED");
                    return state.equals("COMPLETED");
                });
        try {
            return progress(register, importId);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static JsonNode progress(RunningRegister register, String importId) throws Exception {
        return register.api(PASSWORD).get("handler", "/api/v1/imports/" + importId);
    }

    private static String entries() {
        return IntStream.range(0, CASES).mapToObj("""
                        {"type": "CaseOpened", "caseId": "C%1$d", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
                        {"type": "AllegationReported", "caseId": "C%1$d", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"}
                        {"type": "NoFurtherActionTaken", "caseId": "C%1$d", "occurredOn": "2020-03-02", "allegationId": "A1"}
                        """::formatted).collect(Collectors.joining());
    }
}
