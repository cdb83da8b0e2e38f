package org.conductregister.query.builder;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Addresses of tables under names, for everybody who may open them; beside the event log, and durable on return. Rows are only
 * added: the latest of a name holds. Safe for use by several threads.
 */
@Component
class KeptViews implements MovesWithLog {

    private static final String LATEST = """
            SELECT name, address, recordedBy FROM KeptView kept WHERE address IS NOT NULL AND id =
            (SELECT MAX(id) FROM KeptView WHERE name = kept.name)\
            """;

    private final JdbcTemplate jdbc;
    private final AppendedTable table;
    private final Clock clock;

    KeptViews(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.table = new AppendedTable(jdbc, "KeptView", "name VARCHAR(120) NOT NULL, address TEXT", "name", "Name");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(table);
    }

    /**
     * A view.
     *
     * @param address of the page, from its path on
     * @param by who kept it
     */
    record Kept(String name, String address, String by) {}

    /** In order of their names. */
    List<Kept> all() {
        return table.exists() ? jdbc.query(LATEST + " ORDER BY name", KeptViews::kept) : List.of();
    }

    Optional<Kept> of(String name) {
        return table.exists()
                ? jdbc.query(LATEST + " AND name = ?", KeptViews::kept, name).stream()
                        .findFirst()
                : Optional.empty();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(row.getString(1), row.getString(2), row.getString(3));
    }

    /** @param address null where the name is kept no more */
    void keep(String name, @Nullable String address, String by) {
        table.create();
        jdbc.update(
                "INSERT INTO KeptView (name, address, recordedAt, recordedBy) VALUES (?, ?, ?, ?)",
                name,
                address,
                table.recordedAt(clock.instant()),
                by);
    }
}
