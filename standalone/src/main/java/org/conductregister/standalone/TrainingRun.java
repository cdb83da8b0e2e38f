package org.conductregister.standalone;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.conductregister.entries.FactJson;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Uses the register as people do and ends it, while the JVM records which classes that takes, and how the methods were used that
 * were called often: see {@link Installation}. What is called often here is compiled soon where the register is started in earnest.
 */
@Component
@ConditionalOnProperty("register.training")
class TrainingRun {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final String AN_ENTRY = """
            {"type": "CaseOpened", "occurredOn": "2024-01-08", "force": "KENT", "kind": "CONDUCT", "source": "POLICE"}""";

    private static final List<String> OF_ANALYSTS = List.of(
            "/",
            "/api/v1/statistics?unit=allegations&groupBy=status&force=LANCASHIRE&asAt=2018-06-02",
            "/api/v1/statistics/series?unit=cases&from=2018-01-01&to=2018-12-31&step=MONTH",
            "/v3/api-docs");
    private static final List<String> OFTEN_ASKED = List.of(
            "/api/v1/statistics?unit=cases&groupBy=status&asAt=%s",
            "/api/v1/statistics?unit=allegations&groupBy=category,status&asAt=%s",
            "/api/v1/statistics?unit=officers&groupBy=result&asAt=%s",
            "/api/v1/statistics?unit=allegations&groupBy=result&asAt=%1$s&knownAt=%1$sT12:00:00Z",
            "/api/v1/statistics/series?unit=cases&groupBy=status&from=2012-01-01&to=%s&step=MONTH");
    private static final LocalDate FIRST_DAY_ASKED = LocalDate.of(2016, 1, 1);
    private static final int DAYS_ASKED = 150;
    private static final int CASES_LOGGED = 150;
    private static final int CASES_IMPORTED = 3000;
    private static final String AN_IMPORTED_CASE = """
            {"type": "CaseOpened", "caseId": "TRAINED-%1$d", "occurredOn": "2024-01-08", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}
            {"type": "AllegationReported", "caseId": "TRAINED-%1$d", "occurredOn": "2024-01-09", "allegationId": "A1", "category": "NEGLECT_OF_DUTY"}
            {"type": "AllegationClosed", "caseId": "TRAINED-%1$d", "occurredOn": "2024-02-01", "allegationId": "A1", "finding": "NOT_UPHELD"}
            {"type": "CaseClosed", "caseId": "TRAINED-%1$d", "occurredOn": "2024-02-02"}
            """;
    private static final List<String> OF_AUDITORS =
            List.of("/audit", "/cases/TRAINING-1", "/api/v1/cases/TRAINING-1", "/api/v1/events?limit=10");
    private static final List<String> OF_HANDLERS =
            List.of("/worklist", "/cases", "/officers", "/api/v1/cases/TRAINING-1/allowed-entries");

    private static final Set<String> STATES_OF_GOING_ON = Set.of("QUEUED", "RUNNING");
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(Redirect.NORMAL).build();
    private final String password;

    TrainingRun(@Value("${register.password}") String password) {
        this.password = password;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) throws IOException, InterruptedException {
        if (event.getApplicationContext() instanceof WebServerApplicationContext server
                && server.getWebServer() != null) {
            use(URI.create("http://localhost:" + server.getWebServer().getPort()));
            Thread.ofPlatform()
                    .name("training-end")
                    .start(() -> System.exit(SpringApplication.exit(event.getApplicationContext())));
        }
    }

    private void use(URI register) throws IOException, InterruptedException {
        send(register, "/api/v1/cases/TRAINING-1/entries", "handler", TrainingRun::postAnEntry);
        for (String path : OF_HANDLERS) {
            send(register, path, "handler", HttpRequest.Builder::GET);
        }
        for (String path : OF_AUDITORS) {
            send(register, path, "auditor", HttpRequest.Builder::GET);
        }
        for (String path : OF_ANALYSTS) {
            send(register, path, "analyst", HttpRequest.Builder::GET);
        }
        logOften(register);
        importMany(register);
        askOften(register);
    }

    private void logOften(URI register) throws IOException, InterruptedException {
        for (int i = 0; i < CASES_LOGGED; i++) {
            send(register, "/api/v1/cases/TRAINING-AGAIN-" + i + "/entries", "handler", TrainingRun::postAnEntry);
        }
    }

    private void importMany(URI register) throws IOException, InterruptedException {
        var lines = IntStream.range(0, CASES_IMPORTED)
                .mapToObj(AN_IMPORTED_CASE::formatted)
                .collect(joining());
        var started = send(
                register,
                "/api/v1/imports",
                "handler",
                request ->
                        request.header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
        var progress = "/api/v1/imports/" + read(started, "importId");
        while (STATES_OF_GOING_ON.contains(
                read(send(register, progress, "handler", HttpRequest.Builder::GET), "state"))) {
            Thread.sleep(BETWEEN_LOOKS);
        }
    }

    private void askOften(URI register) throws IOException, InterruptedException {
        for (int i = 0; i < DAYS_ASKED; i++) {
            for (String path : OFTEN_ASKED) {
                send(register, path.formatted(FIRST_DAY_ASKED.plusWeeks(i)), "analyst", HttpRequest.Builder::GET);
            }
        }
    }

    private static String read(HttpResponse<String> answer, String field) {
        return FactJson.mapper().readTree(answer.body()).get(field).stringValue();
    }

    private static HttpRequest.Builder postAnEntry(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(AN_ENTRY));
    }

    private HttpResponse<String> send(URI register, String path, String user, UnaryOperator<HttpRequest.Builder> what)
            throws IOException, InterruptedException {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(register.resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        var answer = untilThere(what.apply(request).build());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("%s was answered with %d".formatted(path, answer.statusCode()));
        }
        return answer;
    }

    /** On a slow machine the views take a while to come so far, and the register says when to come back. */
    private HttpResponse<String> untilThere(HttpRequest request) throws IOException, InterruptedException {
        long began = System.nanoTime();
        var answer = http.send(request, BodyHandlers.ofString());
        while (answer.statusCode() == HttpStatus.SERVICE_UNAVAILABLE.value()
                && System.nanoTime() - began < LONGEST.toNanos()) {
            Thread.sleep(Duration.ofSeconds(
                    answer.headers().firstValueAsLong(HttpHeaders.RETRY_AFTER).orElse(1)));
            answer = http.send(request, BodyHandlers.ofString());
        }
        return answer;
    }
}
