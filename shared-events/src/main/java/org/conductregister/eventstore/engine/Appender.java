package org.conductregister.eventstore.engine;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.LogClock;
import org.conductregister.eventstore.LogCondition;
import org.conductregister.eventstore.LogHead;
import org.conductregister.eventstore.RecentAppends;
import org.conductregister.eventstore.Recorded;
import org.conductregister.eventstore.database.Database;
import org.conductregister.eventstore.database.EntriesNotTakenException;
import org.conductregister.eventstore.database.LogFailures;
import org.conductregister.eventstore.database.LogTrouble;
import org.conductregister.eventstore.database.Transactions;
import org.conductregister.eventstore.stored.Microseconds;
import org.conductregister.eventstore.stored.NewEvent;
import org.conductregister.eventstore.stored.PlacedEvent;

/**
 * Writes appends to the log, those of one group in one transaction: contiguous positions, and a {@code recordedAt} for
 * each append that is later than every one before, and than all that is recorded beside the log, whatever the clock says. The clock is read
 * once a group, after the wait for others.
 */
final class Appender implements GroupCommit.Committer<List<NewEvent>> {

    /** The length of each event's salt in bytes; the proof of the log needs that nobody can guess it. */
    private static final int SALT_LENGTH = 16;

    private final SecureRandom random = new SecureRandom();
    private final DataSource dataSource;
    private final Database database;
    private final LogClock clock;
    private final Duration clockBehind;
    private final LogCondition condition;
    private final RecentAppends recent;
    private final AppendGuard guard;
    private final TransactionStreams streams;

    Appender(
            DataSource dataSource,
            Database database,
            LogClock clock,
            Duration clockBehind,
            LogCondition condition,
            RecentAppends recent,
            AppendGuard guard,
            TransactionStreams streams) {
        this.dataSource = dataSource;
        this.database = database;
        this.clock = clock;
        this.clockBehind = clockBehind;
        this.condition = condition;
        this.recent = recent;
        this.guard = guard;
        this.streams = streams;
    }

