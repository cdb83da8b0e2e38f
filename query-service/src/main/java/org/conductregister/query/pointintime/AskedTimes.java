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
 */
@ReadsParameters
public record AskedTimes(LocalDate asAt, Instant knownAt, long atLeast, long logEnd) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /** Returns the same read as known at another instant. */
    public AskedTimes asKnownAt(Instant instant) {
        return new AskedTimes(asAt, instant, atLeast, logEnd);
    }

    /**
     * Waits until the views that answer show what this read must see.
     *
     * @return the times to answer with and to state in the answer: {@code knownAt} is no later than the last entry that
     *     each of the views shows, so the same answer can be had again for ever
     * @throws NotCaughtUpException when one of them is still behind after 5 seconds
     */
    public PointInTime of(Head... heads) {
        awaitOn(heads);
        var earliest = knownAt;
        for (var head : heads) {
            var last = head.now().recordedAt();
            earliest = earliest.isAfter(last) ? last : earliest;
        }
        return new PointInTime(asAt, earliest);
    }

    /**
     * Waits until the views that answer show what this read must see.
     *
     * @throws NotCaughtUpException when one of them is still behind after 5 seconds
     */
    public void awaitOn(Head... heads) {
        long began = System.nanoTime();
        long[] before =
                Arrays.stream(heads).mapToLong(head -> head.now().position()).toArray();
        for (int i = 0; i < heads.length; i++) {
            if (!isShownInTime(heads[i], began + LONGEST_WAIT.toNanos())) {
                var waited = Duration.ofNanos(System.nanoTime() - began);
                throw new NotCaughtUpException(before[i], heads[i].now().position(), Math.max(atLeast, logEnd), waited);
            }
        }
    }

    private boolean isShownInTime(Head head, long deadline) {
        try {
            return head.awaitUntil(this::isShownBy, Duration.ofNanos(deadline - System.nanoTime()));
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
