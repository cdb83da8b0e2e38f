package org.conductregister.eventstore;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.database.Database;
import org.conductregister.integrity.RowSource;
import org.conductregister.integrity.StoredRow;
import org.jspecify.annotations.Nullable;

/** Reads the rows of the event store without an opinion of them. Thread-safe; holds no connection between two calls. */
public final class StoredRows implements RowSource {

    private static final byte[] NOTHING = {};

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
                    found.add(read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new EventStoreException("The event log could not be read: " + e.getMessage(), e);
        }
    }

    private StoredRow read(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getLong(2),
                id(row.getObject(3)),
                bytes(row, 4),
                bytes(row, 5),
                row.getLong(6),
                bytes(row, 7),
                bytes(row, 8),
                bytes(row, 9),
                bytes(row, 10),
                orNothing(row.getBytes("salt")),
                database.checksumFits(row));
    }

    private static byte[] id(@Nullable Object stored) {
        return stored instanceof UUID id
                ? ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array()
                : orNothing((byte @Nullable []) stored);
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return orNothing(row.getBytes(column));
    }

    private static byte[] orNothing(byte @Nullable [] bytes) {
        return bytes == null ? NOTHING : bytes;
    }
}
