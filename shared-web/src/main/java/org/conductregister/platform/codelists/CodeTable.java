package org.conductregister.platform.codelists;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.conductregister.entries.CodeList;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every label that a code was ever given, beside the event log; the latest holds. Rows are only added. */
final class CodeTable {

    private static final String NAME = "CodeListEntry";

    private static final String LATEST = """
        SELECT code, label FROM CodeListEntry entry WHERE list = ? AND id =
        (SELECT MAX(id) FROM CodeListEntry WHERE list = entry.list AND code = entry.code)\
        """;

    private final JdbcTemplate jdbc;
    private volatile boolean seen;

    CodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Creates the table where it does not exist yet; several nodes may do so at once. */
    void create() {
        if (exists()) {
            return;
        }
        try {
            jdbc.execute("""
                CREATE TABLE IF NOT EXISTS CodeListEntry (
                    id %s PRIMARY KEY,
                    list VARCHAR(20) NOT NULL,
                    code VARCHAR(64) NOT NULL,
                    label VARCHAR(200) NOT NULL,
                    recordedAt %s NOT NULL,
                    recordedBy VARCHAR(255) NOT NULL)\
                """.formatted(
                            inSqlite() ? "INTEGER" : "BIGINT GENERATED ALWAYS AS IDENTITY",
                            inSqlite() ? "TEXT" : "TIMESTAMP WITH TIME ZONE"));
            jdbc.execute("CREATE INDEX IF NOT EXISTS CodeListEntryByCode ON CodeListEntry (list, code, id)");
        } catch (DataAccessException e) {
            if (!exists()) {
                throw e;
            }
        }
    }

    /** A user who may only read, as the query side may be, finds no table until something is written. */
    private boolean exists() {
        if (!seen) {
            seen = Boolean.TRUE.equals(jdbc.execute(CodeTable::isIn));
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

    /**
     * To be called first in a transaction that appends: SQLite refuses to write in one that has read what another has
     * changed since.
     */
    void beginAppend() {
        jdbc.update("DELETE FROM CodeListEntry WHERE id < 0");
    }

    List<Code> latest(CodeList list) {
        if (!exists()) {
            return List.of();
        }
        return jdbc.query(LATEST, (row, n) -> new Code(row.getString(1), row.getString(2)), list.path());
    }

    boolean has(CodeList list, String code) {
        return exists()
                && !jdbc.queryForList(
                                "SELECT 1 FROM CodeListEntry WHERE list = ? AND code = ? LIMIT 1", list.path(), code)
                        .isEmpty();
    }

    void append(CodeList list, Collection<Code> codes, Instant at, String by) {
        boolean asText = inSqlite();
        jdbc.batchUpdate(
                "INSERT INTO CodeListEntry (list, code, label, recordedAt, recordedBy) VALUES (?, ?, ?, ?, ?)",
                codes,
                500,
                (row, code) -> {
                    row.setString(1, list.path());
                    row.setString(2, code.code());
                    row.setString(3, code.label());
                    row.setObject(4, asText ? at.toString() : at.atOffset(ZoneOffset.UTC));
                    row.setString(5, by);
                });
    }
}
