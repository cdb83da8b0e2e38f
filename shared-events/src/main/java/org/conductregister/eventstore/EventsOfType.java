package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.stored.StoredEvent;

/** Finds the events of one type. There is no index of types: each call is a pass over the log from a position on. */
public final class EventsOfType {

    private EventsOfType() {}

    /** Returns those after a position, in order. */
    public static List<StoredEvent> after(DataSource log, String type, long position) {
        try (var connection = log.getConnection()) {
            return after(connection, type, position);
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    private static List<StoredEvent> after(Connection connection, String type, long position) throws SQLException {
        var database = Database.of(connection);
        try (var select = connection.prepareStatement("SELECT " + database.columns()
                + " FROM DomainEventEntry WHERE globalIndex > ? AND payloadType = ? ORDER BY globalIndex")) {
            select.setLong(1, position);
            select.setString(2, type);
            var found = new ArrayList<StoredEvent>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(database.read(row));
                }
            }
            return found;
        }
    }

    /** Returns the position of the last event; 0 where there is none. */
    public static long lastPosition(DataSource log) {
        try (var connection = log.getConnection()) {
            return EventLog.head(connection, Database.of(connection)).position();
        } catch (SQLException e) {
            throw notRead(e);
        }
    }

    private static EventStoreException notRead(SQLException failure) {
        return new EventStoreException("The event log could not be read", failure);
    }
}
