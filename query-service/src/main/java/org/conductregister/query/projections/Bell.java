package org.conductregister.query.projections;

import java.time.Duration;

/** Wakes who waits for something new. Who has counted the rings before looking cannot miss one. */
final class Bell {

    private long rings;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    synchronized long rings() {
        return rings;
    }

    /** Returns once it has rung more often than {@code heard} times, or after a while. */
    synchronized void await(long heard, Duration longest) throws InterruptedException {
        if (rings == heard) {
            wait(Math.max(1, longest.toMillis()));
        }
    }
}
