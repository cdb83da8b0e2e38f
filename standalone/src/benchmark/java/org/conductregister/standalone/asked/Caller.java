package org.conductregister.standalone.asked;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.conductregister.entries.FactJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Calls a register over connections that are kept, in the thread of who calls, which costs little beside what is measured. */
final class Caller {

    static final String HANDLER = "handler";

    private final String address;

    /** @param body nothing where the answer was not read */
    record Answer(int status, @Nullable String body) {

        JsonNode json() {
            return FactJson.mapper().readTree(body);
        }
    }

    Caller(String address) {
        this.address = address;
    }

    Answer answer(String user, String path) throws IOException {
        return answerOf(open(user, path));
    }

    int status(String user, String path) throws IOException {
        return answer(user, path).status();
    }

    /** @throws IllegalStateException where the answer is not a 200 */
    JsonNode get(String user, String path) throws IOException {
        return succeeded(path, answer(user, path));
    }

    void send(String user, String method, String path, String json) throws IOException {
        var connection = open(user, path);
        connection.setRequestMethod(method);
        connection.setRequestProperty("Content-Type", "application/json");
        connection.setDoOutput(true);
        connection.getOutputStream().write(json.getBytes(StandardCharsets.UTF_8));
        var unused = succeeded(path, answerOf(connection));
    }

    JsonNode upload(String path, Path entries) throws IOException {
        var connection = open(HANDLER, path);
        connection.setRequestMethod("POST");
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(Files.size(entries));
        try (var body = connection.getOutputStream()) {
            Files.copy(entries, body);
        }
        return succeeded(path, answerOf(connection));
    }

    /** Waits until no view lacks an entry. */
    void awaitViews() throws IOException, InterruptedException {
        while (lag() > 0) {
            Thread.sleep(20); // between two looks, in which views go on
        }
    }

    private long lag() throws IOException {
        long lag = 0;
        for (var view : get("auditor", "/api/v1/projections")) {
            lag += view.get("lag").longValue();
        }
        return lag;
    }

    private HttpURLConnection open(String user, String path) throws IOException {
        var connection = (HttpURLConnection) URI.create(address + path).toURL().openConnection();
        var credentials = user + ":" + AskedRegisterBenchmark.PASSWORD;
        connection.setRequestProperty(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
        connection.setRequestProperty("Accept", "application/json");
        return connection;
    }

    private static Answer answerOf(HttpURLConnection connection) throws IOException {
        int status = connection.getResponseCode();
        try (InputStream body = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer(status, body == null ? null : new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static JsonNode succeeded(String path, Answer answer) {
        if (answer.status() >= 300) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }
}
