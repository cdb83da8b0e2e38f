package org.conductregister.eventstore.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.conductregister.eventstore.stored.EntryIds;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;

/** Several nodes append to one log, so the lock that orders appends is the database's. */
final class PostgreSql implements Database {

    /** The advisory lock's key, "conductr" in ASCII: the same in every node, for ever. */
    private static final long ORDER_LOCK = 0x636F6E6475637472L;

    /** A column of each step of the schema. */
    private static final String STEPS = """
        SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND (table_name, column_name) IN
            (('domainevententry', 'globalindex'), ('loginstant', 'instant'), ('domainevententry', 'salt'), ('unsealed', 'upto'))\
        """;

    private static final String DISK_FULL = "53100";

    /** The class "internal error", of which a damaged row or index is one. */
    private static final String DAMAGED = "XX";

    @Override
    public void createTable(Connection connection) throws SQLException {
        if (Database.only(connection, STEPS).equals("4")) {
            return;
        }
        try {
            beginAppend(connection);
            Database.execute(connection, Database.script("schema-postgresql.sql"));
            Database.execute(connection, Database.script("schema-postgresql-2.sql"));
            Database.executeAll(connection, Database.script("schema-postgresql-3.sql"));
            Database.execute(connection, Database.script("schema-postgresql-4.sql"));
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void requireDurability(Connection connection) throws SQLException {
        if (Database.only(connection, "SHOW synchronous_commit").equals("off")) {
            throw new IllegalArgumentException(
                    "PostgreSQL loses acknowledged events on a crash with synchronous_commit=off");
        }
    }

    /** The statement that reads the last position comes after the lock, in a snapshot of its own (READ COMMITTED). */
    @Override
    public void beginAppend(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        lockAppends(connection);
    }

    @Override
    public void lockAppends(Connection transaction) throws SQLException {
        try (PreparedStatement lock = transaction.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            lock.setLong(1, ORDER_LOCK);
            lock.execute();
        }
    }

    /** The lock is asked for, and no more: a server that is full says so at the next append. */
    @Override
    public void tryToWrite(Connection connection) throws SQLException {
        beginAppend(connection);
        connection.commit();
        connection.setAutoCommit(true);
    }

    @Override
    public String insert() {
        return """
            INSERT INTO DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
                sequenceNumber, payloadType, payloadRevision, payload, metaData, salt)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)\
            """;
    }

    @Override
    public void bind(PreparedStatement insert, long position, long recordedAt, NewEvent event, byte[] salt)
            throws SQLException {
        insert.setLong(1, position);
        insert.setLong(2, recordedAt);
        insert.setObject(3, event.entryId());
        insert.setString(4, event.aggregateType());
        insert.setString(5, event.aggregateIdentifier());
        insert.setLong(6, event.sequence());
        insert.setString(7, event.type().name());
        insert.setString(8, event.type().revision());
        insert.setString(9, event.payload());
        insert.setString(10, event.metadata());
        insert.setBytes(11, salt);
    }

    /** The server keeps checksums of its own, of pages. */
    @Override
    public boolean checksumFits(ResultSet row) {
        return true;
    }

    @Override
    public void replacePayload(Connection connection, StoredEvent event, String payload) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE DomainEventEntry SET payload = ? WHERE globalIndex = ?")) {
            update.setString(1, payload);
            update.setLong(2, event.position());
            update.executeUpdate();
        }
    }

    /** Rewrites the table; what the server's own write-ahead log and its archive keep is theirs. */
    @Override
    public void sweep(Connection connection) throws SQLException {
        Database.execute(connection, "VACUUM FULL DomainEventEntry");
    }

    @Override
    public String columns() {
        return """
            globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier, sequenceNumber, payloadType,
            payloadRevision, payload, metaData\
            """;
    }

    @Override
    public StoredEvent read(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                Microseconds.toInstant(row.getLong(2)),
                row.getObject(3, UUID.class).toString(),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                new StoredType(row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10));
    }

    @Override
    public String isOneOfEntryIds() {
        return "eventIdentifier = ANY(?)";
    }

    @Override
    public void setEntryIds(PreparedStatement select, int parameter, Collection<String> entryIds) throws SQLException {
        Object[] ids = entryIds.stream().map(EntryIds::parse).toArray();
        select.setArray(parameter, select.getConnection().createArrayOf("uuid", ids));
    }

    @Override
    public String isOneOfAggregates() {
        return "aggregateIdentifier = ANY(?)";
    }

    @Override
    public void setAggregates(PreparedStatement select, int parameter, Collection<String> aggregateIdentifiers)
            throws SQLException {
        select.setArray(parameter, select.getConnection().createArrayOf("text", aggregateIdentifiers.toArray()));
    }

    /** The server's own tools look at that ({@code pg_amcheck}). */
    @Override
    public Optional<String> faultOfIndexes(Connection connection) {
        return Optional.empty();
    }

    /** SQLSTATE classes 22 (data exception) and 23 (integrity constraint violation). */
    @Override
    public boolean blamesTheEvents(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    @Override
    public Optional<LogTrouble.Kind> troubleBehind(SQLException failure) {
        return switch (failure.getSQLState()) {
            case null -> Optional.empty();
            case DISK_FULL -> Optional.of(LogTrouble.Kind.NO_ROOM);
            case String state when state.startsWith(DAMAGED) -> Optional.of(LogTrouble.Kind.DAMAGED);
            default -> Optional.empty();
        };
    }
}
