package org.conductregister.web.accesslog;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.conductregister.eventstore.database.Transactions;
import org.conductregister.integrity.LogSealer;
import org.conductregister.integrity.moving.LogRefusedException;
import org.conductregister.integrity.moving.SealedLines;
import org.conductregister.integrity.moving.SealedLinesWriter;
import org.conductregister.tlog.VerifierKey;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Moves the access log, as a record of its own beside the log: into a file whose digest is signed, and from one into a register in
 * front of what that has kept itself. Entries have the columns of the table, whatever these are. Thread-safe.
 */
public final class AccessLogMoves {

    private static final String FORMAT = "conduct-register-access-1";
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);
    private static final int PAGE = 1_000;
    private static final int BATCH = 500;

    private final AccessStore store;
    private final AccessLog log;

    AccessLogMoves(AccessStore store, AccessLog log) {
        this.store = store;
        this.log = log;
    }

    /** Writes all entries kept so far into a file, which must not be there yet; returns how many. */
    public long write(Path file, LogSealer sealer) throws IOException, SQLException {
        log.await(LONGEST_WAIT);
        try (var connection = store.open();
                var out = new SealedLinesWriter(file, FORMAT, sealer)) {
            long last = number(connection, "SELECT COALESCE(MAX(id), 0) FROM AccessEntry");
            long count = number(connection, "SELECT COUNT(*) FROM AccessEntry WHERE id <= " + last);
            out.begin(count);
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT * FROM AccessEntry WHERE id > ? AND id <= ? ORDER BY id LIMIT " + PAGE)) {
                long after = Long.MIN_VALUE;
                long before;
                do {
                    before = after;
                    after = writePage(select, after, last, out);
                } while (after > before);
            }
            out.end();
            return count;
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Returns the id of the last entry of the page; the one before it where there is none. */
    private static long writePage(PreparedStatement select, long after, long last, SealedLinesWriter out)
            throws SQLException, IOException {
        select.setLong(1, after);
        select.setLong(2, last);
        long reached = after;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                reached = row.getLong("id");
                out.write(line(row));
            }
        }
        return reached;
    }

    private static ObjectNode line(ResultSet row) throws SQLException {
        var line = JsonMapper.shared().createObjectNode();
        var meta = row.getMetaData();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            var column = meta.getColumnName(i).toLowerCase(Locale.ROOT);
            if (!column.equals("id")) {
                if (row.getObject(i) instanceof Number number) {
                    line.put(column, number.longValue());
                } else {
                    line.put(column, row.getString(i));
                }
            }
        }
        return line;
    }

    /**
     * Takes entries in, all or nothing; returns how many.
     *
     * @param key that must have signed the file; null for the one that it names
     * @throws LogRefusedException if the file is not as it was written, or entries were taken in before
     */
    public long take(Path file, @Nullable VerifierKey key) throws IOException, SQLException {
        var count = new long[1];
        var lines = SealedLines.open(file, FORMAT, line -> count[0] += isEntry(line) ? 1 : 0);
        lines.requireWhole();
        if (key != null && !lines.verifierKey().isSameKeyAs(key)) {
            throw new LogRefusedException("EXPORT_NOT_SIGNED", "The file is not signed by the key %s.".formatted(key));
        }
        try (var connection = store.open()) {
            connection.setAutoCommit(false);
            try {
                if (number(connection, "SELECT COUNT(*) FROM AccessEntry WHERE id < 0") > 0) {
                    throw new LogRefusedException(
                            "ACCESS_LOG_TAKEN", "An access log of another register was taken in before.");
                }
                take(lines, count[0], connection);
                connection.commit();
            } catch (SQLException | IOException | RuntimeException e) {
                Transactions.abandon(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
        }
        return count[0];
    }

    private static boolean isEntry(JsonNode line) {
        return line.has("at");
    }

    /** Numbers them up to -1, so that they come before all that is kept here. */
    private static void take(SealedLines lines, long count, Connection connection) throws IOException, SQLException {
        boolean inSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        var next = new long[] {-count};
        var columns = columnsOf(lines);
        if (columns.isEmpty()) {
            return;
        }
        if (columns.stream().anyMatch(column -> !column.matches("[a-z]+"))) {
            throw new LogRefusedException("EXPORT_ALTERED", "A column of the file has no name.");
        }
        var sql = "INSERT INTO AccessEntry (id, %s)%s VALUES (?, %s)"
                .formatted(
                        String.join(", ", columns),
                        inSqlite ? "" : " OVERRIDING SYSTEM VALUE",
                        String.join(", ", Collections.nCopies(columns.size(), "?")));
        try (PreparedStatement entries = connection.prepareStatement(sql);
                PreparedStatement records =
                        connection.prepareStatement("INSERT INTO AccessedRecord (record, entryId) VALUES (?, ?)")) {
            lines.forEach(line -> {
                if (isEntry(line)) {
                    add(line, next[0]++, columns, entries, records);
                }
            });
            entries.executeBatch();
            records.executeBatch();
        }
    }

    /** Every entry has all columns. */
    private static List<String> columnsOf(SealedLines lines) throws IOException {
        var columns = new ArrayList<String>();
        lines.forEach(line -> {
            if (columns.isEmpty() && isEntry(line)) {
                columns.addAll(line.propertyNames());
            }
        });
        return columns;
    }

    private static void add(
            JsonNode line, long id, List<String> columns, PreparedStatement entries, PreparedStatement records)
            throws IOException {
        try {
            entries.setLong(1, id);
            for (int i = 0; i < columns.size(); i++) {
                var value = line.required(columns.get(i));
                entries.setObject(
                        i + 2, value.isNull() ? null : value.isNumber() ? (Object) value.asLong() : value.asString());
            }
            entries.addBatch();
            for (var record : recordsOf(line)) {
                records.setString(1, record);
                records.setLong(2, id);
                records.addBatch();
            }
            if (id % BATCH == 0) {
                entries.executeBatch();
                records.executeBatch();
            }
        } catch (SQLException e) {
            throw new IOException("an entry of the access log: " + e.getMessage(), e);
        }
    }

    private static Set<String> recordsOf(JsonNode line) {
        var records = new LinkedHashSet<String>();
        if (line.hasNonNull("record")) {
            records.add(line.get("record").asString());
        }
        if (line.hasNonNull("shown")) {
            records.addAll(List.of(line.get("shown").asString().split(" ", -1)));
        }
        return records;
    }
}
