package org.conductregister.query.projections;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** The position of one follower in the log, and the page of entries that it is reading. For one thread. */
final class LogStream implements BlockingStream<TrackedEventMessage<?>> {

    /** Lets entries come together at the end of the log, so that a view takes in several at once. */
    @FunctionalInterface
    interface Gathering {

        Gathering NONE = (taken, since) -> {};

        /**
         * Waits before more entries are taken in, or returns at once.
         *
         * @param taken the number of entries last taken in
         * @param since when entries were last taken in, in nanoseconds of {@link System#nanoTime()}
         */
        void await(int taken, long since) throws InterruptedException;
    }

    private final SharedLogSource source;
    private final boolean first;
    private final Gathering gathering;
    private final Runnable resting;
    private long position;

    /** The position before the current page; read by other followers. */
    private volatile long pageAfter;

    private Iterator<TrackedEventMessage<?>> page =
            List.<TrackedEventMessage<?>>of().iterator();
    private @Nullable TrackedEventMessage<?> next;

    /** The page that follows, read while the one before is worked on; null where that one was the last. */
    private @Nullable CompletableFuture<List<TrackedEventMessage<?>>> ahead;

    private volatile boolean caughtUp;

    /** Whether the last page ended where the log ended. */
    private boolean atEnd;

    private int taken;
    private long takenAt = System.nanoTime();

    /**
     * @param first whether the others are to wait until this one has caught up; it waits for none of them
     * @param gathering asked before more is taken in at the end of the log
     * @param resting run now and then while there is nothing to follow
     */
    LogStream(SharedLogSource source, long position, boolean first, Gathering gathering, Runnable resting) {
        this.source = source;
        this.first = first;
        this.gathering = gathering;
        this.resting = resting;
        this.position = position;
        this.pageAfter = position;
    }

    /** The position after which the page begins that is worked on. */
    long page() {
        return pageAfter;
    }

    boolean isFirst() {
        return first;
    }

    /** Whether it has been given what was the last of the log then. */
    boolean hasCaughtUp() {
        return caughtUp;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return look() ? Optional.ofNullable(next) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        if (next == null && !page.hasNext() && atEnd) {
            gathering.await(taken, takenAt);
        }
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            long seen = source.appendSignal().count();
            if (look()) {
                return true;
            }
            var left = Duration.ofNanos(deadline - System.nanoTime());
            if (!left.isPositive()) {
                resting.run();
                return false;
            }
            var look = source.look();
            source.appendSignal().await(seen, left.compareTo(look) < 0 ? left : look);
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        if (!hasNextAvailable(Integer.MAX_VALUE, TimeUnit.MILLISECONDS)) {
            throw new NoSuchElementException("Nothing was recorded for 24 days");
        }
        var entry = requireNonNull(next);
        next = null;
        return entry;
    }

    private boolean look() {
        if (next != null) {
            return true;
        }
        if (!page.hasNext() && source.isTurnOf(this)) {
            page = nextPage().iterator();
        }
        if (!page.hasNext()) {
            return false;
        }
        next = page.next();
        position = SharedLogSource.positionOf(next.trackingToken());
        return true;
    }

    private List<TrackedEventMessage<?>> nextPage() {
        pageAfter = position;
        source.letOthersFollow(position, first);
        var read = ahead;
        ahead = null;
        var entries = read == null ? source.next(position) : joined(read);
        atEnd = entries.size() < SharedLogSource.PAGE;
        if (!entries.isEmpty()) {
            taken = entries.size();
            takenAt = System.nanoTime();
        }
        if (!atEnd) {
            long last = SharedLogSource.positionOf(entries.getLast().trackingToken());
            ahead = CompletableFuture.supplyAsync(() -> source.after(last), LogStream::beside);
        } else {
            caughtUp = true;
        }
        return entries;
    }

    /** Runs on a thread of its own: stopping the followers may hold all threads of the common pool until they have ended. */
    private static void beside(Runnable reading) {
        Thread.ofPlatform().name("read-ahead").daemon().start(reading);
    }

    private static <T> T joined(CompletableFuture<T> read) {
        try {
            return read.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public void close() {
        // A page that is being read ahead is read to its end and forgotten
        source.left(this);
    }
}