    /** Has the guard make what it keeps, where the database does not have it yet. */
    void prepareGuard() {
        try (Connection connection = dataSource.getConnection()) {
            if (!guard.isPrepared(connection)) {
                inTransaction(connection, () -> {
                    database.beginLongAppend(connection);
                    guard.prepare(connection, streams.in(connection));
                    connection.commit();
                    connection.setAutoCommit(true);
                });
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Fills a log in which nothing is recorded, and has the guard make what it keeps of it; all or nothing.
     *
     * @throws IllegalStateException if something is recorded
     */
    void fillEmpty(LogFilling filling) {
        try (Connection connection = dataSource.getConnection()) {
            inTransaction(connection, () -> {
                database.beginAppend(connection);
                if (EventLog.head(connection, database).position() > 0) {
                    throw new IllegalStateException("Something is recorded in the log already");
                }
                filling.fill(connection, database);
                guard.prepare(connection, streams.in(connection));
                connection.commit();
                connection.setAutoCommit(true);
            });
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Has an empty append find out whether entries would be taken. */
    @Override
    public void commit(List<List<NewEvent>> group) throws GroupCommit.MemberAtFault {
        condition.refuseWhereDamaged();
        boolean writes = group.stream().anyMatch(append -> !append.isEmpty());
        try (Connection connection = dataSource.getConnection()) {
            inTransaction(connection, writes ? () -> write(connection, group) : () -> tryToWrite(connection));
            condition.wrote();
        } catch (AppendGuard.AppendRefusedException e) {
            if (group.size() > 1) {
                throw new GroupCommit.MemberAtFault(e);
            }
            throw e;
        } catch (SQLException e) {
            if (!database.blamesTheEvents(e)) {
                throw failed(e);
            }
            if (group.size() > 1) {
                throw new GroupCommit.MemberAtFault(e);
            }
            throw Conflict.explain(dataSource, database, group.getFirst(), e);
        }
    }

    private interface Writing {
        void run() throws SQLException;
    }

    private static void inTransaction(Connection connection, Writing writing) throws SQLException {
        try {
            writing.run();
        } catch (SQLException | RuntimeException | Error e) {
            Transactions.abandon(connection, e);
            throw e;
        }
    }

    private void tryToWrite(Connection connection) throws SQLException {
        refuseIfBehind(clock.instant(database.now(connection)), EventLog.head(connection, database));
        database.tryToWrite(connection);
    }

    private void write(Connection connection, List<List<NewEvent>> group) throws SQLException {
        Instant now = clock.instant(database.beginAppend(connection));
        List<List<Recorded>> inserted = insert(connection, group, now);
        connection.commit();
        inserted.forEach(recent::add);
        connection.setAutoCommit(true);
    }

    /** Returns the places of the events, append by append; large appends are left out. */
    private List<List<Recorded>> insert(Connection transaction, List<List<NewEvent>> group, Instant now)
            throws SQLException {
        List<List<Recorded>> inserted = new ArrayList<>(group.size());
        EventLog.End end = EventLog.end(transaction, database);
        LogHead head = end.head();
        refuseIfBehind(now, head);
        long position = head.position();
        long recordedAt = end.latest();
        List<PlacedEvent> rows = new ArrayList<>();
        for (List<NewEvent> append : group) {
            recordedAt = Math.max(Microseconds.notAfter(now), recordedAt + 1);
            if (RecentAppends.areKept(append.size())) {
                inserted.add(places(append, position, Microseconds.toInstant(recordedAt)));
            }
            ByteBuffer salts = salts(append.size());
            for (NewEvent event : append) {
                byte[] salt = new byte[SALT_LENGTH];
                salts.get(salt);
                rows.add(new PlacedEvent(++position, recordedAt, event, salt));
            }
        }
        database.insert(transaction, rows);
        for (List<NewEvent> append : group) {
            check(transaction, append);
        }
        return inserted;
    }

    private static List<Recorded> places(List<NewEvent> append, long after, Instant recordedAt) {
        List<Recorded> places = new ArrayList<>(append.size());
        for (NewEvent event : append) {
            places.add(new Recorded(
                    event.entryId().toString(),
                    after + places.size() + 1,
                    recordedAt,
                    event.aggregateIdentifier(),
                    event.sequence()));
        }
        return places;
    }

    /** Returns the salts of so many events, drawn at once: the source of random bytes is asked once an append, not once an event. */
    private ByteBuffer salts(int events) {
        byte[] salts = new byte[events * SALT_LENGTH];
        random.nextBytes(salts);
        return ByteBuffer.wrap(salts);
    }

    private void check(Connection transaction, List<NewEvent> append) throws SQLException {
        List<AppendGuard.Appended> concerned = new ArrayList<>(0);
        for (NewEvent event : append) {
            if (guard.concerns(event.fact())) {
                concerned.add(new AppendGuard.Appended(event.aggregateIdentifier(), event.fact()));
            }
        }
        if (!concerned.isEmpty()) {
            guard.check(transaction, streams.in(transaction), concerned);
        }
    }

    private void refuseIfBehind(Instant now, LogHead head) {
        clockTrouble(now, head, clockBehind).ifPresent(trouble -> {
            condition.report(trouble);
            throw new EntriesNotTakenException(trouble, null);
        });
    }

    /** Returns the trouble for which entries would be refused now because of the clock, where there is any. */
    Optional<LogTrouble> clockTrouble(LogHead head) {
        try (Connection connection = dataSource.getConnection()) {
            return clockTrouble(clock.instant(database.now(connection)), head, clockBehind);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Optional<LogTrouble> clockTrouble(Instant now, LogHead head, Duration tolerated) {
        Duration behind = Duration.between(now, head.recordedAt());
        return behind.compareTo(tolerated) <= 0
                ? Optional.empty()
                : Optional.of(new LogTrouble(
                        LogTrouble.Kind.CLOCK_BEHIND,
                        ("The clock says %s, but the last entry was recorded at %s. No entries are taken until it is"
                                        + " set right, or an administrator says that it is.")
                                .formatted(now, head.recordedAt())));
    }

    /**
     * Returns what to throw where events could not be made ready for an append: where that is for want of room, or of a database,
     * the same as where the log itself cannot be written.
     */
    RuntimeException refusalBehind(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && LogFailures.kindOf(database, sql).isPresent()) {
                return failed(sql);
            }
        }
        return failure;
    }

    private RuntimeException failed(SQLException failure) {
        return LogFailures.kindOf(database, failure)
                .<RuntimeException>map(kind -> {
                    LogTrouble trouble = LogFailures.inWords(kind, failure);
                    condition.report(trouble);
                    return new EntriesNotTakenException(trouble, failure);
                })
                .orElseGet(() -> new EventStoreException("The events could not be appended to the log", failure));
    }
}
