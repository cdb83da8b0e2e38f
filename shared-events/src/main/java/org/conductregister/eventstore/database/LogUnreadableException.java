package org.conductregister.eventstore.database;

import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Part of the log cannot be read, or is not what was recorded. It is never skipped: every answer after it would be wrong. */
public final class LogUnreadableException extends EventStoreException {

    private final String sentence;

    public LogUnreadableException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    /** Returns what cannot be read, and why, for the person who runs the register. */
    public String sentence() {
        return sentence;
    }

    public static LogUnreadableException at(long position, String why) {
        return new LogUnreadableException(
                "The entry at position %d cannot be read: %s.".formatted(position, why), null);
    }
}
