package org.conductregister.query.statistics;

import static java.util.Objects.requireNonNull;

/** A series would have more groups than an answer can hold. An answer, not a fault: no stack trace is taken. */
public final class TooManyGroupsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public TooManyGroupsException(int most) {
        super("would make more than %,d groups over all days".formatted(most), null, false, false);
    }

    @Override
    public String getMessage() {
        return requireNonNull(super.getMessage());
    }
}
