package org.conductregister.query.projections;

import java.time.Duration;

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

    /** Waits until it has been raised more than {@code seen} times, or for {@code longest}. May return early. */
    synchronized void await(long seen, Duration longest) throws InterruptedException {
        if (count == seen) {
            wait(Math.max(1, longest.toMillis()));
        }
    }
}
