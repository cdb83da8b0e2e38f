package org.conductregister.eventstore.engine;

import java.time.Duration;

/**
 * When entries are refused that the database would take.
 *
 * @param clockBehind how far the clock may be behind the last entry
 * @param patience how long entries wait for those before them to be written
 */
public record AppendLimits(Duration clockBehind, Duration patience) {

    public static final AppendLimits USUAL = new AppendLimits(Duration.ofMinutes(1), Duration.ofSeconds(10));

    /** The same, but with any clock: what is recorded at its instants comes a microsecond after what was recorded last. */
    public AppendLimits withAnyClock() {
        return new AppendLimits(Duration.ofSeconds(Long.MAX_VALUE), patience);
    }
}
