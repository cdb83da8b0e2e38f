package org.conductregister.standalone.nodes.postgres;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server in a directory of its own. */
final class PostgresServer {

    private static final Duration TO_START = Duration.ofMinutes(1);

    private final PostgresPrograms programs;
    private final Path directory;
    private final Path output;
    private final int port;

    /** @param within a directory that the programs may write to */
    PostgresServer(PostgresPrograms programs, Path within, String name) throws IOException {
        this.programs = programs;
        this.directory = within.resolve(name);
        this.output = within.resolve(name + ".log");
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    DataSource database() {
        var database = new PGSimpleDataSource();
        database.setServerNames(new String[] {"127.0.0.1"});
        database.setPortNumbers(new int[] {port});
        database.setDatabaseName("postgres");
        database.setUser(PostgresPrograms.USER);
        return database;
    }

    /** Makes an empty database and starts it. */
    void create() throws IOException, InterruptedException {
        programs.run(
                output, "initdb", "-D", directory.toString(), "-U", PostgresPrograms.USER, "-A", "trust", "-E", "UTF8");
        start();
    }

    /** Starts it, and returns once it answers. */
    void start() throws IOException, InterruptedException {
        var options = "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=on".formatted(port);
        programs.run(
                output, "pg_ctl", "-D", directory.toString(), "-w", "-l", output + ".server", "-o", options, "start");
    }

    /** {@code kill -9}, which its other processes end upon by themselves. */
    void kill() throws IOException {
        var pid = Files.readAllLines(directory.resolve("postmaster.pid")).getFirst();
        var main = ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        var all = Stream.concat(Stream.of(main), main.children()).toList();
        main.destroyForcibly();
        await("the end of PostgreSQL, see " + output)
                .atMost(TO_START)
                .until(() -> all.stream().noneMatch(ProcessHandle::isAlive));
    }

    void promote() throws IOException, InterruptedException {
        programs.run(output, "pg_ctl", "-D", directory.toString(), "-w", "promote");
    }

    /** Makes it anew, as the standby of another, and starts it. */
    void createAsStandbyOf(PostgresServer primary, String applicationName) throws IOException, InterruptedException {
        FileSystemUtils.deleteRecursively(directory);
        var from = "host=127.0.0.1 port=%d user=%s application_name=%s"
                .formatted(primary.port, PostgresPrograms.USER, applicationName);
        programs.run(output, "pg_basebackup", "-D", directory.toString(), "-R", "-c", "fast", "-d", from);
        start();
    }

    void stop() throws IOException, InterruptedException {
        programs.succeeds(output, "pg_ctl", "-D", directory.toString(), "-m", "immediate", "stop");
    }
}
