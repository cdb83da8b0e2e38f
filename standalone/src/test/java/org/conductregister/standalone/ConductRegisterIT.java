package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.standalone.RunningRegister.as;

import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConductRegisterIT {

    @TempDir
    Path data;

    @Test
    void itStartsStopsAndStartsAgainInTheOpen() throws Exception {
        String password;
        try (RunningRegister register = RunningRegister.start(data).untilReady()) {
            password = register.password();

            assertThat(register.get("/actuator/health", nobody()).statusCode()).isEqualTo(200);
            assertThat(register.get("/v3/api-docs", nobody()).statusCode()).isEqualTo(401);
            assertThat(register.get("/v3/api-docs", as("handler", password)).statusCode())
                    .isEqualTo(200);

            aSecondProcessOnTheSameDataIsRefusedInWords();

            register.stop();
            assertThat(register.output())
                    .as("nothing that needs explaining")
                    .doesNotContain("WARN", "ERROR", "Exception");
        }

        try (RunningRegister again = RunningRegister.start(data).untilReady()) {
            assertThat(again.password()).isEqualTo(password);
        }
    }

    private void aSecondProcessOnTheSameDataIsRefusedInWords() throws Exception {
        try (RunningRegister second = RunningRegister.start(data)) {
            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output())
                    .contains("Another process is running on the data directory " + data)
                    .doesNotContain("\tat ");
        }
    }

    private static UnaryOperator<HttpRequest.Builder> nobody() {
        return UnaryOperator.identity();
    }
}
