package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.database.Database;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.StoredRow;

/** Reads the rows of the event store without an opinion of them. Thread-safe; holds no connection between two calls. */
public final class StoredRows implements RowSource {

    private final DataSource dataSource;
    private final Database database;
    private final String select;

    /** @param dataSource of the log's database, whose table exists */
    public StoredRows(DataSource dataSource) {
        this.dataSource = dataSource;
        try (Connection connection = dataSource.getConnection()) {
            this.database = Database.of(connection);
        } catch (SQLException e) {
            throw new EventStoreException("The database of the event log could not be reached", e);
        }
        this.select = "SELECT " + database.columns()
                + ", salt FROM DomainEventEntry WHERE globalIndex >= ? ORDER BY globalIndex LIMIT ?";
    }

    @Override
    public List<StoredRow> from(long position, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(select)) {
            statement.setLong(1, position);
            statement.setInt(2, limit);
            var found = new ArrayList<StoredRow>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.add(database.readAsStored(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreException("The event log could not be read: " + e.getMessage(), e);
        }
    }
}
