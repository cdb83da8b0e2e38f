package org.conductregister.standalone.entries;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** A service as a process of its own, with the options that images start it with. */
final class StartedService implements AutoCloseable {

    private static final String PASSWORD = "entries-benchmark";
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Process process;
    private final int port;

    private StartedService(Path directory, Path jar, List<String> settings) throws IOException, InterruptedException {
        this.port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-XX:+UseG1GC",
                "-jar",
                jar.toString(),
                "--server.address=127.0.0.1",
                "--server.port=" + port,
                "--register.password=" + PASSWORD,
                "--register.data=" + directory.resolve("data")));
        command.addAll(settings);
        this.process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("service.log").toFile())
                .start();
        awaitReady();
    }

    static StartedService standalone(Path directory) throws IOException, InterruptedException {
        return new StartedService(
                directory, Path.of("target", "conduct-register.jar"), List.of("--register.sample=false"));
    }

    static StartedService commandService(Path directory, String database) throws IOException, InterruptedException {
        try (var jars = Files.newDirectoryStream(Path.of("..", "command-service", "target"), "*-exec.jar")) {
            return new StartedService(
                    directory,
                    jars.iterator().next(),
                    List.of(
                            "--spring.datasource.url=" + database,
                            "--register.master-key=" + directory.resolve("master-key.json")));
        }
    }

    EntryClient client() throws IOException {
        var credentials = ("handler:" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return new EntryClient(port, Base64.getEncoder().encodeToString(credentials));
    }

    /** Returns the processor time that the service has taken since it was started. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElseThrow();
    }

    private void awaitReady() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (true) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                process.destroyForcibly();
                throw new IllegalStateException("The service did not start: its log is beside its data");
            }
            try (var client = client()) {
                client.logAnEntry();
                return;
            } catch (IOException e) {
                Thread.sleep(200); // until it listens, and takes entries
            }
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
