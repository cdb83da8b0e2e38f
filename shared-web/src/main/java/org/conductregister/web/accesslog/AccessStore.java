package org.conductregister.web.accesslog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.conductregister.eventstore.database.Transactions;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.web.accesslog.AccessEntry.Action;
import org.jspecify.annotations.Nullable;

/**
 * The tables of the access log, in SQLite or PostgreSQL: {@code AccessEntry}, to which rows are only added, {@code
 * AccessedRecord}, which finds them by record, and the sealed words of a {@link WordStore}. Safe for use by several threads and nodes.
 */
final class AccessStore {

    private static final int AT_A_TIME = 1_000;

    /** Made last, so that all are there where it is. */
    private static final String LAST_TABLE = "SearchedWords";

    private static final String COLUMNS =
            "at, person, action, record, shown, method, path, asked, status, address, correlationId";

    private static final String INSERT =
            "INSERT INTO AccessEntry (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id";

    private final DataSource database;
    private final WordStore words;
    private volatile boolean made;

    AccessStore(DataSource database, WordStore words) {
        this.database = database;
        this.words = words;
    }

    /** Returns a connection to the tables, which are there. */
    Connection open() throws SQLException {
        Connection connection = database.getConnection();
        try {
            create(connection);
            return connection;
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** Makes the tables that are missing. Where another node does so at the same moment it may fail, and is tried again. */
    private void create(Connection connection) throws SQLException {
        if (exist(connection)) {
            return;
        }
        boolean inSqlite = connection.getMetaData().getDatabaseProductName().equals("SQLite");
        try (var statement = connection.createStatement()) {
            for (var sql : script(inSqlite ? "access-sqlite.sql" : "access-postgresql.sql")) {
                statement.execute(sql);
            }
        }
    }

    /** Whether there are the tables; they are looked for until they are there. */
    private boolean exist(Connection connection) throws SQLException {
        made = made || exists(LAST_TABLE, connection);
        return made;
    }

    private static boolean exists(String table, Connection connection) throws SQLException {
        var database = connection.getMetaData();
        var name =
                database.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table.toLowerCase(Locale.ROOT);
        try (var tables = database.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    private static List<String> script(String name) {
        try (InputStream sql = Objects.requireNonNull(AccessStore.class.getResourceAsStream(name), name)) {
            return Arrays.stream(new String(sql.readAllBytes(), StandardCharsets.UTF_8).split(";\n", -1))
                    .map(String::strip)
                    .filter(each -> !each.isEmpty())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends entries in one transaction: on disk when it returns. */
    void append(List<AccessEntry> entries) throws SQLException {
        words.prepare(entries);
        try (Connection connection = open()) {
            connection.setAutoCommit(false);
            try (PreparedStatement wordInsert = words.inserting(connection);
                    PreparedStatement entryInsert = connection.prepareStatement(INSERT);
                    PreparedStatement recordInsert =
                            connection.prepareStatement("INSERT INTO AccessedRecord (record, entryId) VALUES (?, ?)")) {
                for (var entry : entries) {
                    words.add(insert(entry, entryInsert, recordInsert), entry, wordInsert);
                }
                recordInsert.executeBatch();
                wordInsert.executeBatch();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                Transactions.abandon(connection, e);
                throw e;
            }
            connection.setAutoCommit(true);
        }
    }

    /** Returns the id of the entry. */
    private static long insert(AccessEntry entry, PreparedStatement insert, PreparedStatement recordInsert)
            throws SQLException {
        insert.setLong(1, Microseconds.notAfter(entry.at()));
        insert.setString(2, entry.user());
        insert.setString(3, entry.action().name());
        insert.setString(4, entry.record());
        insert.setString(5, entry.shown().isEmpty() ? null : String.join(" ", entry.shown()));
        insert.setString(6, entry.method());
        insert.setString(7, entry.path());
        insert.setString(8, entry.asked());
        insert.setInt(9, entry.status());
        insert.setString(10, entry.address());
        insert.setString(11, entry.correlationId());
        try (ResultSet made = insert.executeQuery()) {
            made.next();
            long id = made.getLong(1);
            var records = Stream.concat(Stream.ofNullable(entry.record()), entry.shown().stream())
                    .distinct()
                    .toList();
            for (var record : records) {
                recordInsert.setString(1, record);
                recordInsert.setLong(2, id);
                recordInsert.addBatch();
            }
            return id;
        }
    }

    /** Returns the last entry of a process about the log itself; null where there is none. */
    @Nullable
    StoredAccess lastOfTheLog(String node) throws SQLException {
        var found = select(
                "person = '' AND action IN ('STARTED', 'STOPPED', 'BROKEN_OFF') AND asked = ?",
                List.of(node),
                "ORDER BY id DESC LIMIT 1");
        return found.isEmpty() ? null : found.getFirst();
    }

    /**
     * Returns a page of entries, the latest first.
     *
     * @param before the id that all of them are less than
     */
    List<StoredAccess> latest(AccessQuery query, long before, int limit) throws SQLException {
        var conditions = new Conditions(query).and("id < ?", before);
        return select(conditions.sql(), conditions.values, "ORDER BY id DESC LIMIT " + limit);
    }

    /** Reads entries in the order in which they were kept, some at a time: no transaction lasts as long as the reader takes. */
    void forEach(AccessQuery query, Consumer<StoredAccess> reader) throws SQLException {
        long after = Long.MIN_VALUE;
        List<StoredAccess> some;
        do {
            var conditions = new Conditions(query).and("id > ?", after);
            some = select(conditions.sql(), conditions.values, "ORDER BY id LIMIT " + AT_A_TIME);
            for (var each : some) {
                reader.accept(each);
                after = each.id();
            }
        } while (some.size() == AT_A_TIME);
    }

    /** Removes the entries of before an instant, and what finds them; returns how many there were. */
    int removeBefore(Instant first) throws SQLException {
        long at = Microseconds.notAfter(first);
        try (Connection connection = database.getConnection()) {
            if (!exist(connection)) {
                return 0;
            }
            connection.setAutoCommit(false);
            try (PreparedStatement searched = connection.prepareStatement(
                            "DELETE FROM SearchedWords WHERE entryId IN (SELECT id FROM AccessEntry WHERE at < ?)");
                    PreparedStatement records = connection.prepareStatement(
                            "DELETE FROM AccessedRecord WHERE entryId IN (SELECT id FROM AccessEntry WHERE at < ?)");
                    PreparedStatement entries = connection.prepareStatement("DELETE FROM AccessEntry WHERE at < ?")) {
                searched.setLong(1, at);
                searched.executeUpdate();
                records.setLong(1, at);
                records.executeUpdate();
                entries.setLong(1, at);
                int removed = entries.executeUpdate();
                connection.commit();
                connection.setAutoCommit(true);
                return removed;
            } catch (SQLException e) {
                Transactions.abandon(connection, e);
                throw e;
            }
        }
    }

    /** Destroys the keys of words that have been kept for long enough. */
    void forgetWords(Instant now) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (exist(connection)) {
                words.forget(now, connection);
            }
        }
    }

    private List<StoredAccess> select(String where, List<Object> values, String end) throws SQLException {
        try (Connection connection = database.getConnection()) {
            if (!exist(connection)) {
                return List.of();
            }
            try (PreparedStatement select = connection.prepareStatement("SELECT id, " + COLUMNS + ", "
                    + WordStore.COLUMNS + " FROM AccessEntry" + WordStore.JOIN + " WHERE " + where + " " + end)) {
                for (int i = 0; i < values.size(); i++) {
                    select.setObject(i + 1, values.get(i));
                }
                var found = new ArrayList<StoredAccess>();
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        found.add(read(rows));
                    }
                }
                return found;
            }
        }
    }

    private StoredAccess read(ResultSet row) throws SQLException {
        long id = row.getLong(1);
        var shown = row.getString(6);
        return new StoredAccess(
                id,
                new AccessEntry(
                        Microseconds.toInstant(row.getLong(2)),
                        row.getString(3),
                        Action.valueOf(row.getString(4)),
                        row.getString(5),
                        shown == null ? List.of() : List.of(shown.split(" ", -1)),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getInt(10),
                        row.getString(11),
                        row.getString(12),
                        words.read(id, row.getString(13), row.getString(14))));
    }

    /** The conditions of a query, with the values of their parameters. */
    private static final class Conditions {

        private final List<String> all = new ArrayList<>();
        private final List<Object> values = new ArrayList<>();

        Conditions(AccessQuery query) {
            if (query.user() != null) {
                and("person = ?", query.user());
            }
            if (query.action() != null) {
                and("action = ?", query.action().name());
            }
            if (query.from() != null) {
                and("at >= ?", Microseconds.notAfter(query.from()));
            }
            if (query.to() != null) {
                and("at <= ?", Microseconds.notAfter(query.to()));
            }
            if (!query.records().isEmpty()) {
                var marks = query.records().stream().map(record -> "?").collect(Collectors.joining(", "));
                all.add("id IN (SELECT entryId FROM AccessedRecord WHERE record IN (" + marks + "))");
                values.addAll(query.records());
            }
        }

        private Conditions and(String condition, Object value) {
            all.add(condition);
            values.add(value);
            return this;
        }

        String sql() {
            return String.join(" AND ", all);
        }
    }
}
