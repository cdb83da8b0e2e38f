package org.conductregister.command.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How far an import is. Counts are of lines; {@code read} is the sum of the other three.
 *
 * @param perSecond lines read a second, on average since it began to run
 * @param detail why it failed, for an operator; null unless it did
 */
record ImportProgress(
        UUID importId,
        State state,
        long read,
        long recorded,
        long repeated,
        long refused,
        long perSecond,
        Instant acceptedAt,
        @Nullable Instant finishedAt,
        @Nullable String detail) {

    /** QUEUED waits for others to end. FAILED can be retried, or sent again. */
    enum State {
        QUEUED,
        RUNNING,
        COMPLETED,
        FAILED
    }

    static ImportProgress queued(UUID importId, Instant acceptedAt) {
        return new ImportProgress(importId, State.QUEUED, 0, 0, 0, 0, 0, acceptedAt, null, null);
    }

    ImportProgress running(long recorded, long repeated, long refused, long perSecond) {
        return new ImportProgress(
                importId,
                State.RUNNING,
                recorded + repeated + refused,
                recorded,
                repeated,
                refused,
                perSecond,
                acceptedAt,
                null,
                null);
    }

    ImportProgress ended(State how, Instant at, @Nullable String why) {
        return new ImportProgress(importId, how, read, recorded, repeated, refused, perSecond, acceptedAt, at, why);
    }
}
