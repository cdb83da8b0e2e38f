package org.conductregister.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * The clock that stamps what is recorded. Several nodes have several clocks, but one database: where it has a clock of its own,
 * that is taken, so that a node whose clock is ahead neither records in the future nor has all others refuse for being behind.
 *
 * @param own the clock of this process
 * @param shared whether that of the database is taken instead, where it has one
 */
public record LogClock(Clock own, boolean shared) {

    /** The clock of this process, whatever the database. */
    public static LogClock own(Clock own) {
        return new LogClock(own, false);
    }

    /** The one clock of all nodes; that of this process where the database is a part of it. */
    public static LogClock shared(Clock own) {
        return new LogClock(own, true);
    }

    /**
     * Returns the time to stamp with.
     *
     * @param databases the time by the database's clock; empty where it has none
     */
    public Instant instant(Optional<Instant> databases) {
        return shared ? databases.orElseGet(own::instant) : own.instant();
    }
}
