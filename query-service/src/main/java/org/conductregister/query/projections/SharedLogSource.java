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
import java.util.function.BooleanSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/**
 * The log as the views follow it: pages of decoded entries, of which the last {@value #KEPT} are kept, so that followers
 * near one another share one read. Thread-safe.
 *
 * <p>It replaces the stream of Axon's {@code EmbeddedEventStore}, which can miss an append for a second and does not pass
 * on a failure to read. Here the failure reaches the follower, which reports it and tries again.
 */
final class SharedLogSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    static final int PAGE = 1_000;
    private static final int KEPT = 10 * PAGE;

    /** The distance at which a follower is about to fall behind the entries kept. */
    private static final int FAR = KEPT - 3 * PAGE;

    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LOOK_WHILE_ANNOUNCED = Duration.ofSeconds(1);

    private static final Duration LONGEST_WAIT = Duration.ofMillis(50);

    /** For how long the log is taken to end where it was seen to end, while no entry of this process is recorded. */
    private static final long ENDS_FOR_NANOS = Duration.ofMillis(10).toNanos();

    /** The fewest entries that are decoded by several threads: fewer cost less than waking another. */
    private static final int DECODED_TOGETHER = 64;

    private final EventStorageEngine engine;
    private final long longestWait;
    private final AppendSignal appendSignal = new AppendSignal();
    private final Lock reading = new ReentrantLock();
    private final Condition went = reading.newCondition();
    private final Set<LogStream> streams = ConcurrentHashMap.newKeySet();

    /** Without gaps, as the log is; guarded by {@link #reading}. */
    private final List<TrackedEventMessage<?>> kept = new ArrayList<>(KEPT + PAGE);

    private long keptTo;

    /** The signal's count and the time at which the log was seen to end at {@link #keptTo}; guarded by {@link #reading}. */
    private long endedAtCount = -1;

    private long endedAtNanos;

    private volatile BooleanSupplier announced = () -> false;

    SharedLogSource(EventStorageEngine engine) {
        this(engine, LONGEST_WAIT);
    }

    /** @param longestWait for how long a follower far ahead waits for others before each page */
    SharedLogSource(EventStorageEngine engine, Duration longestWait) {
        this.engine = engine;
        this.longestWait = longestWait.toNanos();
    }

    /** Raised when entries were recorded: by this process, and by others while their commits are announced. */
    AppendSignal appendSignal() {
        return appendSignal;
    }

    /** @param now whether the commits of other processes raise the signal at present */
    void announcedWhile(BooleanSupplier now) {
        announced = now;
    }

    /** How often the log is to be looked at by who waits for entries: seldom, while each commit is announced. */
    Duration look() {
        return announced.getAsBoolean() ? LOOK_WHILE_ANNOUNCED : LOOK;
    }

    /** The last position recorded; 0 while there is none. */
    long head() {
        return positionOf(engine.createHeadToken());
    }

    /** Returns up to {@value #PAGE} decoded entries that follow a position; none where it is the last. */
    List<TrackedEventMessage<?>> after(long position) {
        return after(position, false);
    }

    /**
     * Returns the same as {@link #after} to a follower, without a look at the database where the log has just been seen to end. Of what
     * was recorded since, the signal is raised.
     */
    List<TrackedEventMessage<?>> next(long position) {
        return after(position, true);
    }

    private List<TrackedEventMessage<?>> after(long position, boolean asSeen) {
        reading.lock();
        try {
            if (position > keptTo || kept.isEmpty()) {
                kept.clear();
                keptTo = position;
                endedAtCount = -1;
            }
            if (position == keptTo && !(asSeen && hasJustEnded())) {
                readOn();
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

    /** Returns the decoded entry at a position that the log has. */
    TrackedEventMessage<?> at(long position) {
        return after(position - 1).getFirst();
    }

    /**
     * Called before a follower goes on to its next page. A follower far ahead waits, for 50 ms at most, for followers about to
     * fall behind the entries kept, which would have to read and decode them again. The statistics do not wait: they must
     * show new entries as soon as possible.
     */
    void letOthersFollow(long position, boolean first) {
        reading.lock();
        try {
            went.signalAll();
            long left = first ? 0 : longestWait;
            while (left > 0 && leavesSomebodyBehind(position)) {
                left = went.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reading.unlock();
        }
    }

    /** Whether a follower may go on: until it has caught up, it waits for followers that go first. */
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

    private boolean hasJustEnded() {
        return endedAtCount == appendSignal.count() && System.nanoTime() - endedAtNanos < ENDS_FOR_NANOS;
    }

    private void readOn() {
        long count = appendSignal.count();
        long began = System.nanoTime();
        var page = read(keptTo);
        endedAtCount = page.size() < PAGE ? count : -1;
        endedAtNanos = began;
        keep(page);
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
            var decoded = page.size() < DECODED_TOGETHER ? page.stream() : page.parallelStream();
            decoded.forEach(SharedLogSource::decode);
            return page;
        }
    }

    private static void decode(TrackedEventMessage<?> message) {
        message.getPayload();
        int unused = message.getMetaData().size();
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
        return openStream(after, false, LogStream.Gathering.NONE, () -> {});
    }

    LogStream openStream(
            @Nullable TrackingToken after, boolean first, LogStream.Gathering gathering, Runnable resting) {
        var stream = new LogStream(this, positionOf(after), first, gathering, resting);
        streams.add(stream);
        return stream;
    }

    /**
     * The same log for one follower.
     *
     * @param first whether others that have not caught up are to wait until it has
     * @param gathering lets entries come together at the end of the log
     * @param resting run in its thread now and then while there is nothing to follow
     */
    StreamableMessageSource<TrackedEventMessage<?>> following(
            boolean first, LogStream.Gathering gathering, Runnable resting) {
        return new StreamableMessageSource<>() {
            @Override
            public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken after) {
                return SharedLogSource.this.openStream(after, first, gathering, resting);
            }

            @Override
            public TrackingToken createTailToken() {
                return SharedLogSource.this.createTailToken();
            }

            @Override
            public TrackingToken createHeadToken() {
                return SharedLogSource.this.createHeadToken();
            }

            @Override
            public TrackingToken createTokenAt(Instant dateTime) {
                return SharedLogSource.this.createTokenAt(dateTime);
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
