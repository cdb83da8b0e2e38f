package org.conductregister.web.sessions;

import java.util.Optional;
import org.conductregister.platform.AppendedTable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of sessions beside the log, which every node of the register reads. A look takes one query by an index.
 * Thread-safe.
 */
final class SessionRows {

    private static final String SELECT =
            "SELECT session, person, secret, marker, recordedAt FROM RegisterSession WHERE session = ? ORDER BY id DESC LIMIT 1";

    private final AppendedTable table;
    private final JdbcTemplate jdbc;

    SessionRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new AppendedTable(
                jdbc,
                "RegisterSession",
                "session VARCHAR(160) NOT NULL, person VARCHAR(255) NOT NULL, secret VARCHAR(64) NOT NULL, "
                        + "marker VARCHAR(64) NOT NULL",
                "session",
                "Session");
    }

    /** @throws org.springframework.dao.DataAccessException where the database takes no rows */
    void append(SessionRow row) {
        table.create();
        table.append(
                "session, person, secret, marker",
                row.at(),
                row.user(),
                row.key(),
                row.user(),
                row.secret(),
                row.marker());
    }

    /** Returns the last row of a key. */
    Optional<SessionRow> last(String key) {
        if (!table.exists()) {
            return Optional.empty();
        }
        return jdbc
                .query(
                        SELECT,
                        (row, number) -> new SessionRow(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                AppendedTable.instantOf(row, 5)),
                        key)
                .stream()
                .findFirst();
    }
}
