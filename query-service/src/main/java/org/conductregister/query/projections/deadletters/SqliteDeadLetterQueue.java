package org.conductregister.query.projections.deadletters;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.DeadLetterQueueOverflowException;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.NoSuchDeadLetterException;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.conductregister.query.viewstore.ViewsFile;
import org.jspecify.annotations.Nullable;

/**
 * The dead letters of one view as rows of SQLite, in order of their positions. For one thread that changes it at a time, as
 * a view has.
 */
final class SqliteDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

    /** As in Axon's own queues. */
    private static final int MOST_SEQUENCES = 1_024;

    private static final int MOST_OF_A_SEQUENCE = 1_024;

    private final ViewsFile views;
    private final String view;
    private final LongFunction<EventMessage<?>> entryAt;

    /** @param entryAt reads an entry from the log by its position */
    SqliteDeadLetterQueue(ViewsFile views, String view, LongFunction<EventMessage<?>> entryAt) {
        this.views = views;
        this.view = view;
        this.entryAt = entryAt;
    }

    /** A letter without its entry. */
    private record Row(
            long position,
            String sequence,
            Instant enqueuedAt,
            Instant lastTouched,
            @Nullable Cause cause) {}

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        if (isFull(sequence)) {
            throw new DeadLetterQueueOverflowException(sequence);
        }
        store(sequence.toString(), letter);
    }

    private void store(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        var cause = letter.cause();
        change("""
                INSERT OR REPLACE INTO DeadLetter
                    (view, position, sequence, enqueuedAt, lastTouched, causeType, causeMessage)
                VALUES (?, ?, ?, ?, ?, ?, ?)""", values -> {
            values.setLong(2, positionOf(letter));
            values.setString(3, sequence);
            values.setLong(4, microseconds(letter.enqueuedAt()));
            values.setLong(5, microseconds(letter.lastTouched()));
            values.setString(6, cause.map(Cause::type).orElse(null));
            values.setString(7, cause.map(Cause::message).orElse(null));
        });
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        change(
                "DELETE FROM DeadLetter WHERE view = ? AND position = ?",
                values -> values.setLong(2, positionOf(letter)));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        var sequence = rows("AND position = ?", values -> values.setLong(2, positionOf(letter))).stream()
                .map(Row::sequence)
                .findFirst()
                .orElseThrow(() -> new NoSuchDeadLetterException(
                        "There is no dead letter of entry " + letter.message().getIdentifier()));
        store(sequence, update.apply(letter.markTouched()));
    }

    @Override
    public boolean contains(Object sequence) {
        return sequenceSize(sequence) > 0;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return letters(rows("AND sequence = ?", values -> values.setString(2, sequence.toString())));
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        var all = new ArrayList<Iterable<DeadLetter<? extends EventMessage<?>>>>();
        bySequence().forEach(rows -> all.add(letters(rows)));
        return all;
    }

    /** The letters of each sequence in order; the sequence with the first of all comes first. */
    private Iterable<List<Row>> bySequence() {
        return rows("", values -> {}).stream()
                .collect(groupingBy(Row::sequence, LinkedHashMap::new, toList()))
                .values();
    }

    private List<DeadLetter<? extends EventMessage<?>>> letters(List<Row> rows) {
        return rows.stream()
                .<DeadLetter<? extends EventMessage<?>>>map(this::letter)
                .toList();
    }

    private DeadLetter<EventMessage<?>> letter(Row row) {
        return new GenericDeadLetter<>(
                row.sequence(),
                entryAt.apply(row.position()),
                row.cause(),
                row.enqueuedAt(),
                row.lastTouched(),
                MetaData.emptyInstance());
    }

    @Override
    public boolean isFull(Object sequence) {
        long ofIt = sequenceSize(sequence);
        return ofIt == 0 ? amountOfSequences() >= MOST_SEQUENCES : ofIt >= MOST_OF_A_SEQUENCE;
    }

    @Override
    public long size() {
        return number("SELECT count(*) FROM DeadLetter WHERE view = ?", values -> {});
    }

    @Override
    public long sequenceSize(Object sequence) {
        return number(
                "SELECT count(*) FROM DeadLetter WHERE view = ? AND sequence = ?",
                values -> values.setString(2, sequence.toString()));
    }

    @Override
    public long amountOfSequences() {
        return number("SELECT count(DISTINCT sequence) FROM DeadLetter WHERE view = ?", values -> {});
    }

    /** Tries the letters of the first sequence whose first letter is wanted, in order, until one of them fails again. */
    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> wanted,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (var rows : bySequence()) {
            if (wanted.test(letter(rows.getFirst()))) {
                return rows.stream().map(this::letter).allMatch(letter -> isTakenIn(letter, task));
            }
        }
        return false;
    }

    private boolean isTakenIn(
            DeadLetter<EventMessage<?>> letter,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        var decision = task.apply(letter);
        if (!decision.shouldEnqueue()) {
            evict(letter);
            return true;
        }
        requeue(
                letter,
                touched -> decision.enqueueCause()
                        .<DeadLetter<? extends EventMessage<?>>>map(touched::withCause)
                        .orElse(touched));
        return false;
    }

    @Override
    public void clear() {
        change("DELETE FROM DeadLetter WHERE view = ?", values -> {});
    }

    /** Sets the parameters of a statement from the second on; the first is the name of the view. */
    @FunctionalInterface
    private interface Values {

        void set(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Values values) {
        views.write(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, view);
                values.set(statement);
                return statement.executeUpdate();
            }
        });
    }

    private long number(String sql, Values values) {
        return views.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, view);
                values.set(statement);
                try (var row = statement.executeQuery()) {
                    row.next();
                    return row.getLong(1);
                }
            }
        });
    }

    private List<Row> rows(String condition, Values values) {
        var sql = "SELECT position, sequence, enqueuedAt, lastTouched, causeType, causeMessage FROM DeadLetter"
                + " WHERE view = ? " + condition + " ORDER BY position";
        return views.read(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, view);
                values.set(statement);
                var rows = new ArrayList<Row>();
                try (var found = statement.executeQuery()) {
                    while (found.next()) {
                        rows.add(row(found));
                    }
                }
                return rows;
            }
        });
    }

    private static Row row(ResultSet found) throws SQLException {
        var causeType = found.getString(5);
        return new Row(
                found.getLong(1),
                found.getString(2),
                instant(found.getLong(3)),
                instant(found.getLong(4)),
                causeType == null ? null : new ThrowableCause(causeType, found.getString(6)));
    }

    private static long positionOf(DeadLetter<? extends EventMessage<?>> letter) {
        return ((TrackedEventMessage<?>) letter.message())
                .trackingToken()
                .position()
                .orElseThrow();
    }

    private static long microseconds(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    private static Instant instant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
