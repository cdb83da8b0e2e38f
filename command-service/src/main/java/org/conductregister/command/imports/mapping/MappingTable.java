package org.conductregister.command.imports.mapping;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every text that a mapping ever had, beside the event log; the latest holds. Rows are only added. */
@Component
class MappingTable {

    private static final String NAME = "ImportMapping";

    private static final String LATEST = """
        SELECT name, content FROM ImportMapping mapping WHERE content IS NOT NULL AND id =
        (SELECT MAX(id) FROM ImportMapping WHERE name = mapping.name)\
        """;

    private final JdbcTemplate jdbc;
    private volatile boolean seen;

    MappingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** A mapping as it is kept. */
    record Kept(String name, String content) {}

    List<Kept> all() {
        return exists() ? jdbc.query(LATEST + " ORDER BY name", MappingTable::kept) : List.of();
    }

    Optional<Kept> of(String name) {
        return exists()
                ? jdbc.query(LATEST + " AND name = ?", MappingTable::kept, name).stream()
                        .findFirst()
                : Optional.empty();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(row.getString(1), row.getString(2));
    }

    /**
     * Durable on return.
     *
     * @param content null where the mapping is kept no more
     */
    void append(String name, @Nullable String content, Instant at, String by) {
        create();
        jdbc.update(
                "INSERT INTO ImportMapping (name, content, recordedAt, recordedBy) VALUES (?, ?, ?, ?)",
                name,
                content,
                inSqlite() ? at.toString() : at.atOffset(ZoneOffset.UTC),
                by);
    }

    /** Several nodes may do so at once. */
    private void create() {
        if (exists()) {
            return;
        }
        try {
            jdbc.execute("""
                CREATE TABLE IF NOT EXISTS ImportMapping (
                    id %s PRIMARY KEY,
                    name VARCHAR(64) NOT NULL,
                    content TEXT,
                    recordedAt %s NOT NULL,
                    recordedBy VARCHAR(255) NOT NULL)\
                """.formatted(
                            inSqlite() ? "INTEGER" : "BIGINT GENERATED ALWAYS AS IDENTITY",
                            inSqlite() ? "TEXT" : "TIMESTAMP WITH TIME ZONE"));
            jdbc.execute("CREATE INDEX IF NOT EXISTS ImportMappingByName ON ImportMapping (name, id)");
        } catch (DataAccessException e) {
            if (!exists()) {
                throw e;
            }
        }
    }

    private boolean exists() {
        if (!seen) {
            seen = Boolean.TRUE.equals(jdbc.execute(MappingTable::isIn));
        }
        return seen;
    }

    private static boolean isIn(Connection connection) throws SQLException {
        var database = connection.getMetaData();
        var name =
                database.storesUpperCaseIdentifiers() ? NAME.toUpperCase(Locale.ROOT) : NAME.toLowerCase(Locale.ROOT);
        try (var tables = database.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /** SQLite numbers rows by itself, and has no type of instants. */
    private boolean inSqlite() {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>)
                connection -> connection.getMetaData().getDatabaseProductName().equals("SQLite")));
    }
}
