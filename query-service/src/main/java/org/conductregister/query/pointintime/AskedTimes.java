package org.conductregister.query.pointintime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a read asks about time. A controller that declares a parameter of this type is given it, read from {@code asAt},
 * {@code knownAt} and {@code atLeast}.
 *
 * @param asAt today in Europe/London where the read does not say
 * @param knownAt {@link PointInTime#NOW} where the read does not say
 * @param atLeast the position that the answer must take in; 0 where the read does not say
 */
public record AskedTimes(LocalDate asAt, Instant knownAt, long atLeast) {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    /**
     * Waits until a view shows what this read must see.
     *
     * @return the times to answer with and to state in the answer: {@code knownAt} is no later than the last entry the
     *     view shows, so the same answer can be had again for ever
     * @throws NotCaughtUpException when the view is still behind after 5 seconds
     */
    public PointInTime of(Head head) {
        awaitOn(head);
        var last = head.now().recordedAt();
        return new PointInTime(asAt, knownAt.isAfter(last) ? last : knownAt);
    }

    /**
     * Waits until a view shows what this read must see.
     *
     * @throws NotCaughtUpException when the view is still behind after 5 seconds
     */
    public void awaitOn(Head head) {
        try {
            if (!head.reaches(atLeast, LONGEST_WAIT)) {
                throw new NotCaughtUpException(atLeast, head.now().position());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotCaughtUpException(atLeast, head.now().position());
        }
    }
}
