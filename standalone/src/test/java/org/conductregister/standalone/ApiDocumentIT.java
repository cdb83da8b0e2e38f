package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.conductregister.standalone.RunningRegister.as;

import java.nio.file.Files;
import java.nio.file.Path;
import org.conductregister.entries.FactJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API document of both services together, which this leaves where the generated client's module reads it. */
class ApiDocumentIT {

    private static final Path DOCUMENT = Path.of("target", "api-document.json");

    @TempDir
    Path data;

    @Test
    void itIsOneDocumentOfBothServices() throws Exception {
        try (var register = RunningRegister.start(data, "--register.password=open sesame", "--register.sample=false")
                .untilReady()) {
            var text =
                    register.get("/v3/api-docs", as("auditor", "open sesame")).body();
            Files.writeString(DOCUMENT, text);

            var document = FactJson.mapper().readTree(text);
            assertThat(document.get("paths").propertyNames())
                    .contains(
                            "/api/v1/cases/{caseId}/entries", "/api/v1/imports", "/api/v1/statistics", "/api/v1/events")
                    .allMatch(path -> path.startsWith("/api/v1/"));
            assertThat(document.at("/components/schemas").propertyNames())
                    .contains("CaseOpened", "TableAnswer", "Problem");
            assertThat(document.get("tags")).hasSize(9);
            assertThat(register.get("/v3/api-docs", as("auditor", "open sesame"))
                            .body())
                    .as("the same each time")
                    .isEqualTo(text);
            assertThat(register.get("/v3/api-docs.yaml", as("auditor", "open sesame"))
                            .statusCode())
                    .isEqualTo(404);
            assertThat(register.output()).doesNotContain("WARN", "ERROR");
        }
    }
}
