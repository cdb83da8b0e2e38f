package org.conductregister.platform;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps reads short while an import of the same process records. A read waits for the counts to show all that was recorded
 * when it came; so while people read, an import records smaller batches, and each only once the counts show the one before.
 * Nobody waits for an import that nobody's reads are beside. Thread-safe.
 */
public final class ReadPriority {

    /** For how long after a read further ones are expected. */
    private static final Duration LATELY = Duration.ofSeconds(1);

    /** The longest that an import waits for the counts before a batch: it goes on, if slowly, where they do not come. */
    private static final Duration LONGEST = Duration.ofMillis(100);

    /** A view that reads wait for. */
    public interface Progress {

        /**
         * Waits until the view shows the entry at a position.
         *
         * @return whether it did in time
         */
        boolean reaches(long position, Duration within) throws InterruptedException;
    }

    private volatile long lastRead = System.nanoTime() - LATELY.toNanos();
    private volatile @Nullable Progress counts;

    /** Says which view most reads wait for. Without one nothing waits. */
    public void waitFor(Progress view) {
        counts = view;
    }

    /** Takes note of a read. */
    public void read() {
        lastRead = System.nanoTime();
    }

    /** Whether there was a read within the last second. */
    public boolean isWanted() {
        return counts != null && System.nanoTime() - lastRead < LATELY.toNanos();
    }

    /** Waits, if people read, until the counts show an entry; at most for 100 ms. */
    public void await(long position) {
        var view = counts;
        if (view == null || !isWanted()) {
            return;
        }
        try {
            boolean unused = view.reaches(position, LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
