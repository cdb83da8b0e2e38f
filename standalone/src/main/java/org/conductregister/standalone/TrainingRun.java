package org.conductregister.standalone;

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
import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Uses the register once as people do and ends it, while the JVM records which classes that takes: see {@link Installation}. */
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
    private static final List<String> OF_AUDITORS =
            List.of("/audit", "/cases/TRAINING-1", "/api/v1/cases/TRAINING-1", "/api/v1/events?limit=10");
    private static final List<String> OF_HANDLERS =
            List.of("/worklist", "/cases", "/officers", "/api/v1/cases/TRAINING-1/allowed-entries");

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
        send(
                register,
                "/api/v1/cases/TRAINING-1/entries",
                "handler",
                request -> request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(AN_ENTRY)));
        for (String path : OF_HANDLERS) {
            send(register, path, "handler", HttpRequest.Builder::GET);
        }
        for (String path : OF_AUDITORS) {
            send(register, path, "auditor", HttpRequest.Builder::GET);
        }
        for (String path : OF_ANALYSTS) {
            send(register, path, "analyst", HttpRequest.Builder::GET);
        }
    }

    private void send(URI register, String path, String user, UnaryOperator<HttpRequest.Builder> what)
            throws IOException, InterruptedException {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(register.resolve(path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        var answer = untilThere(what.apply(request).build());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException("%s was answered with %d".formatted(path, answer.statusCode()));
        }
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
