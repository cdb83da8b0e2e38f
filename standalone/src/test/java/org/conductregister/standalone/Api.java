package org.conductregister.standalone;

import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** Calls a register as another program would. */
public final class Api {

    /** For how long a program waits that is told to try again. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String password;

    Api(String base, String password) {
        this.base = base;
        this.password = password;
    }

    String address() {
        return base;
    }

    /** Returns the answer to a read, which must succeed, at once or once the views have caught up. */
    public JsonNode get(String user, String path) throws IOException, InterruptedException {
        return FactJson.mapper().readTree(text(user, path));
    }

    /** Returns the answer to a read a line at a time. */
    public List<JsonNode> lines(String user, String path) throws IOException, InterruptedException {
        return text(user, path)
                .lines()
                .map(line -> FactJson.mapper().readTree(line))
                .toList();
    }

    private String text(String user, String path) throws IOException, InterruptedException {
        var read = request(user, path).GET().build();
        var answer = await().atMost(LONGEST)
                .until(
                        () -> http.send(read, BodyHandlers.ofString()),
                        received -> received.statusCode() != 503
                                || received.headers().firstValue("Retry-After").isEmpty());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    public HttpResponse<String> post(String user, String path, String json) throws IOException, InterruptedException {
        var request = request(user, path).header("Content-Type", "application/json");
        return http.send(request.POST(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    /** Posts a body of any type. */
    HttpResponse<String> send(String user, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = request(user, path).header("Content-Type", type);
        return http.send(request.POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    /** Returns the answer to a read as it comes. */
    public HttpResponse<String> download(String user, String path) throws IOException, InterruptedException {
        return http.send(request(user, path).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> delete(String user, String path) throws IOException, InterruptedException {
        return http.send(request(user, path).DELETE().build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> put(String user, String path, String json) throws IOException, InterruptedException {
        var request = request(user, path).header("Content-Type", "application/json");
        return http.send(request.PUT(BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    }

    public HttpResponse<String> sendCsv(String user, String path, String sheet)
            throws IOException, InterruptedException {
        var request = request(user, path).header("Content-Type", "text/csv");
        return http.send(request.POST(BodyPublishers.ofString(sheet)).build(), BodyHandlers.ofString());
    }

    /** A page as a browser is given it; there must be one. */
    String page(String user, String path) throws IOException, InterruptedException {
        var request = request(user, path).header("Accept", "text/html");
        var answer = http.send(request.GET().build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as("%s: %s", path, answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Starts an import of NDJSON. */
    String upload(String user, String entries) throws IOException, InterruptedException {
        var request = request(user, "/api/v1/imports").header("Content-Type", "application/x-ndjson");
        var answer = http.send(request.POST(BodyPublishers.ofString(entries)).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return FactJson.mapper().readTree(answer.body()).get("importId").stringValue();
    }

    /** Whether it says that counts can be asked for. */
    boolean isUp() throws InterruptedException {
        try {
            var health = HttpRequest.newBuilder(URI.create(base + "/actuator/health"));
            return http.send(health.build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private HttpRequest.Builder request(String user, String path) {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
    }
}
