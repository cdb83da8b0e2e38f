package org.conductregister.query.projections;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.conductregister.platform.Background;
import org.jspecify.annotations.Nullable;

/**
 * Has a view follow the log by batches, in order, from the view's own head on: Axon's token is kept no longer than the
 * processor that it belongs to. An entry that the view refuses becomes a dead letter, and so do later
 * ones of its record, while all others go on. Where the view cannot keep a batch, that batch is tried again until it can,
 * after 1, 2 and 4 s and then every 5.
 */
final class Follower {

    private static final int BATCH = 1_000;

    /** More than people log between two batches; an import records thousands in a tenth of a second. */
    private static final int MANY = 100;

    private static final Duration LONGEST_BATCH = Duration.ofMinutes(1);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final View view;
    private final SharedLogSource source;
    private final DeadLetters deadLetters;
    private final CatchUp.Watch watch;
    private final CheckpointScheduler checkpoints;
    private final DeadLetteringEventHandlerInvoker invoker;

    /** A new one for each start: one that is stopped while it starts may not start again. */
    private volatile TrackingEventProcessor processor;

    Follower(View view, SharedLogSource source, SequencedDeadLetterQueue<EventMessage<?>> queue) {
        this(view, source, new DeadLetters(view.name(), queue));
    }

    private Follower(View view, SharedLogSource source, DeadLetters deadLetters) {
        this.view = view;
        this.source = source;
        this.deadLetters = deadLetters;
        this.watch = new CatchUp.Watch(view.name());
        this.checkpoints = new CheckpointScheduler(view, deadLetters);
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
        return new Follower(other, source, deadLetters);
    }

    private TrackingEventProcessor newProcessor() {
        long beginning = view.head().now().position();
        var builder = TrackingEventProcessor.builder()
                .name(view.name())
                .eventHandlerInvoker(invoker)
                .messageSource(source.following(view.isCountedFrom(), this::gather, checkpoints::resting))
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.INSTANCE)
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                        .andThreadFactory(name -> view.isCountedFrom()
                                ? new AxonThreadFactory(name)
                                : Background.threadsThatReadsWaitFor(name))
                        .andBatchSize(BATCH)
                        .andInitialTrackingToken(source -> SharedLogSource.tokenAt(beginning))
                        .andEventAvailabilityTimeout(250, TimeUnit.MILLISECONDS)
                        .andWorkerTerminationTimeout(LONGEST_BATCH.toMillis(), TimeUnit.MILLISECONDS));
        var next = new RetryingProcessor(builder, LONGEST_PAUSE);
        next.registerHandlerInterceptor(new BatchCommitInterceptor(view, source, watch, checkpoints));
        return next;
    }

    /** While somebody waits for the view, it takes in each entry as it comes. */
    private void gather(int taken, long since) throws InterruptedException {
        var gathering = taken < MANY ? view.gathering() : view.gatheringOfMany();
        view.head().awaitReader(gathering.minusNanos(System.nanoTime() - since));
    }

    void start() {
        try {
            deadLetters.count();
            watch.begin(view.head().now().position(), source.head());
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
    CatchUp.@Nullable Progress progress() {
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

    /** While it is stopped, has the view forget everything, to read the log from its start. */
    void forget() {
        view.reset();
        deadLetters.clear();
    }

    /** While it is stopped, keeps what the view shows, and returns once that is done. */
    void keep() {
        checkpoints.keepNow();
    }

    /** While it is stopped, begins to keep what the view shows, whatever was kept before. */
    void beginToKeep() {
        checkpoints.begin();
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

    /**
     * Axon's processor of one thread, with a limit to its pause between a failure and the next attempt. Axon waits 1 s and then
     * ever longer, up to a minute: a view would stay behind for that minute after its store was back.
     */
    static final class RetryingProcessor extends TrackingEventProcessor {

        private final Duration longestPause;

        /** A processor that pauses at most for so long after a failure; it ends the pause when it is stopped. */
        RetryingProcessor(TrackingEventProcessor.Builder builder, Duration longestPause) {
            super(builder);
            this.longestPause = longestPause;
        }

        @Override
        protected void doSleepFor(long millis) {
            super.doSleepFor(Math.min(millis, longestPause.toMillis()));
        }
    }
}
