package org.conductregister.query.projections;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** One follower's way through the log. For one thread. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    /** What another process records rings no bell here: so often it is looked for. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final LogFeed feed;
    private long position;
    private Iterator<TrackedEventMessage<?>> page =
            List.<TrackedEventMessage<?>>of().iterator();
    private @Nullable TrackedEventMessage<?> next;

    LogStream(LogFeed feed, long position) {
        this.feed = feed;
        this.position = position;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return look() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long heard = feed.bell().rings();
            if (look()) {
                return true;
            }
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                return false;
            }
            feed.bell().await(heard, left.compareTo(LOOK) < 0 ? left : LOOK);
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            throw new NoSuchElementException("Nothing was recorded for 24 days");
        }
        var taken = next;
        next = null;
        return taken;
    }

    private boolean look() {
        if (next != null) {
            return true;
        }
        if (!page.hasNext()) {
            page = feed.after(position).iterator();
        }
        if (!page.hasNext()) {
            return false;
        }
        next = page.next();
        position = LogFeed.positionOf(next.trackingToken());
        return true;
    }

    @Override
    public void close() {
        // Holds nothing open between two pages
    }
}
