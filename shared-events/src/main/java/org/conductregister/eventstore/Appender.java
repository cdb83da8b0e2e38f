package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Writes appends to the log, those of one group in one transaction: contiguous positions, and a {@code recordedAt} for
 * each append that is later than every one before, whatever the clock says.
 */
final class Appender implements GroupCommit.Committer<List<NewEvent>> {

    static final String INSERT = """
            INSERT INTO DomainEventEntry (globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier,
                sequenceNumber, payloadType, payloadRevision, payload, metaData)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final DataSource dataSource;
    private final Database database;
    private final Clock clock;
    private volatile long undurableFrom = Long.MAX_VALUE;

    Appender(DataSource dataSource, Database database, Clock clock) {
        this.dataSource = dataSource;
        this.database = database;
        this.clock = clock;
    }

    /**
     * The position from which rows may be visible that a kill could still undo. Ask after the rows were read: a commit
     * that began later has not shown anything then.
     */
    long undurableFrom() {
        return undurableFrom;
    }

    @Override
    public void commit(List<List<NewEvent>> group) throws GroupCommit.MemberAtFault {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                makeDurable(connection, write(connection, group));
            } catch (SQLException | RuntimeException | Error e) {
                rollBack(connection, e);
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            if (!Conflict.blamesTheEvents(e)) {
                throw new EventStoreException("The events could not be appended to the log", e);
            }
            if (group.size() > 1) {
                throw new GroupCommit.MemberAtFault(e);
            }
            throw Conflict.explain(dataSource, group.getFirst(), e);
        }
    }

    private static void rollBack(Connection connection, Throwable reason) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }

    /** Returns the first position written. */
    private long write(Connection transaction, List<List<NewEvent>> group) throws SQLException {
        database.lockOrder(transaction);
        LogHead head = EventLog.head(transaction);
        long position = head.position();
        long recordedAt = Microseconds.notAfter(head.recordedAt());
        try (PreparedStatement insert = transaction.prepareStatement(INSERT)) {
            for (List<NewEvent> append : group) {
                recordedAt = Math.max(Microseconds.notAfter(clock.instant()), recordedAt + 1);
                for (NewEvent event : append) {
                    add(insert, ++position, recordedAt, event);
                }
            }
            insert.executeBatch();
        }
        return head.position() + 1;
    }

    static void add(PreparedStatement insert, long position, long recordedAt, NewEvent event) throws SQLException {
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
        insert.addBatch();
    }

    /** Where the commit fails, what it had shown stays hidden until a later one has made all before it durable. */
    private void makeDurable(Connection transaction, long first) throws SQLException {
        if (database.visibleBeforeDurable()) {
            undurableFrom = Math.min(undurableFrom, first);
        }
        transaction.commit();
        undurableFrom = Long.MAX_VALUE;
    }
}
