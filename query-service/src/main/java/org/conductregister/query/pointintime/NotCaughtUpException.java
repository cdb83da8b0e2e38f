package org.conductregister.query.pointintime;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Thrown for a read of a position that the view has not reached. It is an expected answer: it has no stack trace.
 */
public final class NotCaughtUpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final long SECONDS_UNKNOWN = 5;
    private static final long MOST_SECONDS = 600;

    private final long secondsLeft;

    /**
     * @param before the position of the view when the read began to wait
     * @param position of the view now
     * @param wanted the position that the read must see
     * @param waited how long the read has waited
     */
    NotCaughtUpException(long before, long position, long wanted, Duration waited) {
        this(position, wanted, secondsLeft(wanted - position, position - before, waited));
    }

    private NotCaughtUpException(long position, long wanted, long secondsLeft) {
        super(
                "The view shows the log up to position %d and has not caught up to %d; try again in %d s."
                        .formatted(position, wanted, secondsLeft),
                null,
                false,
                false);
        this.secondsLeft = secondsLeft;
    }

    /** At the speed at which the view went on while the read waited. */
    private static long secondsLeft(long behind, long came, Duration waited) {
        return came <= 0
                ? SECONDS_UNKNOWN
                : Math.clamp((long) Math.ceil((double) behind / came * waited.toNanos() / 1e9), 1, MOST_SECONDS);
    }

    /** In how many seconds the view may have caught up; from 1 to 600. */
    public long secondsLeft() {
        return secondsLeft;
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
