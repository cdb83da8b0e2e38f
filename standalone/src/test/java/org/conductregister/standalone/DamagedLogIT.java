package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.conductregister.standalone.RunningRegister.as;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real thing on a log of which a part was changed while nobody looked. */
class DamagedLogIT {

    private static final String PASSWORD = "damaged";
    private static final int DAMAGED = 2_500;

    @TempDir
    Path data;

    @Test
    void theCheckSaysWhetherTheLogIsWholeAndADamagedOneIsNeverShownAsIfItWere() throws Exception {
        try (var register = start().untilReady()) {
            assertThat(register.get("/api/v1/events?limit=100000", as("auditor", PASSWORD))
                            .body()
                            .lines())
                    .hasSizeGreaterThan(DAMAGED);
            register.stop();
        }
        try (var check = RunningRegister.start(data, "--register.check")) {
            assertThat(check.exitCode()).isZero();
            assertThat(check.output()).contains("The log is whole: ").doesNotContain("\tat ");
        }

        damage();

        try (var check = RunningRegister.start(data, "--register.check")) {
            assertThat(check.exitCode()).isOne();
            assertThat(check.output()).contains("position 2500").doesNotContain("\tat ");
        }
        try (var register = start().untilReady()) {
            assertThat(isShownWhole(register)).isFalse();
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !register.api(PASSWORD).isUp());
            assertThat(register.get("/api/v1/events?limit=100", as("auditor", PASSWORD))
                            .statusCode())
                    .as("what can be read goes on being read")
                    .isEqualTo(200);
            var refused = register.api(PASSWORD).post("handler", "/api/v1/cases/NEW/entries", """
                {"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}\
                """);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("LOG_DAMAGED");
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        }
    }

    private RunningRegister start() throws IOException {
        return RunningRegister.start(data, "--register.password=" + PASSWORD);
    }

    private static boolean isShownWhole(RunningRegister register) throws Exception {
        try {
            return register.get("/api/v1/events?limit=100000", as("auditor", PASSWORD))
                            .statusCode()
                    == 200;
        } catch (IOException brokenOff) {
            return false;
        }
    }

    private void damage() throws Exception {
        try (var connection = DriverManager.getConnection("jdbc:sqlite:" + data.resolve("events.db"));
                var update = connection.createStatement()) {
            update.execute("UPDATE DomainEventEntry SET payload = replace(payload, '20', '19') WHERE globalIndex = "
                    + DAMAGED);
        }
    }
}
