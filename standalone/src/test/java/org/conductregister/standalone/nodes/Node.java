package org.conductregister.standalone.nodes;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A service as a process of its own, that can be ended, stopped, cut off and started again. Thread-safe. */
final class Node {

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final String name;
    private final List<String> command;
    private final Path output;
    private final int port;
    private final Relay events;
    private final String password;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Process process;

    private Node(String name, List<String> command, Path output, int port, Relay events, String password)
            throws IOException {
        this.name = name;
        this.command = command;
        this.output = output;
        this.port = port;
        this.events = events;
        this.password = password;
        this.process = launch();
    }

    /**
     * Starts one.
     *
     * @param service {@code command-service} or {@code query-service}
     * @param events by which it reaches PostgreSQL
     * @param settings further settings
     */
    static Node start(String service, String name, Path directory, Relay events, String password, List<String> settings)
            throws IOException {
        int port = freePort();
        var own = Files.createDirectories(directory.resolve(name));
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx400m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar(service).toString(),
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--register.password=" + password,
                "--register.data=" + own,
                "--spring.datasource.hikari.connection-timeout=5000"));
        command.addAll(settings);
        return new Node(name, command, directory.resolve(name + ".log"), port, events, password);
    }

    private Process launch() throws IOException {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    String name() {
        return name;
    }

    Relay events() {
        return events;
    }

    /** Calls it as a program does. */
    HttpResponse<String> call(String method, String user, String path, String contentType, String body)
            throws IOException, InterruptedException {
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .timeout(LONGEST_CALL)
                        .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
                        .header("Content-Type", contentType)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return call("GET", user, path, "application/json", "");
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("analyst", "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** {@code kill -9}. */
    synchronized void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** As a service manager ends it; returns at its end. */
    synchronized void end() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    /** Starts it, where it has ended. */
    synchronized void startAgain() throws IOException {
        if (!process.isAlive()) {
            process = launch();
        }
    }

    /** {@code SIGSTOP}, or {@code SIGCONT}. */
    synchronized void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** As packaged for the service's own image. */
    private static Path jar(String service) throws IOException {
        try (var jars = Files.newDirectoryStream(Path.of("..", service, "target"), "*-exec.jar")) {
            return jars.iterator().next();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it for good. */
    void remove() throws IOException, InterruptedException {
        kill();
        events.close();
    }
}
