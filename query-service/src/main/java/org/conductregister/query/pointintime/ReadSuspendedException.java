package org.conductregister.query.pointintime;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * Thrown for a read that has to wait for a view and will be answered from the start when the view has come: its thread leaves it. Nothing
 * is wrong, so it has no stack trace, and nobody but {@link SuspendedReads} catches it.
 */
final class ReadSuspendedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Head head;
    private final transient Predicate<Head.At> condition;
    private final transient Duration longest;

    ReadSuspendedException(Head head, Predicate<Head.At> condition, Duration longest) {
        super("The read waits for a view", null, false, false);
        this.head = head;
        this.condition = condition;
        this.longest = longest;
    }

    Head head() {
        return head;
    }

    Predicate<Head.At> condition() {
        return condition;
    }

    Duration longest() {
        return longest;
    }
}
