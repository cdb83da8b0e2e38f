package org.conductregister.command.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.conductregister.command.CommandService;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.stored.StoredEvent;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Measures an import from a file of entries to the last durable one, against plain JDBC batches of the same rows into the
 * same table in another file of SQLite of the same directory, in the same run; and the heap in use after each collection of
 * garbage while the import runs. The argument is the number of entries.
 */
final class ImportBenchmark {

    private static final int WARM_UP = 30_000;
    private static final String INSERT = """
        INSERT INTO DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
            sequenceNumber, payloadType, payloadRevision, payload, metaData, checksum)
        VALUES (?, ?, unhex(?), ?, ?, ?, ?, ?, ?, ?, 0)\
        """;

    private ImportBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        int entries = arguments.length == 0 ? 300_000 : Integer.parseInt(arguments[0]);
        var directory = Files.createTempDirectory("import-benchmark");
        var warmUp = directory.resolve("warm-up.ndjson");
        var file = directory.resolve("entries.ndjson");
        ChicagoLikeEntries.write(warmUp, 1, WARM_UP);
        ChicagoLikeEntries.write(file, 2, entries);

        measure(directory.resolve("warm-up"), warmUp);
        var measured = measure(directory, file);
        measured.forEach(System.out::println);
    }

    private static List<String> measure(Path directory, Path file) throws Exception {
        Files.createDirectories(directory);
        try (var service = SpringApplication.run(
                CommandService.class,
                "--server.port=0",
                "--register.password=secret",
                "--register.data=" + directory,
                "--spring.datasource.url=" + url(directory.resolve("imported")))) {
            var heap = new HeapAfterCollections();
            var importing = Stopwatch.start();
            var imports = service.getBean(Imports.class);
            var progress = CompletedImport.of(imports, file);
            importing.stop(progress.read());
            var peaks = heap.peaks();
            var inserting = insertPlainly(directory, service.getBean(EventLog.class));
            return List.of(
                    "plain JDBC batches: " + inserting,
                    "import:             " + importing + ", refused " + progress.refused() + ", repeated "
                            + progress.repeated(),
                    String.format(
                            Locale.ROOT,
                            "ratio: %.2f of the time, %.2f of the processor time",
                            importing.rate() / inserting.rate(),
                            importing.rateOfProcessor() / inserting.rateOfProcessor()),
                    "heap in use after collections, highest in each tenth of them, in MiB: " + peaks);
        }
    }

    private static String url(Path file) {
        return "jdbc:sqlite:" + file.toAbsolutePath() + ".db";
    }

    /** Reads a batch of what was imported, off the clock, and inserts it elsewhere, on the clock. */
    private static Stopwatch insertPlainly(Path directory, EventLog log) throws SQLException, IOException {
        var url = url(directory.resolve("inserted"));
        EventTable.createIn(new DriverManagerDataSource(url));
        var watch = Stopwatch.paused();
        try (var connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(INSERT)) {
                long last = log.lastPosition();
                for (long from = 1; from <= last; from += Batch.MAX_LINES) {
                    var rows = log.from(from, Batch.MAX_LINES).toList();
                    watch.resume();
                    insert(connection, insert, rows);
                    watch.pause();
                }
                watch.stop(last);
            }
        }
        return watch;
    }

    private static void insert(Connection connection, PreparedStatement insert, List<StoredEvent> rows)
            throws SQLException {
        for (var row : rows) {
            insert.setLong(1, row.position());
            insert.setLong(2, row.recordedAt().toEpochMilli() * 1_000);
            insert.setString(3, row.entryId().replace("-", ""));
            insert.setString(4, row.aggregateType());
            insert.setString(5, row.aggregateIdentifier());
            insert.setLong(6, row.sequence());
            insert.setString(7, row.type().name());
            insert.setString(8, row.type().revision());
            insert.setString(9, row.payload());
            insert.setString(10, row.metadata());
            insert.addBatch();
        }
        insert.executeBatch();
        connection.commit();
    }
}
