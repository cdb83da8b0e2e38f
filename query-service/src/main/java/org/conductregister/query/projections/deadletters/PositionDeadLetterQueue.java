package org.conductregister.query.projections.deadletters;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Collection;
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

/**
 * The dead letters of one view, in order of their positions. A letter is stored as its position: there is no second copy of
 * the entry, and a retry reads it by the rules of the program as it is then. For one thread that changes it at a time, as a
 * view has.
 */
final class PositionDeadLetterQueue implements SequencedDeadLetterQueue<EventMessage<?>> {

    /** The limit that Axon's own queues have. */
    private static final int MOST_SEQUENCES = 1_024;

    private static final int MOST_OF_A_SEQUENCE = 1_024;

    private final ParkedPositions stored;
    private final LongFunction<EventMessage<?>> entryAt;

    /** @param entryAt reads an entry from the log by its position */
    PositionDeadLetterQueue(ParkedPositions stored, LongFunction<EventMessage<?>> entryAt) {
        this.stored = stored;
        this.entryAt = entryAt;
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        if (isFull(sequence)) {
            throw new DeadLetterQueueOverflowException(sequence);
        }
        put(sequence.toString(), letter);
    }

    private void put(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        stored.put(new ParkedPosition(
                positionOf(letter),
                sequence,
                letter.enqueuedAt(),
                letter.lastTouched(),
                letter.cause().map(Cause::type).orElse(null),
                letter.cause().map(Cause::message).orElse(null)));
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        stored.remove(positionOf(letter));
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        long position = positionOf(letter);
        var sequence = stored.find(null).stream()
                .filter(parked -> parked.position() == position)
                .map(ParkedPosition::sequence)
                .findFirst()
                .orElseThrow(() -> new NoSuchDeadLetterException("There is no dead letter at position " + position));
        put(sequence, update.apply(letter.markTouched()));
    }

    @Override
    public boolean contains(Object sequence) {
        return sequenceSize(sequence) > 0;
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return letters(stored.find(sequence.toString()));
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        var all = new ArrayList<Iterable<DeadLetter<? extends EventMessage<?>>>>();
        bySequence().forEach(parked -> all.add(letters(parked)));
        return all;
    }

    /** The letters of each sequence in order; the sequence with the first of all comes first. */
    private Collection<List<ParkedPosition>> bySequence() {
        return stored.find(null).stream()
                .collect(groupingBy(ParkedPosition::sequence, LinkedHashMap::new, toList()))
                .values();
    }

    private List<DeadLetter<? extends EventMessage<?>>> letters(List<ParkedPosition> parked) {
        return parked.stream()
                .<DeadLetter<? extends EventMessage<?>>>map(this::letter)
                .toList();
    }

    private DeadLetter<EventMessage<?>> letter(ParkedPosition parked) {
        var cause = parked.causeType() == null
                ? null
                : new ThrowableCause(parked.causeType(), String.valueOf(parked.causeMessage()));
        return new GenericDeadLetter<>(
                parked.sequence(),
                entryAt.apply(parked.position()),
                cause,
                parked.enqueuedAt(),
                parked.lastTouched(),
                MetaData.emptyInstance());
    }

    @Override
    public boolean isFull(Object sequence) {
        long ofIt = sequenceSize(sequence);
        return ofIt == 0 ? amountOfSequences() >= MOST_SEQUENCES : ofIt >= MOST_OF_A_SEQUENCE;
    }

    @Override
    public long size() {
        return stored.find(null).size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return stored.find(sequence.toString()).size();
    }

    @Override
    public long amountOfSequences() {
        return bySequence().size();
    }

    /** Tries the letters of the first sequence whose first letter is wanted, in order, until one of them fails again. */
    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> wanted,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        for (var parked : bySequence()) {
            if (wanted.test(letter(parked.getFirst()))) {
                return parked.stream().map(this::letter).allMatch(letter -> isTakenIn(letter, task));
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
        stored.clear();
    }

    private static long positionOf(DeadLetter<? extends EventMessage<?>> letter) {
        return ((TrackedEventMessage<?>) letter.message())
                .trackingToken()
                .position()
                .orElseThrow();
    }
}
