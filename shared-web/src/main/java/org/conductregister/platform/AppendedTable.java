package org.conductregister.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogInstants;
import org.conductregister.integrity.moving.LogTable;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A table beside the event log, in SQLite or PostgreSQL, to which rows are only added. Each row has, besides its own columns,
 * a growing {@code id}, and {@code recordedAt} and {@code recordedBy}. Made before the first row, so that whoever may only
 * read finds no table until then. Safe for use by several threads and nodes.
 */
public final class AppendedTable implements LogTable {

    /** The column of the instant, as it is named where names of columns are in small letters. */
    private static final String INSTANT = "recordedat";

    private final JdbcTemplate jdbc;
    private final String name;
    private final String columns;
    private final String key;
    private final String keyName;
    private volatile boolean seen;

    /**
     * Names a table, without a look at the database.
     *
     * @param columns the table's own columns, as SQL defines them
     * @param key the own columns by which rows are looked up; indexed together with {@code id}
     * @param keyName what the index's name ends with
     */
    public AppendedTable(JdbcTemplate jdbc, String name, String columns, String key, String keyName) {
        this.jdbc = jdbc;
        this.name = name;
        this.columns = columns;
        this.key = key;
        this.keyName = keyName;
    }

    @Override
    public String name() {
        return name;
    }

    /** Creates the table where it does not exist yet; several nodes may do so at once. */
    @Override
    public void create() {
        if (exists()) {
            return;
        }
        boolean inSqlite = inSqlite();
        try {
            jdbc.execute("""
                CREATE TABLE IF NOT EXISTS %s (
                    id %s PRIMARY KEY,
                    %s,
                    recordedAt %s NOT NULL,
                    recordedBy VARCHAR(255) NOT NULL)\
                """.formatted(
                            name,
                            inSqlite ? "INTEGER" : "BIGINT GENERATED ALWAYS AS IDENTITY",
                            columns,
                            inSqlite ? "TEXT" : "TIMESTAMP WITH TIME ZONE"));
            jdbc.execute("CREATE INDEX IF NOT EXISTS %sBy%s ON %s (%s, id)".formatted(name, keyName, name, key));
        } catch (DataAccessException e) {
            if (!exists()) {
                throw e;
            }
        }
    }

    /** Whether the table exists; asks the database until it does. */
    public boolean exists() {
        if (!seen) {
            seen = Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) this::isIn));
        }
        return seen;
    }

    /**
     * Gives an instant to what a transaction appends. To be called first in the transaction: SQLite refuses to write in one that
     * has read what another has changed since.
     *
     * @param clock of this process; where the database has one, that is taken
     * @return later than all that is recorded in the log and beside it, and earlier than all that will be
     */
    public Instant beginAppend(Clock clock) {
        return Objects.requireNonNull(jdbc.execute(
                (ConnectionCallback<Instant>) connection -> LogInstants.next(connection, LogClock.shared(clock))));
    }

    /**
     * Appends a row.
     *
     * @param names of its own columns, with commas between them
     * @param at its instant, as {@link #beginAppend} gave it
     * @param values of its own columns, in the same order
     */
    public void append(String names, Instant at, String by, @Nullable Object... values) {
        var all = new ArrayList<@Nullable Object>(Arrays.asList(values));
        all.add(recordedAt(at));
        all.add(by);
        jdbc.update(
                "INSERT INTO %s (%s, recordedAt, recordedBy) VALUES (%s)"
                        .formatted(name, names, String.join(", ", Collections.nCopies(all.size(), "?"))),
                all.toArray());
    }

    /** The value of {@code recordedAt} for an instant, as the database takes it. */
    public Object recordedAt(Instant instant) {
        return inSqlite() ? instant.toString() : instant.atOffset(ZoneOffset.UTC);
    }

    /** The instant of a row, from one of the columns that were selected. */
    public static Instant instantOf(ResultSet row, int column) throws SQLException {
        return row.getMetaData().getColumnType(column) == Types.VARCHAR
                ? Instant.parse(row.getString(column))
                : row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** Names of columns are in small letters, instants in UTC, whatever the database. */
    @Override
    public void read(Connection connection, Consumer<ObjectNode> row) throws SQLException {
        if (!isIn(connection)) {
            return;
        }
        try (var select = connection.prepareStatement("SELECT * FROM %s ORDER BY id".formatted(name));
                var rows = select.executeQuery()) {
            while (rows.next()) {
                row.accept(read(rows));
            }
        }
    }

    private static ObjectNode read(ResultSet row) throws SQLException {
        var read = JsonMapper.shared().createObjectNode();
        var meta = row.getMetaData();
        for (int column = 1; column <= meta.getColumnCount(); column++) {
            var columnName = meta.getColumnName(column).toLowerCase(Locale.ROOT);
            if (columnName.equals(INSTANT)) {
                read.put(columnName, instantOf(row, column).toString());
            } else if (row.getObject(column) instanceof Number number) {
                read.put(columnName, number.longValue());
            } else {
                read.put(columnName, row.getString(column));
            }
        }
        return read;
    }

    @Override
    public void write(Connection transaction, JsonNode row) throws SQLException {
        var names = List.copyOf(row.propertyNames());
        for (var column : names) {
            if (!column.matches("[a-z]+")) {
                throw new SQLException("No name of a column: " + column);
            }
        }
        boolean inSqlite = inSqlite(transaction);
        var sql = "INSERT INTO %s (%s)%s VALUES (%s)"
                .formatted(
                        name,
                        String.join(", ", names),
                        inSqlite ? "" : " OVERRIDING SYSTEM VALUE",
                        String.join(", ", Collections.nCopies(names.size(), "?")));
        try (var insert = transaction.prepareStatement(sql)) {
            for (int i = 0; i < names.size(); i++) {
                insert.setObject(i + 1, value(names.get(i), row.required(names.get(i)), inSqlite));
            }
            insert.executeUpdate();
        }
    }

    private static @Nullable Object value(String column, JsonNode value, boolean inSqlite) {
        if (value.isNull()) {
            return null;
        } else if (column.equals(INSTANT) && !inSqlite) {
            return Instant.parse(value.asString()).atOffset(ZoneOffset.UTC);
        }
        return value.isNumber() ? value.asLong() : value.asString();
    }

    /** SQLite goes on after the largest by itself. */
    @Override
    public void complete(Connection transaction) throws SQLException {
        if (!inSqlite(transaction)) {
            try (var statement = transaction.createStatement()) {
                statement.execute("""
                        SELECT setval(pg_get_serial_sequence('%s', 'id'), max(id)) FROM %s HAVING max(id) IS NOT NULL""".formatted(name.toLowerCase(Locale.ROOT), name));
            }
        }
    }

    private boolean isIn(Connection connection) throws SQLException {
        var database = connection.getMetaData();
        var stored =
                database.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
        try (var tables = database.getTables(connection.getCatalog(), connection.getSchema(), stored, null)) {
            return tables.next();
        }
    }

    /** SQLite numbers rows by itself, and has no type of instants. */
    private boolean inSqlite() {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) AppendedTable::inSqlite));
    }

    private static boolean inSqlite(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("SQLite");
    }
}
