package org.conductregister.query.disclosure.attack;

import java.time.Duration;

/** The time that is left for one table. Thread-safe. */
public final class TimeLimit {

    private final long endNanos;

    private TimeLimit(long endNanos) {
        this.endNanos = endNanos;
    }

    /** A limit that is reached in some time from now on. */
    public static TimeLimit in(Duration duration) {
        return new TimeLimit(System.nanoTime() + duration.toNanos());
    }

    /** A limit that is reached in some time from now on, or with this one where that comes first. */
    public TimeLimit within(Duration duration) {
        return new TimeLimit(Math.min(endNanos - System.nanoTime(), duration.toNanos()) + System.nanoTime());
    }

    /** Whether it is reached. */
    public boolean isReached() {
        return millisLeft() <= 0;
    }

    /** The number of milliseconds left; 0 or less once it is reached. */
    public long millisLeft() {
        return (endNanos - System.nanoTime()) / 1_000_000;
    }

    /**
     * Does nothing while there is time.
     *
     * @throws TimeRanOutException where it is reached
     */
    public void check() {
        if (isReached()) {
            throw new TimeRanOutException();
        }
    }
}
