package org.conductregister.platform.users;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.conductregister.platform.AppendedTable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The names of persons who recorded entries in the register from which the log was moved here, and who may be no users here. Kept
 * beside the log, and read into memory whole, once a minute at most. Thread-safe.
 */
final class MovedNames {

    private static final Duration READ_AGAIN = Duration.ofMinutes(1);

    private final AppendedTable table;
    private final JdbcTemplate jdbc;
    private final Clock clock;
    private volatile Read read = new Read(Map.of(), Instant.EPOCH);

    private record Read(Map<String, String> names, Instant at) {}

    MovedNames(JdbcTemplate jdbc, Clock clock) {
        this.table = new AppendedTable(
                jdbc, "MovedPerson", "person VARCHAR(255) NOT NULL, name VARCHAR(1000) NOT NULL", "person", "Person");
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Returns the name of a person; empty where none came with the log. */
    Optional<String> name(String person) {
        var last = read;
        if (!last.names().containsKey(person) && !last.at().plus(READ_AGAIN).isAfter(clock.instant())) {
            last = new Read(all(), clock.instant());
            read = last;
        }
        return Optional.ofNullable(last.names().get(person));
    }

    /** Reads all names by the ids of their persons. */
    Map<String, String> all() {
        var names = new TreeMap<String, String>();
        if (table.exists()) {
            jdbc.query("SELECT person, name FROM MovedPerson ORDER BY id", row -> {
                names.put(row.getString(1), row.getString(2));
            });
        }
        return names;
    }

    void create() {
        table.create();
    }

    /** Adds a name in a transaction that moves a log in. */
    void add(Connection transaction, String person, String name) throws SQLException {
        table.write(
                transaction,
                JsonMapper.shared()
                        .createObjectNode()
                        .put("person", person)
                        .put("name", name)
                        .put("recordedat", clock.instant().toString())
                        .put("recordedby", "log-import"));
    }
}
