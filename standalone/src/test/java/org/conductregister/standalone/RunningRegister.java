package org.conductregister.standalone;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The real thing as people start it, in a process of its own: as the build has installed it, or else from the jar. */
public final class RunningRegister implements AutoCloseable {

    /** Starts sooner, which is most of what these tests do. */
    private static final String WITHOUT_SECOND_JIT = "-XX:TieredStopAtLevel=1";

    private static final Pattern READY = Pattern.compile("ready at (http://localhost:\\d+)");
    private static final Pattern PASSWORD = Pattern.compile("with the password in (.+)");
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final Path output;

    private RunningRegister(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Started on a free port, unless an option names one, and not waited for. */
    public static RunningRegister start(Path data, String... options) throws IOException {
        return start(WITHOUT_SECOND_JIT, data, options);
    }

    /** As people start it, with all that makes it fast once it has run for a while. */
    public static RunningRegister startFully(Path data, String... options) throws IOException {
        return start("", data, options);
    }

    /** With more options for the JVM. */
    static RunningRegister startWith(String jvmOptions, Path data) throws IOException {
        return start(WITHOUT_SECOND_JIT + " " + jvmOptions, data);
    }

    private static RunningRegister start(String jvmOptions, Path data, String... options) throws IOException {
        boolean hasPort = Arrays.stream(options).anyMatch(option -> option.startsWith("--server.port="));
        Stream<String> port = hasPort ? Stream.empty() : Stream.of("--server.port=0");
        Stream<String> arguments = Stream.of(port, Stream.of("--register.data=" + data), Arrays.stream(options))
                .flatMap(part -> part);
        Path output = Files.createTempFile("conduct-register", ".log");
        var process = new ProcessBuilder(Stream.concat(InstalledProgram.command().stream(), arguments)
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        process.environment().put("JDK_JAVA_OPTIONS", jvmOptions);
        return new RunningRegister(process.start(), output);
    }

    public RunningRegister untilReady() {
        await().atMost(START).until(() -> !process.isAlive() || found(READY) != null);
        if (!process.isAlive()) {
            throw new AssertionError("It ended before it was ready:\n" + output());
        }
        return this;
    }

    /** Where it listens. */
    public String address() {
        return found(READY);
    }

    public long pid() {
        return process.pid();
    }

    /** The password made at the first start, from the file that the register names. */
    String password() throws IOException {
        return Files.readString(Path.of(found(PASSWORD))).strip();
    }

    HttpResponse<String> get(String path, UnaryOperator<HttpRequest.Builder> with) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(found(READY) + path));
        return http.send(with.apply(request).build(), BodyHandlers.ofString());
    }

    static UnaryOperator<HttpRequest.Builder> as(String user, String password) {
        String credentials = user + ":" + password;
        return request -> request.header(
                "Authorization",
                "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    /** Returns the exit code of a process that ends by itself. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(START.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It still runs:\n" + output());
        }
        return process.exitValue();
    }

    public Api api(String password) {
        return new Api(found(READY), password);
    }

    /** Ends it as a power cut does, and waits until it has. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It cannot be killed");
        }
    }

    /** Asks it to stop, as a terminal or an operating system does. */
    void askToStop() {
        process.destroy();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        askToStop();
        if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("It does not stop:\n" + output());
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(output());
        return matcher.find() ? matcher.group(1) : null;
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.delete(output);
    }
}
