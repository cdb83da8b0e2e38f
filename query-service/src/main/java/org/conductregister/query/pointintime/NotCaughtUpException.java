package org.conductregister.query.pointintime;

import static java.util.Objects.requireNonNull;

/**
 * Thrown for a read of a position that the view has not reached. It is an expected answer: it has no stack trace.
 */
public final class NotCaughtUpException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotCaughtUpException(long atLeast, long position) {
        super(
                "The view shows the log up to position %d and has not caught up to %d.".formatted(position, atLeast),
                null,
                false,
                false);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
