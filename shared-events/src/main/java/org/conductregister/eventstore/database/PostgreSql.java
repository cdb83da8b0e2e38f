package org.conductregister.eventstore.database;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.conductregister.eventstore.stored.EntryIds;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PlacedEvent;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredType;
import org.conductregister.integrity.StoredRow;
import org.jspecify.annotations.Nullable;

/**
 * Several nodes append to one log, so the lock that orders appends is the database's. A node that stops in the midst of an
 * append, or is cut off, loses its session to the server after {@value #IDLE_SECONDS} s, and the lock with it, which is sooner
 * than others give up waiting.
 */
final class PostgreSql implements Database {

    /** The advisory lock's key, "conductr" in ASCII: the same in every node, for ever. */
    private static final long ORDER_LOCK = 0x636F6E6475637472L;

    /** The channel on which each commit of an append, or of what is recorded beside the log, is announced. */
    static final String CHANNEL = "register_log";

    /** The longest that a transaction with the lock may leave the server waiting for its next statement. */
    private static final int IDLE_SECONDS = 10;

    /** The longest wait for the lock. */
    private static final int LOCK_SECONDS = 15;

    /** The longest wait for an answer of the server during an append, where it may be gone: more than for the lock. */
    private static final int ANSWER_MILLIS = 30_000;

    /** The server's clock, in whole microseconds. */
    private static final String MICROS = "(extract(epoch FROM clock_timestamp()) * 1000000)::bigint AS now";

    private static final String NOW = "SELECT " + MICROS;

    /**
     * Limits this transaction, waits for the lock, announces the commit that is to come and then reads the clock: columns are computed in
     * their order. It is one statement, which the server prepares once for each session; as five it took the server and the caller a
     * third more of their processors for a whole append.
     */
    private static final String LOCK = """
            SELECT set_config('lock_timeout', '%ds', true), set_config('idle_in_transaction_session_timeout', '%ds', true),
                pg_advisory_xact_lock(%d), pg_notify('%s', ''), %s\
            """.formatted(LOCK_SECONDS, IDLE_SECONDS, ORDER_LOCK, CHANNEL, MICROS);

    /** A column of each step of the schema. */
    private static final String STEPS = """
        SELECT count(*) FROM information_schema.columns WHERE table_schema = current_schema() AND (table_name, column_name) IN
            (('domainevententry', 'globalindex'), ('loginstant', 'instant'), ('domainevententry', 'salt'), ('unsealed', 'upto'))\
        """;

    private static final String DISK_FULL = "53100";
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** The server has ended the session, or takes none at present; class 08 is a connection that is lost or not had. */
    private static final Set<String> SESSION_ENDED = Set.of("25P03", "53300", "57P01", "57P02", "57P03", "57P05");

    private static final String CONNECTION_LOST = "08";

    /** The class "internal error", of which a damaged row or index is one. */
    private static final String DAMAGED = "XX";

    @Override
    public void createTable(Connection connection) throws SQLException {
        if (Database.only(connection, STEPS).equals("4")) {
            return;
        }
        try {
            beginLongAppend(connection);
            Database.execute(connection, Database.script("schema-postgresql.sql"));
            Database.execute(connection, Database.script("schema-postgresql-2.sql"));
            Database.executeAll(connection, Database.script("schema-postgresql-3.sql"));
            Database.execute(connection, Database.script("schema-postgresql-4.sql"));
            connection.commit();
            connection.setAutoCommit(true);
        } catch (SQLException | RuntimeException e) {
            Transactions.abandon(connection, e);
            throw e;
        }
    }

    @Override
    public void requireDurability(Connection connection) throws SQLException {
        if (Database.only(connection, "SHOW synchronous_commit").equals("off")) {
            throw new IllegalArgumentException(
                    "PostgreSQL loses acknowledged events on a crash with synchronous_commit=off");
        }
    }

    /**
     * Some databases that speak PostgreSQL's protocol accept advisory locks and ignore them: so two sessions try it. The key
     * is of no other use.
     */
    @Override
    public void requireExclusion(DataSource connections) throws SQLException {
        long key = ThreadLocalRandom.current().nextLong();
        try (Connection holder = connections.getConnection();
                Connection other = connections.getConnection()) {
            holder.setAutoCommit(false);
            boolean excluded;
            try {
                Database.execute(holder, "SELECT pg_advisory_xact_lock(%d)".formatted(key));
                excluded = !isFree(other, key);
            } finally {
                holder.rollback();
                holder.setAutoCommit(true);
            }
            if (!excluded) {
                throw new IllegalArgumentException(
                        "This database lets two sessions have the same advisory lock (pg_advisory_xact_lock), so two nodes"
                                + " could record at the same position; use one that excludes them");
            }
            if (!isFree(other, key)) {
                throw new IllegalArgumentException(
                        "This database does not let go of an advisory lock (pg_advisory_xact_lock) with its transaction,"
                                + " so a node that ends could keep all others from recording");
            }
        }
    }

    private static boolean isFree(Connection connection, long key) throws SQLException {
        return Database.only(connection, "SELECT pg_try_advisory_xact_lock(%d)".formatted(key))
                .equals("t");
    }

    /** The statement that reads the last position comes after the lock, in a snapshot of its own (READ COMMITTED). */
    @Override
    public Optional<Instant> beginAppend(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        connection.setAutoCommit(false);
        return lockAppends(connection);
    }

    @Override
    public void beginLongAppend(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        lockAppends(connection);
    }

    @Override
    public Optional<Instant> lockAppends(Connection transaction) throws SQLException {
        return Optional.of(timeOf(transaction, LOCK));
    }

    @Override
    public Optional<Instant> now(Connection connection) throws SQLException {
        return Optional.of(timeOf(connection, NOW));
    }

    private static Instant timeOf(Connection connection, String select) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return Microseconds.toInstant(row.getLong("now"));
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
    public void insert(Connection transaction, List<PlacedEvent> rows) throws SQLException {
        if (rows.size() < CopiedRows.WORTHWHILE) {
            Database.super.insert(transaction, rows);
        } else {
            CopiedRows.insert(transaction, rows);
        }
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
    public StoredRow readAsStored(ResultSet row) throws SQLException {
        return new StoredRow(
                row.getLong(1),
                row.getLong(2),
                bytes(row.getObject(3, UUID.class)),
                Database.orEmpty(row.getBytes(4)),
                Database.orEmpty(row.getBytes(5)),
                row.getLong(6),
                Database.orEmpty(row.getBytes(7)),
                Database.orEmpty(row.getBytes(8)),
                Database.orEmpty(row.getBytes(9)),
                Database.orEmpty(row.getBytes(10)),
                Database.orEmpty(row.getBytes(11)),
                true);
    }

    private static byte[] bytes(@Nullable UUID id) {
        return id == null
                ? new byte[0]
                : ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array();
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
        if (failure instanceof SQLTransientConnectionException) {
            return Optional.of(LogTrouble.Kind.UNREACHABLE); // the pool had no connection to give
        }
        return switch (failure.getSQLState()) {
            case null -> Optional.empty();
            case DISK_FULL -> Optional.of(LogTrouble.Kind.NO_ROOM);
            case LOCK_NOT_AVAILABLE -> Optional.of(LogTrouble.Kind.SLOW);
            case String state
            when SESSION_ENDED.contains(state) || state.startsWith(CONNECTION_LOST) ->
                Optional.of(LogTrouble.Kind.UNREACHABLE);
            case String state when state.startsWith(DAMAGED) -> Optional.of(LogTrouble.Kind.DAMAGED);
            default -> Optional.empty();
        };
    }
}
