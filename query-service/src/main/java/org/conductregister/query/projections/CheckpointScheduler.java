package org.conductregister.query.projections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides when a view writes a checkpoint, so that the next start need not read the whole log: as soon as it has caught
 * up, then whenever an eighth of it is new and at least 30 s have passed, sooner where nothing arrives any more, and at the end. Never
 * while an entry is a dead letter: a start from that checkpoint would leave the entry out. Used by the view's thread.
 */
final class CheckpointScheduler {

    private static final Logger log = LoggerFactory.getLogger(CheckpointScheduler.class);

    private static final long AT_LEAST = 10_000;
    private static final int PART = 8;
    private static final Duration EVERY = Duration.ofSeconds(30);

    /** For a large part that nothing follows: a start soon after a large import would have to read it again. */
    private static final Duration AT_REST = Duration.ofSeconds(5);

    private final View view;
    private final DeadLetters deadLetters;
    private final long every;
    private final long atRest;
    private long begunAt = System.nanoTime();
    private boolean keptSinceCaughtUp;
    private volatile long keptTo;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

    CheckpointScheduler(View view, DeadLetters deadLetters) {
        this(view, deadLetters, EVERY, AT_REST);
    }

    /**
     * @param every the least time from one checkpoint to the next
     * @param atRest the same where much is new and nothing arrives
     */
    CheckpointScheduler(View view, DeadLetters deadLetters, Duration every, Duration atRest) {
        this.view = view;
        this.deadLetters = deadLetters;
        this.every = every.toNanos();
        this.atRest = atRest.toNanos();
        this.keptTo = view.head().now().position();
    }

    /**
     * Called in the view's thread after each commit.
     *
     * @param caughtUp whether the view has reached the end that the log had when it was started; the first checkpoint
     *     after that does not wait
     */
    void committed(boolean caughtUp) {
        if (isLarge() && ((caughtUp && !keptSinceCaughtUp) || isDue(every)) && running.isDone() && begin()) {
            keptSinceCaughtUp = caughtUp;
        }
    }

    /** Called in the view's thread now and then while nothing arrives, so that the latest entries get a checkpoint too. */
    void resting() {
        if (unkept() >= AT_LEAST && isDue(isLarge() ? atRest : every) && running.isDone()) {
            begin();
        }
    }

    private long unkept() {
        return view.head().now().position() - keptTo;
    }

    private boolean isLarge() {
        return unkept() >= Math.max(AT_LEAST, view.head().now().position() / PART);
    }

    private boolean isDue(long nanos) {
        return System.nanoTime() - begunAt >= nanos;
    }

    /**
     * Writes a checkpoint of the latest, once the view has stopped, and waits for it. A failure is logged; the next start
     * then reads more of the log.
     */
    void keepNow() {
        long position = view.head().now().position();
        try {
            running.exceptionally(said -> false).join();
            if (position > keptTo) {
                begin();
                running.join();
            }
        } catch (CompletionException e) {
            log.warn("View {} was not kept; the next start reads more of the log", view.name(), e.getCause());
        }
    }

    /**
     * Begins a checkpoint. Called in the view's thread.
     *
     * @return false where there can be none now: with a dead letter, or between two entries recorded at one instant
     */
    boolean begin() {
        if (deadLetters.counted() > 0) {
            return false;
        }
        long position = view.head().now().position();
        var begun = view.keep();
        if (begun.isDone() && !begun.isCompletedExceptionally() && !begun.join()) {
            running = begun;
            return false;
        }
        begunAt = System.nanoTime();
        running = begun.whenComplete((done, failure) -> {
            if (failure != null) {
                log.warn("View {} was not kept at entry {}", view.name(), position, failure);
            } else {
                keptTo = position;
            }
        });
        return true;
    }
}
