package org.conductregister.query.projections;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Wakes the readers that wait for new entries. A reader that takes the {@link #count} before it looks for entries cannot
 * miss one: {@link #await} returns at once where the count has risen since. Thread-safe.
 */
final class AppendSignal {

    private long count;

    /** Says that entries were appended. */
    synchronized void raise() {
        count++;
        notifyAll();
    }

    /** The number of times it was raised. */
    synchronized long count() {
        return count;
    }

    /** Waits until it has been raised more than {@code seen} times, or for {@code longest}, but for 1 ms at least. */
    synchronized void await(long seen, Duration longest) throws InterruptedException {
        long until = System.nanoTime() + Math.max(1_000_000, longest.toNanos());
        for (long left = until - System.nanoTime(); count == seen && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
