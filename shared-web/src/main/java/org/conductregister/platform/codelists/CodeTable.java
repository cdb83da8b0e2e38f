package org.conductregister.platform.codelists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.CodeList;
import org.conductregister.platform.AppendedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Everything that was ever said of a code, beside the event log: its labels in one table, whether it is upheld in another. The
 * latest holds. Rows are only added.
 */
final class CodeTable {

    private final JdbcTemplate jdbc;
    private final AppendedTable labels;
    private final AppendedTable marks;

    CodeTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.labels = new AppendedTable(
                jdbc,
                "CodeListEntry",
                "list VARCHAR(20) NOT NULL, code VARCHAR(64) NOT NULL, label VARCHAR(200) NOT NULL",
                "list, code",
                "Code");
        this.marks = new AppendedTable(
                jdbc,
                "CodeListMark",
                "list VARCHAR(20) NOT NULL, code VARCHAR(64) NOT NULL, upheld SMALLINT NOT NULL",
                "list, code",
                "Code");
    }

    /** Returns both tables. */
    List<AppendedTable> tables() {
        return List.of(labels, marks);
    }

    /** Creates the tables where they do not exist yet. */
    void create() {
        labels.create();
        marks.create();
    }

    /** Gives an instant to what the transaction appends; to be called first in it. */
    Instant beginAppend(Clock clock) {
        return labels.beginAppend(clock);
    }

    /** All changes of a list, those of labels before those of marks. */
    List<SaidOfCode> all(CodeList list) {
        var all = new ArrayList<SaidOfCode>();
        if (labels.exists()) {
            all.addAll(jdbc.query(
                    "SELECT recordedAt, code, label FROM CodeListEntry WHERE list = ? ORDER BY id",
                    (row, n) ->
                            new SaidOfCode(AppendedTable.instantOf(row, 1), row.getString(2), row.getString(3), null),
                    list.path()));
        }
        if (marks.exists()) {
            all.addAll(jdbc.query(
                    "SELECT recordedAt, code, upheld FROM CodeListMark WHERE list = ? ORDER BY id",
                    (row, n) -> new SaidOfCode(AppendedTable.instantOf(row, 1), row.getString(2), null, isSet(row)),
                    list.path()));
        }
        return all;
    }

    private static boolean isSet(ResultSet row) throws SQLException {
        return row.getInt(3) != 0;
    }

    boolean has(CodeList list, String code) {
        return labels.exists()
                && !jdbc.queryForList(
                                "SELECT 1 FROM CodeListEntry WHERE list = ? AND code = ? LIMIT 1", list.path(), code)
                        .isEmpty();
    }

    /** Appends changes; all have the instant that {@link #beginAppend} gave. */
    void append(CodeList list, List<SaidOfCode> changes, String by) {
        for (var change : changes) {
            if (change.label() != null) {
                labels.append("list, code, label", change.at(), by, list.path(), change.code(), change.label());
            }
            if (change.upheld() != null) {
                marks.append(
                        "list, code, upheld", change.at(), by, list.path(), change.code(), change.upheld() ? 1 : 0);
            }
        }
    }
}
