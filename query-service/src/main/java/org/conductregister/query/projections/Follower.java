package org.conductregister.query.projections;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.conductregister.platform.Background;
import org.jspecify.annotations.Nullable;

/**
 * Has a view follow the log by batches, in order. An entry that the view refuses becomes a dead letter, and so do later
 * ones of its record, while all others go on. Where the view cannot keep a batch, that batch is tried again until it can,
 * after 1 s and then ever longer.
 */
final class Follower {

    private static final int BATCH = 1_000;
    private static final int SEGMENT = 0;
    private static final Duration LONGEST_BATCH = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);

    private final View view;
    private final LogFeed feed;
    private final Keeping keeping;
    private final TokenStore tokens;
    private final DeadLetters deadLetters;
    private final Replay.Watch watch;
    private final Keeper keeper;
    private final DeadLetteringEventHandlerInvoker invoker;

    /** A new one for each start: one that is stopped while it starts may not start again. */
    private volatile TrackingEventProcessor processor;

    Follower(View view, LogFeed feed, Keeping keeping) {
        this.view = view;
        this.feed = feed;
        this.keeping = keeping;
        this.tokens = keeping.tokens();
        this.deadLetters = new DeadLetters(view.name(), keeping.deadLetters());
        this.watch = new Replay.Watch(view.name());
        this.keeper = new Keeper(view, deadLetters);
        this.invoker = DeadLetteringEventHandlerInvoker.builder()
                .eventHandlers(new EntryHandler(view))
                .queue(deadLetters)
                .transactionManager(NoTransactionManager.INSTANCE)
                .enableSequenceIdentifierCache()
                .build();
        this.processor = newProcessor();
    }

    /** One that has another view go on from where this one stopped, with the same dead letters. */
    Follower handedTo(View other) {
        return new Follower(other, feed, keeping);
    }

    private TrackingEventProcessor newProcessor() {
        var next = TrackingEventProcessor.builder()
                .name(view.name())
                .eventHandlerInvoker(invoker)
                .messageSource(feed.following(view.isCountedFrom(), keeper::resting))
                .tokenStore(tokens)
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andThreadFactory(
                                name -> view.isCountedFrom() ? new AxonThreadFactory(name) : Background.threads(name))
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(source -> LogFeed.tokenAt(beginning()))
                        .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                        .andWorkerTerminationTimeout(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS))
                .build();
        next.registerHandlerInterceptor(new CommitByBatch(view, feed, watch, keeper));
        return next;
    }

    /** Where a view begins of which no token is kept: after what it shows already, where it is kept in memory. */
    private long beginning() {
        return view.keptInMemory() ? view.head().now().position() : 0;
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
        processor.shutDown();
    }

    boolean isRunning() {
        return processor.isRunning();
    }

    /** Why it does not get on, where it does not. */
    Optional<Throwable> failure() {
        return processor.processingStatus().values().stream()
                .filter(EventTrackerStatus::isErrorState)
                .map(EventTrackerStatus::getError)
                .findAny();
    }

    /** Null once the view has come to where the log ended when this was started. */
    Replay.@Nullable Progress progress() {
        return watch.progress(view.head().now().position());
    }

    /** Waits until the view shows the entry at a position; in vain where this is stopped meanwhile. */
    boolean reaches(long position) throws InterruptedException {
        while (isRunning()) {
            if (view.head().reaches(position, LOOK)) {
                return true;
            }
        }
        return false;
    }

    /**
     * While it is stopped, has the view forget everything, to read the log from its start. The token goes first: whatever
     * is interrupted after that, the log is read again.
     */
    void forget() {
        if (tokens.fetchSegments(view.name()).length > 0) {
            tokens.fetchToken(view.name(), SEGMENT);
            tokens.storeToken(feed.createTailToken(), view.name(), SEGMENT);
            tokens.releaseClaim(view.name(), SEGMENT);
        }
        deadLetters.clear();
        view.reset();
    }

    /** While it is stopped, keeps what the view shows, and returns once that is done. */
    void keep() {
        keeper.keepNow();
    }

    /** While it is stopped, begins to keep what the view shows, whatever was kept before. */
    void beginToKeep() {
        keeper.begin();
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    /** While it is stopped, tries the dead letters again: those of a record in order, until one of them fails. */
    void retry() {
        deadLetters
                .firstOfEachRecord()
                .forEach(first -> invoker.process(
                        letter -> letter.message().getIdentifier().equals(first)));
    }
}
