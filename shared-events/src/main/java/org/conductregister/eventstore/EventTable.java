package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The table of the event log. */
public final class EventTable {

    private EventTable() {}

    /**
     * Creates the table where it does not exist yet; several nodes may start at once.
     *
     * @throws IllegalArgumentException if the database is neither H2 nor PostgreSQL
     */
    public static void createIn(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Database database = Database.of(connection);
            connection.setAutoCommit(false);
            try (Statement create = connection.createStatement()) {
                database.lockOrder(connection);
                create.execute(database.schema());
                connection.commit();
            } catch (SQLException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new EventStoreException("The table of the event log could not be created", e);
        }
    }
}
