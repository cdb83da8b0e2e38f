package org.conductregister.eventstore.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The table of the event log. */
public final class EventTable {

    private EventTable() {}

    /**
     * Creates the table where it does not exist yet; several nodes may start at once. Where it does, a user who may only
     * read it is enough. A file of an earlier version is brought forward.
     *
     * @throws IllegalArgumentException if the database is neither SQLite nor PostgreSQL
     * @throws EventFileRefusedException if the file is of a later version, or not the register's
     */
    public static void createIn(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Database.of(connection).createTable(connection);
        } catch (SQLException e) {
            if (LogFailures.kindBehind(e)
                    .filter(LogTrouble.Kind.DAMAGED::equals)
                    .isPresent()) {
                throw new EventFileRefusedException(
                        "The event log is damaged so that nothing in it can be found: " + e.getMessage());
            }
            throw new EventStoreException("The table of the event log could not be created", e);
        }
    }
}
