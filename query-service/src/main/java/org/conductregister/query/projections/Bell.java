package org.conductregister.query.projections;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

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
        long until = System.nanoTime() + Math.max(1_000_000, longest.toNanos());
        for (long left = until - System.nanoTime(); rings == heard && left > 0; left = until - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
