package org.conductregister.query.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as the views follow it. What one of them has read and decoded lately the others are given. It takes the place
 * of the stream of Axon's {@code EmbeddedEventStore}, which can sleep through an append for a second, and keeps a failure
 * to read to itself: here it reaches the follower, which shows it and tries again.
 */
final class LogFeed implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final int PAGE = 1_000;
    private static final int KEPT = 10 * PAGE;

    /** So far back a follower is about to be left behind by what is kept. */
    private static final int FAR = KEPT - 3 * PAGE;

    private static final long LONGEST_WAIT = Duration.ofMillis(50).toNanos();

    private final EventStorageEngine engine;
    private final Bell bell = new Bell();
    private final Lock reading = new ReentrantLock();
    private final Condition went = reading.newCondition();
    private final Set<LogStream> streams = ConcurrentHashMap.newKeySet();

    /** Without gaps, as the log is; guarded by {@link #reading}. */
    private final List<TrackedEventMessage<?>> kept = new ArrayList<>(KEPT + PAGE);

    private long keptTo;

    LogFeed(EventStorageEngine engine) {
        this.engine = engine;
    }

    /** Rung when something was recorded. */
    Bell bell() {
        return bell;
    }

    /** The last position recorded; 0 while there is none. */
    long head() {
        return positionOf(engine.createHeadToken());
    }

    /** Up to {@value #PAGE} entries that follow a position, decoded; none where it is the last. */
    List<TrackedEventMessage<?>> after(long position) {
        reading.lock();
        try {
            if (position > keptTo || kept.isEmpty()) {
                kept.clear();
                keptTo = position;
            }
            if (position == keptTo) {
                keep(read(position));
            }
            long from = position - (keptTo - kept.size());
            if (from >= 0) {
                return List.copyOf(kept.subList((int) from, (int) Math.min(from + PAGE, kept.size())));
            }
        } finally {
            reading.unlock();
        }
        return read(position);
    }

    /**
     * To be called before a follower goes on to its next page. One that is far ahead waits a little for those about to be
     * left behind: they would have to read and decode for themselves what is kept now. Counts do not wait: they are to show
     * what was recorded as soon as may be.
     */
    void letOthersFollow(long position, boolean first) {
        reading.lock();
        try {
            went.signalAll();
            long left = first ? 0 : LONGEST_WAIT;
            while (left > 0 && leavesSomebodyBehind(position)) {
                left = went.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reading.unlock();
        }
    }

    /** Whether a follower may go on: one that has not caught up yet leaves the log to those who are to go first. */
    boolean isTurnOf(LogStream follower) {
        return follower.isFirst()
                || follower.hasCaughtUp()
                || streams.stream().noneMatch(other -> other.isFirst() && !other.hasCaughtUp());
    }

    private boolean leavesSomebodyBehind(long position) {
        return streams.stream()
                .mapToLong(stream -> position - stream.page())
                .anyMatch(back -> back > FAR && back <= KEPT);
    }

    void left(LogStream stream) {
        streams.remove(stream);
    }

    private void keep(List<TrackedEventMessage<?>> page) {
        kept.addAll(page);
        keptTo += page.size();
        if (kept.size() > KEPT) {
            kept.subList(0, kept.size() - KEPT).clear();
        }
    }

    /** Facts and metadata are decoded when they are first looked at: that is done here, on as many cores as there are. */
    private List<TrackedEventMessage<?>> read(long position) {
        try (var messages = engine.readEvents(new GlobalSequenceTrackingToken(position), false)) {
            var page = messages.limit(PAGE)
                    .<TrackedEventMessage<?>>map(message -> message)
                    .toList();
            page.parallelStream().forEach(message -> {
                message.getPayload();
                int unused = message.getMetaData().size();
            });
            return page;
        }
    }

    /** Whether all that was recorded at this instant lies at or before the position. */
    boolean isWholeAt(long position, Instant recordedAt) {
        var next = after(position);
        return next.isEmpty() || next.getFirst().getTimestamp().isAfter(recordedAt);
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return openStream(after, false, () -> {});
    }

    LogStream openStream(@Nullable TrackingToken after, boolean first, Runnable resting) {
        var stream = new LogStream(this, positionOf(after), first, resting);
        streams.add(stream);
        return stream;
    }

    /**
     * The same log for one follower.
     *
     * @param first whether others that have not caught up are to wait until it has
     * @param resting run in its thread now and then while there is nothing to follow
     */
    StreamableMessageSource<TrackedEventMessage<?>> following(boolean first, Runnable resting) {
        return new StreamableMessageSource<>() {
            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
                return LogFeed.this.openStream(after, first, resting);
            }

            @Override
            public TrackingToken createTailToken() {
                return LogFeed.this.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return LogFeed.this.createHeadToken();
            }

            @Override
            public TrackingToken createTokenAt(Instant dateTime) {
                return LogFeed.this.createTokenAt(dateTime);
            }
        };
    }

    @Override
    public TrackingToken createTailToken() {
        return tokenAt(0);
    }

    static TrackingToken tokenAt(long position) {
        return new GlobalSequenceTrackingToken(position);
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return engine.createTokenAt(dateTime);
    }

    static long positionOf(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }
}
