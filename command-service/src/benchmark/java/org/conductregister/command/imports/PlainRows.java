package org.conductregister.command.imports;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.conductregister.command.imports.rows.Batch;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.EventTable;
import org.conductregister.eventstore.stored.StoredEvent;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The rows of a log, written once more into a table like it, in the quickest way that its kind of store has: in SQLite by batches of JDBC, in
 * PostgreSQL by COPY. They are read, and put into the form that the store takes, off the clock.
 */
final class PlainRows {

    private static final String INSERT = """
        INSERT INTO DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
            sequenceNumber, payloadType, payloadRevision, payload, metaData, checksum)
        VALUES (?, ?, unhex(?), ?, ?, ?, ?, ?, ?, ?, 0)\
        """;

    private static final String COPY = """
        COPY plain.DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
            sequenceNumber, payloadType, payloadRevision, payload, metaData, salt) FROM STDIN\
        """;

    private PlainRows() {}

    /** Inserts them into a file of SQLite. */
    static Stopwatch insertInto(String url, EventLog log) throws SQLException {
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
            insert.setLong(2, micros(row));
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

    /** Copies them into another schema of the same PostgreSQL, into a table with the same indexes; each batch is committed. */
    static Stopwatch copyInto(String url, EventLog log) throws SQLException {
        var watch = Stopwatch.paused();
        try (var connection = DriverManager.getConnection(url)) {
            try (var statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA plain");
                statement.execute("CREATE TABLE plain.DomainEventEntry (LIKE DomainEventEntry INCLUDING ALL)");
            }
            var copies = connection.unwrap(PGConnection.class).getCopyAPI();
            long last = log.lastPosition();
            for (long from = 1; from <= last; from += Batch.MAX_LINES) {
                var lines = lines(log.from(from, Batch.MAX_LINES));
                watch.resume();
                var copy = copies.copyIn(COPY);
                copy.writeToCopy(lines, 0, lines.length);
                copy.endCopy();
                watch.pause();
            }
            watch.stop(last);
        }
        return watch;
    }

    private static byte[] lines(Stream<StoredEvent> rows) {
        return rows.map(row -> Stream.of(
                                row.position(),
                                micros(row),
                                row.entryId(),
                                row.aggregateType(),
                                row.aggregateIdentifier(),
                                row.sequence(),
                                row.type().name(),
                                row.type().revision(),
                                row.payload(),
                                row.metadata(),
                                "\\x000102030405060708090a0b0c0d0e0f")
                        .map(value -> value.toString().replace("\\", "\\\\").replace("\t", "\\t"))
                        .collect(Collectors.joining("\t", "", "\n")))
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static long micros(StoredEvent row) {
        return row.recordedAt().toEpochMilli() * 1_000;
    }
}
