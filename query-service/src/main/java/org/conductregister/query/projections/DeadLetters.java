package org.conductregister.query.projections;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The entries that a view could not take in, and those that wait behind them on the same record. Each is there once,
 * however often a batch that failed is read again.
 */
final class DeadLetters implements SequencedDeadLetterQueue<EventMessage<?>> {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final String view;
    private final SequencedDeadLetterQueue<EventMessage<?>> queue;
    private volatile long counted;

    DeadLetters(String view, SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this.view = view;
        this.queue = queue;
    }

    /** Returns their number, without asking the store, which may be what is failing. */
    long counted() {
        return counted;
    }

    void count() {
        counted = queue.size();
    }

    /** All of them, those of one record together and in order. */
    Stream<DeadLetter<? extends EventMessage<?>>> letters() {
        return StreamSupport.stream(queue.deadLetters().spliterator(), false)
                .flatMap(sequence -> StreamSupport.stream(sequence.spliterator(), false));
    }

    /** The entries that others of their record wait for, in order of the log. */
    List<String> firstOfEachRecord() {
        return StreamSupport.stream(queue.deadLetters().spliterator(), false)
                .map(sequence -> sequence.iterator().next().message())
                .sorted(Comparator.comparingLong(EntryHandler::positionOf))
                .map(EventMessage::getIdentifier)
                .toList();
    }

    @Override
    public void enqueue(Object sequence, DeadLetter<? extends EventMessage<?>> letter) {
        if (!holds(sequence, letter.message())) {
            queue.enqueue(sequence, letter);
            count();
            letter.cause()
                    .ifPresent(cause -> log.warn(
                            "View {} cannot take in entry {} of {}, nor later ones of it until that is mended: {}: {}",
                            view,
                            letter.message().getIdentifier(),
                            sequence,
                            cause.type(),
                            cause.message()));
        }
    }

    private boolean holds(Object sequence, EventMessage<?> message) {
        return queue.contains(sequence)
                && StreamSupport.stream(queue.deadLetterSequence(sequence).spliterator(), false)
                        .anyMatch(letter -> letter.message().getIdentifier().equals(message.getIdentifier()));
    }

    @Override
    public boolean enqueueIfPresent(Object sequence, Supplier<DeadLetter<? extends EventMessage<?>>> letter) {
        if (!queue.contains(sequence)) {
            return false;
        }
        enqueue(sequence, letter.get());
        return true;
    }

    @Override
    public void evict(DeadLetter<? extends EventMessage<?>> letter) {
        queue.evict(letter);
        count();
    }

    @Override
    public void requeue(
            DeadLetter<? extends EventMessage<?>> letter, UnaryOperator<DeadLetter<? extends EventMessage<?>>> update) {
        queue.requeue(letter, update);
    }

    @Override
    public boolean contains(Object sequence) {
        return queue.contains(sequence);
    }

    @Override
    public Iterable<DeadLetter<? extends EventMessage<?>>> deadLetterSequence(Object sequence) {
        return queue.deadLetterSequence(sequence);
    }

    @Override
    public Iterable<Iterable<DeadLetter<? extends EventMessage<?>>>> deadLetters() {
        return queue.deadLetters();
    }

    @Override
    public boolean isFull(Object sequence) {
        return queue.isFull(sequence);
    }

    @Override
    public long size() {
        return queue.size();
    }

    @Override
    public long sequenceSize(Object sequence) {
        return queue.sequenceSize(sequence);
    }

    @Override
    public long amountOfSequences() {
        return queue.amountOfSequences();
    }

    @Override
    public boolean process(
            Predicate<DeadLetter<? extends EventMessage<?>>> first,
            Function<DeadLetter<? extends EventMessage<?>>, EnqueueDecision<EventMessage<?>>> task) {
        return queue.process(first, task);
    }

    @Override
    public void clear() {
        queue.clear();
        count();
    }
}
