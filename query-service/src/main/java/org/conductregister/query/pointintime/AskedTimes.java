package org.conductregister.query.pointintime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import org.conductregister.web.requests.ReadsParameters;

/**
 * The times that a read asks for, from {@code asAt}, {@code knownAt} and {@code atLeast}. A controller gets them by
 * declaring a parameter of this type.
 *
 * @param asAt today in Europe/London where the read does not say
 * @param knownAt {@link PointInTime#NOW} where the read does not say
 * @param atLeast the position that the answer must take in; 0 where the read does not say
 * @param logEnd where the log ended at the request: what was recorded until then is in the answer, as far as it was known
 *     at {@code knownAt}
 * @param latestBeside the latest instant of what was recorded beside the log before that
 */
@ReadsParameters
public record AskedTimes(LocalDate asAt, Instant knownAt, long atLeast, long logEnd, Instant latestBeside) {

    /** A read where nothing is recorded beside the log. */
    AskedTimes(LocalDate asAt, Instant knownAt, long atLeast, long logEnd) {
        this(asAt, knownAt, atLeast, logEnd, Instant.EPOCH);
    }

    /** A read of a log as it is now. */
    static AskedTimes of(LocalDate asAt, Instant knownAt, long atLeast, LogEnd log) {
        var end = ReadWait.logEnd(log);
        var beside = end.latestBeside(); // before the log's end: whatever entry is earlier is then waited for
        return new AskedTimes(asAt, knownAt, atLeast, end.position(), beside);
    }

    /** Returns the same read as known at another instant. */
    public AskedTimes asKnownAt(Instant instant) {
        return new AskedTimes(asAt, instant, atLeast, logEnd, latestBeside);
    }

    /**
     * Waits until the views that answer show what this read must see.
     *
     * @return the times to answer with and to state in the answer: {@code knownAt} is no later than the last entry that
     *     each of the views shows, or the last change beside the log, so the same answer can be had again for ever
     * @throws NotCaughtUpException when one of them is still behind after 5 seconds
     */
    public PointInTime of(Head... heads) {
        awaitOn(heads);
        var earliest = knownAt;
        for (var head : heads) {
            var last = latest(head.now().recordedAt(), latestBeside);
            earliest = earliest.isAfter(last) ? last : earliest;
        }
        return new PointInTime(asAt, earliest);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /**
     * Waits until the views that answer show what this read must see. Where the read can be suspended it waits without a thread: it
     * must have changed nothing, since it begins again.
     *
     * @throws NotCaughtUpException when one of them is still behind after 5 seconds
     */
    public void awaitOn(Head... heads) {
        if (Arrays.stream(heads).allMatch(head -> isShownBy(head.now()))) {
            return;
        }
        var wait = ReadWait.current();
        for (var head : heads) {
            long unused = wait.before(head);
        }
        for (var head : heads) {
            suspend(head, wait);
            ReadWait.leavePlace();
            if (!isShownInTime(head, wait.left())) {
                throw new NotCaughtUpException(
                        wait.before(head), head.now().position(), Math.max(atLeast, logEnd), wait.waited());
            }
        }
    }

    private void suspend(Head head, ReadWait wait) {
        if (!isShownBy(head.now()) && wait.left().isPositive() && ReadWait.canBeSuspended()) {
            wait.keep(logEnd, latestBeside);
            throw new ReadSuspendedException(head, this::isShownBy, wait.left());
        }
    }

    /**
     * Whether nothing that will be recorded can be known at {@code knownAt} any more, as far as the views that answer show:
     * something later has been recorded.
     */
    public boolean isPast(Head... heads) {
        return Arrays.stream(heads).allMatch(head -> knownAt.isBefore(head.now().recordedAt()));
    }

    private boolean isShownInTime(Head head, Duration within) {
        try {
            return head.awaitUntil(this::isShownBy, within);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean isShownBy(Head.At at) {
        return at.position() >= atLeast
                && (at.position() >= logEnd || !at.recordedAt().isBefore(knownAt));
    }
}
