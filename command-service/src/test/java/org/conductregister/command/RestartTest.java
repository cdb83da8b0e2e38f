package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir
    Path directory;

    @Test
    void whatWasRecordedIsThereAfterARestartAndRepetitionsAreAnsweredAsBefore() {
        var opened = """
                {"entryId": "%s", "type": "CaseOpened", "occurredOn": "2020-01-06", "force": "NEWPORT", "kind": "CONDUCT", "source": "POLICE"}""".formatted(UUID.randomUUID());
        Answer first;
        try (var service = RunningService.in(directory)) {
            service.as("admin")
                    .put("/api/v1/code-lists/forces", "[{\"code\": \"NEWPORT\", \"label\": \"Newport\"}]")
                    .is(200);
            first = service.as("handler").log("C1", opened).is(201);
        }
        try (var service = RunningService.in(directory)) {
            assertThat(service.as("handler").get("/api/v1/code-lists").text())
                    .contains("{\"code\":\"NEWPORT\",\"label\":\"Newport\"}");

            var second = service.as("handler").log("C1", opened).is(201);

            assertThat(second.json()).isEqualTo(first.json());
            assertThat(second.etag()).contains("\"1\"");
            assertThat(service.log().lastPosition()).isEqualTo(1);
            service.as("handler")
                    .refused()
                    .log("C1", opened.replace("01-06", "01-07"))
                    .isProblem(409, "ENTRY_ID_TAKEN", " ENTRY_ID_TAKEN");
        }
    }
}
