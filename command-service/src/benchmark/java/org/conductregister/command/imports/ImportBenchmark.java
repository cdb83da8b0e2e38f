package org.conductregister.command.imports;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.conductregister.command.CommandService;
import org.conductregister.eventstore.EventLog;
import org.springframework.boot.SpringApplication;

/**
 * Measures an import from a file of entries to the last durable one, against {@link PlainRows} of the same entries in the same kind of
 * store, in the same run; and the heap in use after each collection of garbage while the import runs.
 */
final class ImportBenchmark {

    private static final int WARM_UP = 30_000;

    /** Writes the rows of a log once more. */
    @FunctionalInterface
    private interface Plainly {
        Stopwatch write(EventLog log) throws SQLException;
    }

    private ImportBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments in one: the number of entries, and {@code postgresql} where it is not SQLite that is measured
     */
    public static void main(String[] arguments) throws Exception {
        var words = arguments.length == 0 || arguments[0].isBlank() ? new String[] {"300000"} : arguments[0].split(" ");
        var directory = Files.createTempDirectory("import-benchmark");
        var warmUp = directory.resolve("warm-up.ndjson");
        var file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(warmUp, 1, WARM_UP);
        ChicagoLikeEntries.write(file, 2, Integer.parseInt(words[0]));
        if (words.length > 1) {
            measureOnPostgres(directory, warmUp, file);
        } else {
            measureOnSqlite(directory.resolve("warm-up"), warmUp);
            measureOnSqlite(directory.resolve("measured"), file).forEach(System.out::println);
        }
    }

    private static List<String> measureOnSqlite(Path directory, Path file) throws Exception {
        return measure(
                directory,
                url(directory.resolve("imported")),
                file,
                log -> PlainRows.insertInto(url(directory.resolve("inserted")), log));
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath() + ".db";
    }

    private static void measureOnPostgres(Path directory, Path warmUp, Path file) throws Exception {
        try (var postgres = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            for (var name : List.of("warm", "measured")) {
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + name);
                }
                var url = postgres.getJdbcUrl("postgres", name);
                var measured = measure(
                        directory.resolve(name),
                        url,
                        name.equals("warm") ? warmUp : file,
                        log -> PlainRows.copyInto(url, log));
                measured.forEach(line -> System.out.println(name + ": " + line));
            }
        }
    }

    private static List<String> measure(Path directory, String url, Path file, Plainly plainly) throws Exception {
        Files.createDirectories(directory);
        try (var service = SpringApplication.run(
                CommandService.class,
                "--server.port=0",
                "--register.password=secret",
                "--register.data=" + directory,
                "--register.master-key=" + directory.resolve("master-key.json"),
                "--spring.datasource.url=" + url)) {
            var heap = new HeapAfterCollections();
            var importing = Stopwatch.start();
            var imports = service.getBean(Imports.class);
            var progress = CompletedImport.of(imports, file);
            importing.stop(progress.read());
            var peaks = heap.peaks();
            var plain = plainly.write(service.getBean(EventLog.class));
            return List.of(
                    "plain rows: " + plain,
                    "import:     " + importing + ", refused " + progress.refused() + ", repeated "
                            + progress.repeated(),
                    String.format(
                            Locale.ROOT,
                            "ratio: %.2f of the time, %.2f of the processor time",
                            importing.rate() / plain.rate(),
                            importing.rateOfProcessor() / plain.rateOfProcessor()),
                    "heap in use after collections, highest in each tenth of them, in MiB: " + peaks);
        }
    }
}
