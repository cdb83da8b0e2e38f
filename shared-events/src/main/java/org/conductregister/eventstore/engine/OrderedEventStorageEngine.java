package org.conductregister.eventstore.engine;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogCondition;
import org.conductregister.eventstore.LogHead;
import org.conductregister.eventstore.RecentAppends;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.database.LogUnreadableException;
import org.conductregister.eventstore.stored.FactSerializer;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PayloadSeal;
import org.conductregister.eventstore.stored.SealRefusedException;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.eventstore.stored.StoredEventData;
import org.jspecify.annotations.Nullable;

/**
 * The event log behind Axon's event store. The append makes the order: positions are 1, 2, 3 … without a gap,
 * {@code recordedAt} is stamped here and rises strictly from one append to the next, and commits become visible in that
 * order, from however many threads and, on PostgreSQL, nodes they come. A file of SQLite has one engine at a time.
 *
 * <p>An append is a transaction of its own on a connection of its own, durable once {@code appendEvents} returns: it is
 * not undone by what happens later to the unit of work that published the events. The data source must not be a pool
 * whose connections units of work hold while they append or load, or they may wait for one another.
 *
 * <p>There are no snapshots: a record's history is short.
 */
public final class OrderedEventStorageEngine extends BatchingEventStorageEngine {

    private final EventLog log;
    private final Appender appender;
    private final GroupCommit<List<NewEvent>> appends;
    private final PayloadSeal seal;

    @SuppressWarnings("ThreadLocalUsage") // there is one engine a process, and what was read belongs to its store
    private final ThreadLocal<@Nullable PrefetchedStreams> prefetched = new ThreadLocal<>();

    /**
     * @param dataSource of a database in which {@link org.conductregister.eventstore.database.EventTable} exists; transactions must begin as READ COMMITTED. A
     *     pool of connections to a file of SQLite must throw away those on which something failed
     * @param clock stamps {@code recordedAt}; it may run back, the stamps do not
     * @param guard checks appends against other records
     * @param seal seals payloads before they are stored, and opens them when they are read
     * @param batchSize how many events are read at a time
     * @throws IllegalArgumentException if the database would lose what it acknowledged, or does not keep one node's append
     *     from another's
     */
    public OrderedEventStorageEngine(
            DataSource dataSource,
            FactSerializer serializer,
            EventUpcaster upcasters,
            PayloadSeal seal,
            LogClock clock,
            int batchSize,
            AppendLimits limits,
            AppendGuard guard) {
        super(
                new Builder() {}.batchSize(batchSize)
                        .eventSerializer(serializer)
                        .snapshotSerializer(serializer)
                        .upcasterChain(upcasters));
        this.seal = seal;
        Database database = databaseOf(dataSource);
        LogCondition condition = new LogCondition();
        RecentAppends recent = new RecentAppends();
        this.appender = new Appender(
                dataSource,
                database,
                clock,
                limits.clockBehind(),
                condition,
                recent,
                guard,
                new TransactionStreams(database, serializer, upcasters, seal));
        appender.prepareGuard();
        this.appends = new GroupCommit<>(appender, limits.patience(), EventStoreException::new);
        this.log = new EventLog(dataSource, database, condition, recent, batchSize);
        appender.clockTrouble(headOrEmpty()).ifPresent(condition::report);
    }

    /** Where the last entry cannot be read, that is reported by the log itself. */
    private LogHead headOrEmpty() {
        try {
            return log.head();
        } catch (LogUnreadableException e) {
            return LogHead.OF_EMPTY_LOG;
        }
    }

    /**
     * Returns the trouble of the log, where there is any. Where no entries were taken lately, it is tried whether the
     * database can write again, which may take as long as an append.
     */
    public Optional<LogTrouble> trouble() {
        LogCondition condition = log.condition();
        if (condition.trouble().filter(trouble -> !trouble.kind().isLasting()).isPresent()) {
            try {
                submit(List.of());
            } catch (EventStoreException e) {
                // It has been reported, where it is anything new
            }
        }
        return condition.trouble();
    }

