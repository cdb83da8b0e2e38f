package org.conductregister.apiclient;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.conductregister.client.ApiClient;

/** The standalone edition in a process of its own, empty, and clients of its API. */
final class Register implements AutoCloseable {

    private static final Path JAR = Path.of(System.getProperty("register.jar"));
    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");
    private static final Duration START = Duration.ofMinutes(5);
    private static final String PASSWORD = "open sesame";

    private final Process process;
    private final Path output;

    private Register(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** @return once it is ready */
    static Register start(Path directory) throws IOException {
        Path output = directory.resolve("register.log");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-jar",
                        JAR.toString(),
                        "--server.port=0",
                        "--register.data=" + directory.resolve("data"),
                        "--register.sample=false",
                        "--register.password=" + PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        Register register = new Register(process, output);
        await().atMost(START).until(() -> !process.isAlive() || register.isReady());
        if (!process.isAlive()) {
            throw new AssertionError("It ended before it was ready:\n" + register.output());
        }
        return register;
    }

    /** A client of one of the users that the standalone edition has. */
    ApiClient client(String user) {
        ApiClient client = new ApiClient();
        client.setBasePath(address());
        client.setUsername(user);
        client.setPassword(PASSWORD);
        return client;
    }

    /** The API document as it serves it now. */
    String document() throws IOException, InterruptedException {
        String credentials = "auditor:" + PASSWORD;
        HttpRequest request = HttpRequest.newBuilder(URI.create(address() + "/v3/api-docs"))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private boolean isReady() {
        return READY.matcher(output()).find();
    }

    private String address() {
        var ready = READY.matcher(output());
        if (!ready.find()) {
            throw new AssertionError("It is not ready:\n" + output());
        }
        return ready.group(1);
    }

    private String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
