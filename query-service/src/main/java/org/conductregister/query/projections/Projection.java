package org.conductregister.query.projections;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.conductregister.facts.EntryId;
import org.conductregister.query.projections.ProjectionStatus.State;

/**
 * One view following the log by batches, in order. An entry that the view refuses becomes a dead letter, and so do later
 * ones of its record, while all others go on. Where the view cannot keep a batch, that batch is tried again until it can,
 * after 1 s and then ever longer.
 */
final class Projection {

    private static final int BATCH = 1_000;
    private static final int SEGMENT = 0;
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(1);

    private final View view;
    private final LogFeed feed;
    private final TokenStore tokens;
    private final DeadLetters deadLetters;
    private final Replay.Watch watch;
    private final DeadLetteringEventHandlerInvoker invoker;

    /** A new one for each start: one that is stopped while it starts may not start again. */
    private volatile TrackingEventProcessor processor;

    /** Held by who stops it, until it runs again. */
    private final Lock control = new ReentrantLock();

    Projection(View view, LogFeed feed, Keeping keeping) {
        this.view = view;
        this.feed = feed;
        this.tokens = keeping.tokens();
        this.deadLetters = new DeadLetters(view.name(), keeping.deadLetters());
        this.watch = new Replay.Watch(view.name());
        this.invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(new EntryHandler(view))
                .queue(deadLetters)
                .transactionManager(NoTransactionManager.INSTANCE)
                .enableSequenceIdentifierCache()
                .build();
        this.processor = newProcessor();
    }

    private TrackingEventProcessor newProcessor() {
        var next = TrackingEventProcessor.builder()
                .name(view.name())
                .eventHandlerInvoker(invoker)
                .messageSource(feed)
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(source -> source.createTailToken())
                        .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                        .andWorkerTerminationTimeout(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        next.registerHandlerInterceptor(new CommitByBatch(view, feed, watch));
        return next;
    }

    View view() {
        return view;
    }

    void start() {
        try {
            deadLetters.count();
            watch.begin(view.head().now().position(), feed.head());
        } finally {
            processor = newProcessor();
            processor.start();
        }
    }

    void stop() {
        control.lock();
        try {
            processor.shutDown();
        } finally {
            control.unlock();
        }
    }

    /** Whether it has come to where the log ended when it was started. */
    boolean caughtUp() {
        return watch.progress(view.head().now().position()) == null;
    }

    ProjectionStatus status() {
        long position = view.head().now().position();
        long head = feed.head();
        var failure = processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .findAny();
        return new ProjectionStatus(
                view.name(),
                state(failure),
                position,
                head,
                head - position,
                deadLetters.counted(),
                failure.map(ProjectionStatus::words).orElse(null),
                watch.progress(position));
    }

    private State state(Optional<Throwable> failure) {
        if (!processor.isRunning()) {
            return State.STOPPED;
        }
        if (failure.isPresent()) {
            return State.RETRYING;
        }
        return caughtUp() ? State.LIVE : State.REPLAYING;
    }

    /**
     * Has the view forget everything and read the log from its start. The token goes first: whatever is interrupted after
     * that, the log is read again.
     */
    void rebuild() {
        whileStopped(() -> {
            if (tokens.fetchSegments(view.name()).length > 0) {
                tokens.fetchToken(view.name(), SEGMENT);
                tokens.storeToken(feed.createTailToken(), view.name(), SEGMENT);
                tokens.releaseClaim(view.name(), SEGMENT);
            }
            deadLetters.clear();
            view.reset();
        });
    }

    /** All of them, those of one record together and in order. */
    List<ParkedEntry> deadLetters() {
        return deadLetters.letters().map(ParkedEntry::of).toList();
    }

    /** Tries the dead letters again: those of a record in order, until one of them fails. */
    void retry() {
        whileStopped(() -> deadLetters
                .firstOfEachRecord()
                .forEach(first -> invoker.process(
                        letter -> letter.message().getIdentifier().equals(first))));
    }

    /**
     * Goes on without an entry: the view lacks it until it is rebuilt.
     *
     * @return whether it was a dead letter
     */
    boolean discard(EntryId entryId) {
        control.lock();
        try {
            var letter = deadLetters
                    .letters()
                    .filter(candidate -> candidate.message().getIdentifier().equals(entryId.toString()))
                    .findFirst();
            letter.ifPresent(deadLetters::evict);
            return letter.isPresent();
        } finally {
            control.unlock();
        }
    }

    private void whileStopped(Runnable work) {
        control.lock();
        try {
            processor.shutDown();
            try {
                work.run();
            } finally {
                start();
            }
        } finally {
            control.unlock();
        }
    }
}
