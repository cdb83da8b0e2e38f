package org.conductregister.command.entries;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.conductregister.command.CommandService;
import org.conductregister.entries.FactJson;
import org.conductregister.eventstore.EventLog;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@SpringBootTest(
        classes = CommandService.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"register.password=secret", "spring.datasource.url=jdbc:h2:mem:entries;DB_CLOSE_DELAY=-1"})
class EntriesOverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    EventLog log;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void logsEntriesAndSaysWhereTheyWereRecorded() throws Exception {
        var answer = post("/api/v1/cases/C1/entries", """
                [{"type": "CaseOpened", "occurredOn": "2020-01-06", "force": "LANCASHIRE", "kind": "COMPLAINT", "source": "PUBLIC"},
                 {"type": "AllegationReported", "occurredOn": "2020-01-06", "allegationId": "A1", "category": "OTHER"}]""");

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.headers().firstValue("ETag")).contains("\"2\"");
        assertThat(json(answer)).hasSize(2);
        assertThat(json(answer).get(1).get("position").longValue())
                .isEqualTo(json(answer).get(0).get("position").longValue() + 1);
    }

    @Test
    void refusesWhatARuleForbidsAndRecordsNothing() throws Exception {
        var before = log.lastPosition();
        var answer = post("/api/v1/cases/NEVER/entries", """
                {"type": "CaseClosed", "occurredOn": "2020-01-06"}""");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(json(answer).get("code").stringValue()).isEqualTo("CASE_NOT_OPENED");
        assertThat(log.lastPosition()).isEqualTo(before);
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder().encodeToString("handler:secret".getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return FactJson.mapper().readTree(answer.body());
    }
}
