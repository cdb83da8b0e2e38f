package org.conductregister.query.pointintime;

import static java.util.Objects.requireNonNull;

/** A read asked for a position that the view does not show yet. An answer, not a fault: no stack trace is taken. */
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
