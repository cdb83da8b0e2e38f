package org.conductregister.query.pointintime;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The position that a view has reached. One thread moves it on; any number read it or wait for it, with a thread or without. Thread-safe.
 */
public final class Head {

    /**
     * A place in the log.
     *
     * @param position of the last entry that the view shows; 0 while it shows none
     * @param recordedAt of that entry; the epoch while there is none
     */
    public record At(long position, Instant recordedAt) {

        public static final At START = new At(0, Instant.EPOCH);
    }

    private volatile At at = At.START;

    /** The number of threads that wait; guarded by this. */
    private int waiting;

    /** The reads that wait without a thread; guarded by this. */
    private final Set<Waiting> withoutThread = new LinkedHashSet<>();

    /** Compared by identity: of the same condition there may be several. */
    private static final class Waiting {

        private final Predicate<At> condition;
        private final Runnable action;

        private Waiting(Predicate<At> condition, Runnable action) {
            this.condition = condition;
            this.action = action;
        }
    }

    public At now() {
        return at;
    }

    /** To be called once what it speaks for can be read. */
    public synchronized void moveTo(long position, Instant recordedAt) {
        var reached = new At(position, recordedAt);
        at = reached;
        notifyAll();
        withoutThread.removeIf(wait -> {
            boolean holds = wait.condition.test(reached);
            if (holds) {
                wait.action.run();
            }
            return holds;
        });
    }

    /**
     * Has something done once the view has come to where a condition holds: at once, or by the thread that moves it on, which must not be
     * held up.
     *
     * @return what gives that up
     */
    synchronized Runnable whenReached(Predicate<At> condition, Runnable action) {
        if (condition.test(at)) {
            action.run();
            return () -> {};
        }
        var wait = new Waiting(condition, action);
        withoutThread.add(wait);
        notifyAll();
        return () -> giveUp(wait);
    }

    private synchronized void giveUp(Waiting wait) {
        withoutThread.remove(wait);
    }

    /** Back to the start, before a rebuild. */
    public void reset() {
        moveTo(At.START.position(), At.START.recordedAt());
    }

    /**
     * Waits until the view shows the entry at {@code position}.
     *
     * @return whether it did in time
     */
    public boolean reaches(long position, Duration within) throws InterruptedException {
        return awaitUntil(reached -> reached.position() >= position, within);
    }

    /**
     * Waits until the view has come to where a condition holds.
     *
     * @return whether it did in time
     */
    synchronized boolean awaitUntil(Predicate<At> condition, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        if (condition.test(at)) {
            return true;
        }
        waiting++;
        notifyAll(); // whoever lets entries gather goes on
        try {
            while (!condition.test(at)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
            return true;
        } finally {
            waiting--;
        }
    }

    /** Waits until any read waits for the view to go on, or for so long; returns at once where one does. */
    public synchronized void awaitReader(Duration longest) throws InterruptedException {
        long deadline = System.nanoTime() + longest.toNanos();
        for (long left = longest.toNanos(); left > 0 && !isAwaited(); left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }

    /** Whether any read waits for the view to go on. */
    public synchronized boolean isAwaited() {
        return waiting > 0 || !withoutThread.isEmpty();
    }
}
