package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/** The table of the event log. */
public final class EventTable {

    private static final String NAME = "DomainEventEntry";

    private EventTable() {}

    /**
     * Creates the table where it does not exist yet; several nodes may start at once. Where it does, a user who may only
     * read it is enough.
     *
     * @throws IllegalArgumentException if the database is neither H2 nor PostgreSQL
     */
    public static void createIn(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            Database database = Database.of(connection);
            if (existsIn(connection)) {
                return;
            }
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

    private static boolean existsIn(Connection connection) throws SQLException {
        DatabaseMetaData database = connection.getMetaData();
        String name =
                database.storesUpperCaseIdentifiers() ? NAME.toUpperCase(Locale.ROOT) : NAME.toLowerCase(Locale.ROOT);
        try (ResultSet tables = database.getTables(connection.getCatalog(), connection.getSchema(), name, null)) {
            return tables.next();
        }
    }
}
