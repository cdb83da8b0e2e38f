package org.conductregister.command.codelists;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every label that a code was ever given, beside the event log; the latest holds. Rows are only added. */
@Component
class CodeTable {

    private static final String LATEST = """
        SELECT code, label FROM CodeListEntry entry WHERE list = ? AND id =
        (SELECT MAX(id) FROM CodeListEntry WHERE list = entry.list AND code = entry.code)\
        """;

    private final JdbcTemplate jdbc;
    private final boolean inSqlite;

    CodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.inSqlite = "SQLite".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** SQLite numbers rows by itself, and has no type of instants. */
    void create() {
        jdbc.execute("""
            CREATE TABLE IF NOT EXISTS CodeListEntry (
                id %s PRIMARY KEY,
                list VARCHAR(20) NOT NULL,
                code VARCHAR(64) NOT NULL,
                label VARCHAR(200) NOT NULL,
                recordedAt %s NOT NULL,
                recordedBy VARCHAR(255) NOT NULL)\
            """.formatted(
                        inSqlite ? "INTEGER" : "BIGINT GENERATED ALWAYS AS IDENTITY",
                        inSqlite ? "TEXT" : "TIMESTAMP WITH TIME ZONE"));
        jdbc.execute("CREATE INDEX IF NOT EXISTS CodeListEntryByCode ON CodeListEntry (list, code, id)");
    }

    /**
     * To be called first in a transaction that appends: SQLite refuses to write in one that has read what another has
     * changed since.
     */
    void beginAppend() {
        jdbc.update("DELETE FROM CodeListEntry WHERE id < 0");
    }

    List<Code> latest(CodeList list) {
        return jdbc.query(LATEST, (row, n) -> new Code(row.getString(1), row.getString(2)), list.path());
    }

    boolean has(CodeList list, String code) {
        return !jdbc.queryForList("SELECT 1 FROM CodeListEntry WHERE list = ? AND code = ? LIMIT 1", list.path(), code)
                .isEmpty();
    }

    void append(CodeList list, Collection<Code> codes, Instant at, String by) {
        jdbc.batchUpdate(
                "INSERT INTO CodeListEntry (list, code, label, recordedAt, recordedBy) VALUES (?, ?, ?, ?, ?)",
                codes,
                500,
                (row, code) -> {
                    row.setString(1, list.path());
                    row.setString(2, code.code());
                    row.setString(3, code.label());
                    row.setObject(4, inSqlite ? at.toString() : at.atOffset(ZoneOffset.UTC));
                    row.setString(5, by);
                });
    }
}
