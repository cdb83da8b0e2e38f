package org.conductregister.standalone.provider;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.conductregister.entries.FactJson;
import tools.jackson.databind.JsonNode;

/** Calls a register with bearer tokens. */
public final class TokenCaller {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;

    public TokenCaller(String base) {
        this.base = base;
    }

    /** Reads. */
    public HttpResponse<String> get(String token, String path) throws IOException, InterruptedException {
        return http.send(request(token, path).GET().build(), BodyHandlers.ofString());
    }

    /** Posts a body of a type. */
    public HttpResponse<String> post(String token, String path, String type, String body)
            throws IOException, InterruptedException {
        var request = request(token, path).header("Content-Type", type).POST(BodyPublishers.ofString(body));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** Sends a logout token, as a provider does. */
    public HttpResponse<String> signOut(String token) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base + "/sign-out/from-provider"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("logout_token=" + token));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** The body of an answer. */
    public static JsonNode json(HttpResponse<String> answer) {
        return FactJson.mapper().readTree(answer.body());
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }
}
