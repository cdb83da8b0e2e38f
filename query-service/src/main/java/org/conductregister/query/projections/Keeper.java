package org.conductregister.query.projections;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has a view keep what it shows when enough is new, so that the next start need not read the whole log. Not while an
 * entry is a dead letter: it would be passed over then.
 */
final class Keeper {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private static final long AT_LEAST = 10_000;
    private static final int PART = 8;
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final View view;
    private final DeadLetters deadLetters;
    private final long every;
    private long begunAt = System.nanoTime();
    private boolean keptSinceCaughtUp;
    private volatile long keptTo;
    private CompletableFuture<Boolean> running = CompletableFuture.completedFuture(false);

    Keeper(View view, DeadLetters deadLetters) {
        this(view, deadLetters, EVERY);
    }

    /** @param every that long from one keeping to the next at least */
    Keeper(View view, DeadLetters deadLetters, Duration every) {
        this.view = view;
        this.deadLetters = deadLetters;
        this.every = every.toNanos();
        this.keptTo = view.head().now().position();
    }

    /**
     * To be called where the view writes, after it has committed.
     *
     * @param caughtUp whether the view has come to where the log ended when it was started: it keeps that at once
     */
    void committed(boolean caughtUp) {
        boolean isEnough = unkept() >= Math.max(AT_LEAST, view.head().now().position() / PART);
        if (isEnough && ((caughtUp && !keptSinceCaughtUp) || isDue()) && running.isDone() && begin()) {
            keptSinceCaughtUp = caughtUp;
        }
    }

    /** To be called where the view writes, now and then while there is nothing to write: what came last is kept too. */
    void resting() {
        if (unkept() >= AT_LEAST && isDue() && running.isDone()) {
            begin();
        }
    }

    private long unkept() {
        return view.head().now().position() - keptTo;
    }

    private boolean isDue() {
        return System.nanoTime() - begunAt >= every;
    }

    /** Once nobody writes: keeps the latest, and returns when that is done. Where it fails the log will be read again. */
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
     * To be called where the view writes.
     *
     * @return false where nothing can be kept just now: in the midst of an instant, say
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
