package org.conductregister.command.imports.mapping.kept;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Every text that a mapping ever had, beside the event log; the latest holds. Rows are only added. */
@Component
class MappingTable implements MovesWithLog {

    private static final String LATEST = """
        SELECT name, content FROM ImportMapping mapping WHERE content IS NOT NULL AND id =
        (SELECT MAX(id) FROM ImportMapping WHERE name = mapping.name)\
        """;

    private final JdbcTemplate jdbc;
    private final AppendedTable table;

    MappingTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table =
                new AppendedTable(jdbc, "ImportMapping", "name VARCHAR(64) NOT NULL, content TEXT", "name", "Name");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(table);
    }

    /** A mapping as it is kept. */
    record Kept(String name, String content) {}

    List<Kept> all() {
        return table.exists() ? jdbc.query(LATEST + " ORDER BY name", MappingTable::kept) : List.of();
    }

    Optional<Kept> of(String name) {
        return table.exists()
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
        table.create();
        jdbc.update(
                "INSERT INTO ImportMapping (name, content, recordedAt, recordedBy) VALUES (?, ?, ?, ?)",
                name,
                content,
                table.recordedAt(at),
                by);
    }
}
