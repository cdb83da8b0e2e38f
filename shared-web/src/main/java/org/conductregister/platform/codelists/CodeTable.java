package org.conductregister.platform.codelists;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.AppendedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every label that a code was ever given, beside the event log; the latest holds. Rows are only added. */
final class CodeTable {

    private static final String LATEST = """
        SELECT code, label FROM CodeListEntry entry WHERE list = ? AND id =
        (SELECT MAX(id) FROM CodeListEntry WHERE list = entry.list AND code = entry.code)\
        """;

    private final JdbcTemplate jdbc;
    private final AppendedTable table;

    CodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new AppendedTable(
                jdbc,
                "CodeListEntry",
                "list VARCHAR(20) NOT NULL, code VARCHAR(64) NOT NULL, label VARCHAR(200) NOT NULL",
                "list, code",
                "Code");
    }

    /** Creates the table where it does not exist yet. */
    void create() {
        table.create();
    }

    /**
     * To be called first in a transaction that appends: SQLite refuses to write in one that has read what another has
     * changed since.
     */
    void beginAppend() {
        jdbc.update("DELETE FROM CodeListEntry WHERE id < 0");
    }

    List<Code> latest(CodeList list) {
        if (!table.exists()) {
            return List.of();
        }
        return jdbc.query(LATEST, (row, n) -> new Code(row.getString(1), row.getString(2)), list.path());
    }

    boolean has(CodeList list, String code) {
        return table.exists()
                && !jdbc.queryForList(
                                "SELECT 1 FROM CodeListEntry WHERE list = ? AND code = ? LIMIT 1", list.path(), code)
                        .isEmpty();
    }

    void append(CodeList list, Collection<Code> codes, Instant at, String by) {
        var recordedAt = table.recordedAt(at);
        jdbc.batchUpdate(
                "INSERT INTO CodeListEntry (list, code, label, recordedAt, recordedBy) VALUES (?, ?, ?, ?, ?)",
                codes,
                500,
                (row, code) -> {
                    row.setString(1, list.path());
                    row.setString(2, code.code());
                    row.setString(3, code.label());
                    row.setObject(4, recordedAt);
                    row.setString(5, by);
                });
    }
}
