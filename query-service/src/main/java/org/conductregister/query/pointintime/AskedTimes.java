package org.conductregister.query.pointintime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.conductregister.web.ReadsParameters;

/**
 * The times that a read asks for, from {@code asAt}, {@code knownAt} and {@code atLeast}. A controller gets them by
 * declaring a parameter of this type.
 *
 * @param asAt today in Europe/London where the read does not say
 * @param knownAt {@link PointInTime#NOW} where the read does not say
 * @param atLeast the position that the answer must take in; 0 where the read does not say
 */
@ReadsParameters
public record AskedTimes(LocalDate asAt, Instant knownAt, long atLeast) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

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
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        for (var head : heads) {
            try {
                if (!head.reaches(atLeast, Duration.ofNanos(deadline - System.nanoTime()))) {
                    throw new NotCaughtUpException(atLeast, head.now().position());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new NotCaughtUpException(atLeast, head.now().position());
            }
        }
    }
}
