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
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A service as a process of its own, that can be ended, stopped, cut off and started again. Thread-safe. */
final class Node {

    /** Options of the JVM, such that several nodes start soon on a small machine. */
    private static final List<String> JVM =
            List.of(System.getProperty("register.nodes.jvm", "-Xmx400m -XX:+UseSerialGC -XX:TieredStopAtLevel=1")
                    .split(" "));

    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final String name;
    private final List<String> settings;
    private final Path output;
    private final int port;
    private final List<Relay> events;
    private final Path clockOffset;
    private final Path clockAgent;
    private final String credentials;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Path jar;
    private Process process;

    /**
     * Starts one.
     *
     * @param jar of the service, as packaged for its image
     * @param events the ways to PostgreSQL, one to each of its servers
     * @param password of the users that it takes
     * @param settings further settings
     */
    Node(String name, Path jar, Path directory, List<Relay> events, String password, List<String> settings)
            throws IOException {
        this.name = name;
        this.jar = jar;
        this.port = freePort();
        this.events = events;
        this.credentials = password;
        this.output = directory.resolve(name + ".log");
        this.clockOffset = directory.resolve(name + ".clock");
        this.clockAgent = WrongClock.agent(directory);
        setClockAhead(0);
        this.settings = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--register.password=" + password,
                "--register.data=" + Files.createDirectories(directory.resolve(name)),
                "--spring.datasource.hikari.connection-timeout=5000"));
        this.settings.addAll(settings);
        this.process = launch();
    }

    private Process launch() throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-javaagent:%s=%s".formatted(clockAgent, clockOffset),
                "-jar",
                jar.toString()));
        command.addAll(1, JVM);
        command.addAll(settings);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
                .start();
    }

    String name() {
        return name;
    }

    /** Calls it as a program does. */
    HttpResponse<String> call(Call call) throws IOException, InterruptedException {
        var basic = (call.user() + ":" + credentials).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + call.path()))
                .timeout(LONGEST_CALL)
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(basic))
                .header("Content-Type", call.contentType())
                .method(call.method(), HttpRequest.BodyPublishers.ofString(call.body()));
        call.version().ifPresent(version -> request.header("If-Match", version));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String user, String path) throws IOException, InterruptedException {
        return call(Call.get(user, path));
    }

    boolean isReady() throws InterruptedException {
        try {
            return get("analyst", "/actuator/health/readiness").statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether it can reach PostgreSQL; where it cannot, nothing is closed, as with a cable that is pulled out. */
    void cutOff(boolean now) {
        events.forEach(relay -> relay.cut(now));
    }

    /** Sets the clock of its machine wrong, or right (0). */
    void setClockAhead(int seconds) throws IOException {
        var next = Files.writeString(Path.of(clockOffset + ".next"), Integer.toString(seconds));
        Files.move(next, clockOffset, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** {@code kill -9}. */
    synchronized void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Ends it as a service manager does ({@code SIGTERM}); returns at its end. */
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

    /** Has it be of another version from its next start on. */
    synchronized void use(Path otherJar) {
        jar = otherJar;
    }

    /** {@code SIGSTOP}, or {@code SIGCONT}. */
    synchronized void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Ends it for good. */
    void remove() throws IOException, InterruptedException {
        kill();
        for (var relay : events) {
            relay.close();
        }
    }
}
