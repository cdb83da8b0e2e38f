package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
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
            await().atMost(Duration.ofSeconds(60)).until(() -> recorded(register, importId) > ENTRIES / 10);
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
