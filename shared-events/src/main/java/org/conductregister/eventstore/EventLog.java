package org.conductregister.eventstore;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.LogFailures;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.database.LogUnreadableException;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.eventstore.stored.StoredEvent;

/**
 * Reads the log as it was recorded. Events that are not yet on disk are left out, so that a kill cannot undo anything
 * that was read. What is damaged or missing is not passed over: whoever comes to it gets a {@link LogUnreadableException}.
 * No connection is held between two pages, however slowly they are read. Thread-safe.
 */
public final class EventLog {

    private static final String FROM = " FROM DomainEventEntry ";

    private final DataSource dataSource;
    private final Database database;
    private final LogCondition condition;
    private final RecentAppends appends;
    private final int pageSize;
    private final String select;

    /** @param appends those that this process makes */
    public EventLog(
            DataSource dataSource, Database database, LogCondition condition, RecentAppends appends, int pageSize) {
        this.dataSource = dataSource;
        this.database = database;
        this.condition = condition;
        this.appends = appends;
        this.pageSize = pageSize;
        this.select = "SELECT " + database.columns() + FROM;
    }

    /** The log in a database, to be read and no more. */
    public static EventLog in(DataSource dataSource, int pageSize) {
        try (Connection connection = dataSource.getConnection()) {
            return new EventLog(dataSource, Database.of(connection), new LogCondition(), new RecentAppends(), pageSize);
        } catch (SQLException e) {
            throw new EventStoreException("The database of the event log could not be reached", e);
        }
    }

    /** Returns the condition of the log: its trouble, where there is any. */
    public LogCondition condition() {
        return condition;
    }

    /** The latest of the {@link LogInstants}; {@link Instant#EPOCH} where there is none. */
    public Instant latestBeside() {
        return Microseconds.toInstant(reading(LogInstants::latestOf));
    }

    /**
     * To be told how far something that is kept has come. Where that is further than the log, entries are lost, and the
     * log's condition says how many.
     *
     * @param what a noun, such as "The view of case files"
     */
    public void reportKept(String what, long position) {
        long last = lastPosition();
        if (position > last) {
            condition.report(new LogTrouble(
                    LogTrouble.Kind.ENTRIES_LOST,
                    "%s had come to position %d, but the log ends at %d: %d entries are lost."
                            .formatted(what, position, last, position - last)));
        }
    }

    /**
     * Checks that no position is left out and no instant is before the one of the position before, without reading what
     * was recorded: a second for a million entries. What is found is reported to the log's condition.
     */
    public Optional<LogTrouble> checkOrder() {
        Optional<String> fault = reading(LogCheck::faultOfOrder);
        return fault.map(sentence -> {
            LogTrouble trouble = new LogTrouble(LogTrouble.Kind.DAMAGED, sentence);
            condition.report(trouble);
            return trouble;
        });
    }

    /**
     * Reads all of the log, and of what the database finds its entries by.
     *
     * @return in a sentence what is wrong; empty where nothing is
     */
    public Optional<String> checkAll() {
        try {
            Optional<String> fault = reading(LogCheck::faultOfOrder);
            if (fault.isPresent()) {
                return fault;
            }
            long last = from(1, Long.MAX_VALUE)
                    .mapToLong(StoredEvent::position)
                    .max()
                    .orElse(0);
            long head = lastPosition();
            return last < head
                    ? Optional.of("The log ends at position %d, but can be read up to %d only.".formatted(head, last))
                    : reading(database::faultOfIndexes);
        } catch (LogUnreadableException e) {
            return Optional.of(e.sentence());
        }
    }

    public long lastPosition() {
        return head().position();
    }

    public LogHead head() {
        return reading(connection -> head(connection, database));
    }

    /**
     * The last position recorded at or before the instant, 0 where there is none: what was known then is what lies at or
     * before it. Whether it stays so is certain only for instants up to the head's.
     */
    public long positionAt(Instant knownAt) {
        return lastPositionUpTo(Microseconds.notAfter(knownAt));
    }

