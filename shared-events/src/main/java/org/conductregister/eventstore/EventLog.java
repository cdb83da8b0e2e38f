package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;

/**
 * Reads the log as it was recorded. Events that are not yet on disk are left out, so that a kill cannot undo anything
 * that was read. No connection is held between two pages, however slowly they are read. Thread-safe.
 */
public final class EventLog {

    private static final String COLUMNS = """
            globalIndex, timeStamp, eventIdentifier, type, aggregateIdentifier, sequenceNumber, payloadType,
            payloadRevision, payload, metaData""";
    private static final String HEAD =
            "SELECT globalIndex, timeStamp FROM DomainEventEntry ORDER BY globalIndex DESC LIMIT 1";
    private static final String RECORDED_AT = "SELECT timeStamp FROM DomainEventEntry WHERE globalIndex = ?";
    private static final String AFTER =
            "SELECT " + COLUMNS + " FROM DomainEventEntry WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?";
    private static final String UP_TO =
            "SELECT " + COLUMNS + " FROM DomainEventEntry WHERE globalIndex <= ? ORDER BY globalIndex DESC LIMIT ?";
    private static final String OF_AGGREGATE = "SELECT " + COLUMNS
            + " FROM DomainEventEntry WHERE aggregateIdentifier = ? AND sequenceNumber >= ?"
            + " ORDER BY sequenceNumber LIMIT ?";
    private static final String OF_AGGREGATES = "SELECT " + COLUMNS
            + " FROM DomainEventEntry WHERE aggregateIdentifier = ANY(?) ORDER BY aggregateIdentifier, sequenceNumber";
    private static final String LAST_SEQUENCE =
            "SELECT MAX(sequenceNumber) FROM DomainEventEntry WHERE aggregateIdentifier = ?";
    private static final String RECORDED = """
            SELECT eventIdentifier, globalIndex, timeStamp, aggregateIdentifier, sequenceNumber
            FROM DomainEventEntry WHERE eventIdentifier = ANY(?) ORDER BY globalIndex""";

    private final DataSource dataSource;
    private final LongSupplier undurableFrom;
    private final int pageSize;

    EventLog(DataSource dataSource, LongSupplier undurableFrom, int pageSize) {
        this.dataSource = dataSource;
        this.undurableFrom = undurableFrom;
        this.pageSize = pageSize;
    }

    public long lastPosition() {
        return head().position();
    }

    public LogHead head() {
        return reading(this::durableHead);
    }

    /**
     * The last position recorded at or before the instant, 0 where there is none: what was known then is what lies at or
     * before it. Whether it stays so is certain only for instants up to the head's.
     */
    public long positionAt(Instant knownAt) {
        return lastPositionUpTo(Microseconds.notAfter(knownAt));
    }

    /** The last position recorded before the instant, 0 where there is none. */
    long positionBefore(Instant instant) {
        return lastPositionUpTo(Microseconds.notAfter(instant.minusNanos(1)));
    }

    /** The events from this position on, in order, read a page at a time, at most {@code limit} of them. */
    public Stream<StoredEvent> from(long position, long limit) {
        int size = (int) Math.min(limit, pageSize);
        return Stream.iterate(
                        after(position - 1, size),
                        page -> !page.isEmpty(),
                        page -> after(page.getLast().position(), size))
                .flatMap(List::stream)
                .limit(limit);
    }

    /**
     * Returns the entries of these ids that are recorded, in order of position.
     *
     * @param entryIds UUIDs
     */
    public List<Recorded> recorded(Collection<String> entryIds) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(RECORDED)) {
                select.setArray(1, EntryIds.array(connection, entryIds));
                List<Recorded> found = new ArrayList<>(entryIds.size());
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        found.add(new Recorded(
                                EntryIds.read(row, 1),
                                row.getLong(2),
                                Microseconds.toInstant(row.getLong(3)),
                                row.getString(4),
                                row.getLong(5)));
                    }
                }
                long hiddenFrom = undurableFrom.getAsLong();
                found.removeIf(entry -> entry.position() >= hiddenFrom);
                return found;
            }
        });
    }

    List<StoredEvent> after(long position, int limit) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(AFTER)) {
                select.setLong(1, position);
                select.setInt(2, limit);
                return durableEvents(select);
            }
        });
    }

    /** The events up to this position, the latest first. */
    public List<StoredEvent> upTo(long position, int limit) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(UP_TO)) {
                select.setLong(1, position);
                select.setInt(2, limit);
                return durableEvents(select);
            }
        });
    }

    /**
     * The stream of one aggregate, in order.
     *
     * @param firstSequence from 0
     */
    public List<StoredEvent> ofAggregate(String aggregateIdentifier, long firstSequence, int limit) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_AGGREGATE)) {
                select.setString(1, aggregateIdentifier);
                select.setLong(2, firstSequence);
                select.setInt(3, limit);
                return durableEvents(select);
            }
        });
    }

    /** The whole streams of these aggregates, each in order of its sequence. */
    List<StoredEvent> ofAggregates(Collection<String> aggregateIdentifiers) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(OF_AGGREGATES)) {
                select.setArray(1, connection.createArrayOf("text", aggregateIdentifiers.toArray()));
                return durableEvents(select);
            }
        });
    }

    OptionalLong lastSequence(String aggregateIdentifier) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(LAST_SEQUENCE)) {
                select.setString(1, aggregateIdentifier);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long sequence = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(sequence);
                }
            }
        });
    }

    /** The last row, durable or not. */
    static LogHead head(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(HEAD);
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new LogHead(row.getLong(1), Microseconds.toInstant(row.getLong(2)))
                    : LogHead.OF_EMPTY_LOG;
        }
    }

    private LogHead durableHead(Connection connection) throws SQLException {
        LogHead head = head(connection);
        long last = undurableFrom.getAsLong() - 1;
        if (head.position() <= last) {
            return head;
        }
        return last == 0
                ? LogHead.OF_EMPTY_LOG
                : new LogHead(last, Microseconds.toInstant(recordedAt(connection, last)));
    }

    /** Positions are contiguous and instants rise with them, so a search by halves needs no index on the instant. */
    private long lastPositionUpTo(long microseconds) {
        return reading(connection -> {
            LogHead head = durableHead(connection);
            if (Microseconds.notAfter(head.recordedAt()) <= microseconds) {
                return head.position();
            }
            long atOrBefore = 0;
            long after = head.position();
            while (after - atOrBefore > 1) {
                long middle = (atOrBefore + after) >>> 1;
                if (recordedAt(connection, middle) <= microseconds) {
                    atOrBefore = middle;
                } else {
                    after = middle;
                }
            }
            return atOrBefore;
        });
    }

    private static long recordedAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(RECORDED_AT)) {
            select.setLong(1, position);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new EventStoreException("The log has no position " + position);
                }
                return row.getLong(1);
            }
        }
    }

    private List<StoredEvent> durableEvents(PreparedStatement select) throws SQLException {
        List<StoredEvent> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        long hiddenFrom = undurableFrom.getAsLong();
        events.removeIf(event -> event.position() >= hiddenFrom);
        return events;
    }

    private static StoredEvent event(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong(1),
                Microseconds.toInstant(row.getLong(2)),
                EntryIds.read(row, 3),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                new StoredType(row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10));
    }

    private interface Reading<R> {
        R from(Connection connection) throws SQLException;
    }

    private <R> R reading(Reading<R> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (SQLException e) {
            throw new EventStoreException("The event log could not be read", e);
        }
    }
}
