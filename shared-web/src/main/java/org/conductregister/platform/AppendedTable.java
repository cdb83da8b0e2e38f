package org.conductregister.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.conductregister.eventstore.LogInstants;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A table beside the event log, in SQLite or PostgreSQL, to which rows are only added. Each row has, besides its own columns,
 * a growing {@code id}, and {@code recordedAt} and {@code recordedBy}. Made before the first row, so that whoever may only
 * read finds no table until then. Safe for use by several threads and nodes.
 */
public final class AppendedTable {

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

    /** Creates the table where it does not exist yet; several nodes may do so at once. */
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
     * @param now by the clock
     * @return later than all that is recorded in the log and beside it, and earlier than all that will be
     */
    public Instant beginAppend(Instant now) {
        return Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Instant>) connection -> LogInstants.next(connection, now)));
    }

    /**
     * Appends a row.
     *
     * @param names of its own columns, with commas between them
     * @param at its instant, as {@link #beginAppend} gave it
     * @param values of its own columns, in the same order
     */
    public void append(String names, Instant at, String by, Object... values) {
        var all = new ArrayList<Object>(List.of(values));
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
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("SQLite")));
    }
}