    /** The last position recorded before the instant, 0 where there is none. */
    public long positionBefore(Instant instant) {
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
     * Returns the same as {@link #recorded}, without a look at the database where this process has just appended all of them.
     *
     * @param entryIds UUIDs
     */
    public List<Recorded> justRecorded(Collection<String> entryIds) {
        List<Recorded> known = appends.find(entryIds);
        return known.isEmpty() ? recorded(entryIds) : known;
    }

    /**
     * Returns the entries of these ids that are recorded, in order of position.
     *
     * @param entryIds UUIDs
     */
    public List<Recorded> recorded(Collection<String> entryIds) {
        String recorded = select + "WHERE " + database.isOneOfEntryIds() + " ORDER BY globalIndex";
        return events(recorded, parameters -> database.setEntryIds(parameters, 1, entryIds)).stream()
                .map(event -> new Recorded(
                        event.entryId(),
                        event.position(),
                        event.recordedAt(),
                        event.aggregateIdentifier(),
                        event.sequence()))
                .toList();
    }

    public List<StoredEvent> after(long position, int limit) {
        List<StoredEvent> events = events(select + "WHERE globalIndex > ? ORDER BY globalIndex LIMIT ?", parameters -> {
            parameters.setLong(1, position);
            parameters.setInt(2, limit);
        });
        requireNoGap(events, Math.max(0, position) + 1, 1);
        return events;
    }

    /** The events up to this position, the latest first. */
    public List<StoredEvent> upTo(long position, int limit) {
        List<StoredEvent> events =
                events(select + "WHERE globalIndex <= ? ORDER BY globalIndex DESC LIMIT ?", parameters -> {
                    parameters.setLong(1, position);
                    parameters.setInt(2, limit);
                });
        if (!events.isEmpty()) {
            requireNoGap(events, events.getFirst().position(), -1);
        }
        return events;
    }

    private void requireNoGap(List<StoredEvent> events, long first, int step) {
        long expected = first;
        for (StoredEvent event : events) {
            if (event.position() != expected) {
                throw reported(LogUnreadableException.at(expected, "it is missing"));
            }
            expected += step;
        }
    }

    /**
     * The stream of one aggregate, in order.
     *
     * @param firstSequence from 0
     */
    public List<StoredEvent> ofAggregate(String aggregateIdentifier, long firstSequence, int limit) {
        String ofAggregate =
                select + "WHERE aggregateIdentifier = ? AND sequenceNumber >= ? ORDER BY sequenceNumber LIMIT ?";
        List<StoredEvent> events = events(ofAggregate, parameters -> {
            parameters.setString(1, aggregateIdentifier);
            parameters.setLong(2, firstSequence);
            parameters.setInt(3, limit);
        });
        requireWhole(events, firstSequence);
        return events;
    }

    /** The whole streams of these aggregates, each in order of its sequence. */
    public List<StoredEvent> ofAggregates(Collection<String> aggregateIdentifiers) {
        String ofAggregates =
                select + "WHERE " + database.isOneOfAggregates() + " ORDER BY aggregateIdentifier, sequenceNumber";
        List<StoredEvent> events =
                events(ofAggregates, parameters -> database.setAggregates(parameters, 1, aggregateIdentifiers));
        requireWhole(events, 0);
        return events;
    }

    private void requireWhole(List<StoredEvent> streams, long firstSequence) {
        String aggregate = "";
        long expected = firstSequence;
        for (StoredEvent event : streams) {
            if (!event.aggregateIdentifier().equals(aggregate)) {
                aggregate = event.aggregateIdentifier();
                expected = firstSequence;
            }
            if (event.sequence() != expected) {
                throw reported(new LogUnreadableException(
                        "The entry at sequence %d of %s is missing.".formatted(expected, aggregate), null));
            }
            expected++;
        }
    }

    public OptionalLong lastSequence(String aggregateIdentifier) {
        return reading(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT MAX(sequenceNumber)" + FROM + "WHERE aggregateIdentifier = ?")) {
                select.setString(1, aggregateIdentifier);
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    long sequence = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(sequence);
                }
            }
        });
    }

    public static LogHead head(Connection connection, Database database) throws SQLException {
        String last = "SELECT " + database.columns() + FROM + "ORDER BY globalIndex DESC LIMIT 1";
        try (PreparedStatement select = connection.prepareStatement(last);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return LogHead.OF_EMPTY_LOG;
            }
            StoredEvent event = database.read(row);
            return new LogHead(event.position(), event.recordedAt());
        }
    }

    /**
     * The end of the log and of what is recorded beside it.
     *
     * @param latest the later of the head's instant and the latest of the {@link LogInstants}, in microseconds
     */
    public record End(LogHead head, long latest) {}

    /** Reads both ends in one query, as the transaction sees them. */
    public static End end(Connection transaction, Database database) throws SQLException {
        String last = "SELECT " + database.columns() + ", (" + LogInstants.SELECT_LATEST + ") AS latestBeside" + FROM
                + "ORDER BY globalIndex DESC LIMIT 1";
        try (PreparedStatement select = transaction.prepareStatement(last);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return new End(LogHead.OF_EMPTY_LOG, LogInstants.latestOf(transaction));
            }
            StoredEvent event = database.read(row);
            LogHead head = new LogHead(event.position(), event.recordedAt());
            return new End(head, Math.max(Microseconds.notAfter(head.recordedAt()), row.getLong("latestBeside")));
        }
    }

    /** Positions are contiguous and instants rise with them, so a search by halves needs no index on the instant. */
    private long lastPositionUpTo(long microseconds) {
        return reading(connection -> {
            LogHead head = head(connection, database);
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

    private long recordedAt(Connection connection, long position) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(select + "WHERE globalIndex = ?")) {
            statement.setLong(1, position);
            try (ResultSet row = statement.executeQuery()) {
                if (!row.next()) {
                    throw LogUnreadableException.at(position, "it is missing");
                }
                return Microseconds.notAfter(database.read(row).recordedAt());
            }
        }
    }

    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }

    private List<StoredEvent> events(String sql, Parameters parameters) {
        return reading(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                parameters.set(statement);
                List<StoredEvent> events = new ArrayList<>();
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        events.add(database.read(row));
                    }
                }
                return events;
            }
        });
    }

    private interface Reading<R> {
        R from(Connection connection) throws SQLException;
    }

    private <R> R reading(Reading<R> reading) {
        try (Connection connection = dataSource.getConnection()) {
            return reading.from(connection);
        } catch (LogUnreadableException e) {
            throw reported(e);
        } catch (SQLException e) {
            if (LogFailures.kindOf(database, e)
                    .filter(LogTrouble.Kind.DAMAGED::equals)
                    .isPresent()) {
                throw reported(new LogUnreadableException("The event log is damaged: " + e.getMessage(), e));
            }
            throw new EventStoreException("The event log could not be read", e);
        }
    }

    private LogUnreadableException reported(LogUnreadableException damage) {
        condition.report(new LogTrouble(LogTrouble.Kind.DAMAGED, damage.sentence()));
        return damage;
    }
}
