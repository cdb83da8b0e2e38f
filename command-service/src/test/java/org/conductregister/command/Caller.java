package org.conductregister.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.conductregister.eventstore.EventLog;
import org.jspecify.annotations.Nullable;

/** Somebody who calls the service over HTTP. */
public final class Caller {

    static final String PASSWORD = "open sesame";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final int port;
    private final EventLog log;
    private final @Nullable String user;
    private final String password;
    private final List<String> headers;
    private final boolean refused;

    public Caller(int port, EventLog log) {
        this(port, log, null, PASSWORD, List.of(), false);
    }

    private Caller(
            int port, EventLog log, @Nullable String user, String password, List<String> headers, boolean refused) {
        this.port = port;
        this.log = log;
        this.user = user;
        this.password = password;
        this.headers = headers;
        this.refused = refused;
    }

    public Caller as(String user) {
        return as(user, PASSWORD);
    }

    /** A user with a password of their own. */
    public Caller as(String user, String password) {
        return new Caller(port, log, user, password, headers, refused);
    }

    public Caller with(String header, String value) {
        var more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Caller(port, log, user, password, more, refused);
    }

    /** The next calls must be refused: each is answered with a problem document, and nothing is recorded. */
    public Caller refused() {
        return new Caller(port, log, user, password, headers, true);
    }

    public Answer get(String path) {
        return send(path, request -> request.GET());
    }

    public Answer post(String path, String json) {
        return post(path, "application/json", BodyPublishers.ofString(json));
    }

    public Answer post(String path, String contentType, BodyPublisher body) {
        return send(path, request -> request.header("Content-Type", contentType).POST(body));
    }

    public Answer post(String path) {
        return send(path, request -> request.POST(BodyPublishers.noBody()));
    }

    public Answer put(String path, String json) {
        return send(
                path,
                request -> request.header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Answer delete(String path) {
        return send(path, HttpRequest.Builder::DELETE);
    }

    /** On a case. */
    public Answer log(String caseId, String json) {
        return post("/api/v1/cases/" + caseId + "/entries", json);
    }

    private interface Form {
        HttpRequest.Builder of(HttpRequest.Builder request);
    }

    private Answer send(String path, Form form) {
        var request = form.of(request(path)).build();
        return refused ? refusal(request) : answer(request);
    }

    private Answer refusal(HttpRequest request) {
        long before = log.lastPosition();
        var answer = answer(request);
        assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        assertThat(answer.contentType()).isEqualTo("application/problem+json");
        assertThat(log.lastPosition()).as("last position").isEqualTo(before);
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofMinutes(2));
        if (user != null) {
            request.header("Authorization", authorization(user, password));
        }
        if (!headers.isEmpty()) {
            request.headers(headers.toArray(String[]::new));
        }
        return request;
    }

    /** The header of HTTP Basic. */
    public static String authorization(String user) {
        return authorization(user, PASSWORD);
    }

    private static String authorization(String user, String password) {
        var token = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(token);
    }

    private static Answer answer(HttpRequest request) {
        try {
            return Answer.of(HTTP.send(request, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }
}
