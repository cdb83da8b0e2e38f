package org.conductregister.standalone.load;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** Calls a register over HTTP/1.1 with names and passwords, from any number of threads. */
final class HttpCaller {

    private static final String OPENED = """
            {"type": "CaseOpened", "occurredOn": "2022-01-01", "force": "KENT", "kind": "COMPLAINT", "source": "PUBLIC"}""";

    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String address;
    private final String password;

    HttpCaller(int port, String password) {
        this.address = "http://localhost:" + port;
        this.password = password;
    }

    /** Waits until counts can be asked for. */
    void awaitCounts() {
        await().atMost(LONGEST).until(() -> get("handler", "/actuator/health").statusCode() == 200);
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return send(request(path, user, password).GET());
    }

    /** Logs the opening of a case, as a handler. */
    HttpResponse<String> open(String caseId) throws IOException, InterruptedException {
        return post("handler", "/api/v1/cases/" + caseId + "/entries", OPENED, Map.of());
    }

    HttpResponse<String> post(String user, String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        var request = request(path, user, password).header("Content-Type", "application/json");
        headers.forEach(request::header);
        return send(request.POST(BodyPublishers.ofString(json)));
    }

    /** Reads with another password than the one that all users have. */
    HttpResponse<String> guess(String user, String guessed, String path) throws IOException, InterruptedException {
        return send(request(path, user, guessed).GET());
    }

    private HttpRequest.Builder request(String path, String user, String credential) {
        var credentials = (user + ":" + credential).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(address + path))
                .timeout(LONGEST)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