    private void submit(List<NewEvent> append) {
        try {
            appends.submit(append);
        } catch (GroupCommit.WaitedTooLongException e) {
            throw log.condition().tooSlow(e);
        }
    }

    /**
     * Fills a log in which nothing is recorded with what was recorded elsewhere, all or nothing.
     *
     * @throws IllegalStateException if something is recorded
     * @throws EventStoreException if the database failed
     */
    public void fillEmptyLog(LogFilling filling) {
        appender.fillEmpty(filling);
    }

    /** Returns a reader of the same log as stored. */
    public EventLog log() {
        return log;
    }

    /**
     * Reads the streams of these aggregates in one query. Until the answer is closed, this thread loads them from there.
     *
     * @throws IllegalStateException if this thread has not closed the ones before
     */
    public PrefetchedStreams prefetch(Collection<String> aggregateIdentifiers) {
        if (prefetched.get() != null) {
            throw new IllegalStateException("This thread has prefetched streams already");
        }
        PrefetchedStreams streams = new PrefetchedStreams(
                aggregateIdentifiers, log.ofAggregates(Set.copyOf(aggregateIdentifiers)), prefetched::remove);
        prefetched.set(streams);
        return streams;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if an event is not of an aggregate, or its identifier not a UUID as Java prints it
     * @throws EntryIdTakenException if the log has an entry of the same identifier
     * @throws org.axonframework.modelling.command.ConcurrencyException if an aggregate has an event of the same sequence,
     *     also where that is its first, for which Axon's own engine throws something that nobody retries
     * @throws AppendGuard.AppendRefusedException if another record stands against one of the events
     * @throws org.conductregister.eventstore.database.EntriesNotTakenException if the log takes none at present; then none is recorded, but where what was tried
     *     is to write them: that may have been done all the same
     * @throws EventStoreException if the database failed; whether the events are recorded is then certain only to be
     *     found out by asking
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        List<NewEvent> append = sealed(
                events.stream().map(event -> NewEvent.from(event, serializer)).toList());
        submit(append);
        PrefetchedStreams streams = prefetched.get();
        if (streams != null) {
            append.forEach(event -> streams.forget(event.aggregateIdentifier()));
        }
    }

    private List<NewEvent> sealed(List<NewEvent> events) {
        try {
            return seal.sealed(events);
        } catch (SealRefusedException e) {
            throw new ConcurrencyException(String.valueOf(e.getMessage()), e);
        } catch (RuntimeException e) {
            throw appender.refusalBehind(e);
        }
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken lastToken, int batchSize) {
        return data(log.after(position(lastToken), batchSize));
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(
            String aggregateIdentifier, long firstSequenceNumber, int batchSize) {
        PrefetchedStreams streams = prefetched.get();
        List<StoredEvent> stream = streams == null ? null : streams.stream(aggregateIdentifier, firstSequenceNumber);
        return data(stream == null ? log.ofAggregate(aggregateIdentifier, firstSequenceNumber, batchSize) : stream);
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return log.lastSequence(aggregateIdentifier).stream().boxed().findAny();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(log.lastPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(log.positionBefore(dateTime));
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("The register keeps no snapshots");
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private List<StoredEventData> data(List<StoredEvent> events) {
        seal.prepareToOpen(events);
        return events.stream().map(event -> new StoredEventData(event, seal)).toList();
    }

    private static long position(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> 0;
            case GlobalSequenceTrackingToken known -> known.getGlobalIndex();
            default -> throw new IllegalArgumentException("Not a position in the log: " + token);
        };
    }

    private static Database databaseOf(DataSource dataSource) {
        Database database;
        try (Connection connection = dataSource.getConnection()) {
            database = Database.of(connection);
            database.requireDurability(connection);
        } catch (SQLException e) {
            throw notReached(e);
        }
        try {
            database.requireExclusion(dataSource);
        } catch (SQLException e) {
            throw notReached(e);
        }
        return database;
    }

    private static EventStoreException notReached(SQLException failure) {
        return new EventStoreException("The database of the event log could not be reached", failure);
    }
}
