package org.conductregister.query.disclosure;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.platform.AppendedTable;
import org.conductregister.platform.MovesWithLog;
import org.conductregister.query.statistics.Unit;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every table that was ever published, beside the event log: it cannot be made again from the log. Rows are only added, each
 * naming the one before it, so that no two nodes add one without knowing the other. Thread-safe.
 */
@Component
class ReleasedTables implements MovesWithLog {

    /** Writes the components of records, and not what they can tell of themselves. */
    private final JsonMapper json = JsonMapper.builder()
            .changeDefaultVisibility(visible -> visible.withIsGetterVisibility(Visibility.NONE))
            .build();

    private final JdbcTemplate jdbc;
    private final AppendedTable table;

    /** The tables read so far, in order; rows never change. */
    private final List<Released> read = new ArrayList<>();

    private long last;

    ReleasedTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.table = new AppendedTable(
                jdbc,
                "ReleasedTable",
                "previous BIGINT NOT NULL UNIQUE, content TEXT NOT NULL",
                "previous",
                "Previous");
    }

    @Override
    public List<AppendedTable> movedTables() {
        return List.of(table);
    }

    /**
     * All tables published by now.
     *
     * @param last to be handed back where one is added in their knowledge
     */
    record Known(List<Released> tables, long last) {

        List<Released> of(Unit unit) {
            return tables.stream()
                    .filter(released -> released.question().unit() == unit)
                    .toList();
        }

        /** Returns those of other units, as {@link OtherUnits} reads them. */
        List<Released> ofOtherUnits(Unit unit) {
            return OtherUnits.readAs(unit, tables);
        }
    }

    synchronized Known known() {
        if (table.exists()) {
            jdbc.query(
                    "SELECT id, content FROM ReleasedTable WHERE id > ? ORDER BY id",
                    row -> {
                        read.add(json.readValue(row.getString(2), Released.class));
                        last = row.getLong(1);
                    },
                    last);
        }
        return new Known(List.copyOf(read), last);
    }

    /**
     * Adds one, durably on return.
     *
     * @param before what was known when it was found to be safe
     * @return false where another has been added since, and it is not added
     */
    boolean add(Released released, Known before, Instant at, String by) {
        table.create();
        try {
            table.append("previous, content", at, by, before.last(), json.writeValueAsString(released));
            return true;
        } catch (DataAccessException e) {
            if (known().last() == before.last()) {
                throw e;
            }
            return false;
        }
    }
}
