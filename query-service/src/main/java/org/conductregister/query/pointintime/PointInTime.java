package org.conductregister.query.pointintime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of every read: what had happened by the end of a day, of what the register knew at an instant. Both
 * inclusive.
 *
 * @param knownAt {@link #NOW} for the latest that a view can tell
 */
public record PointInTime(LocalDate asAt, Instant knownAt) {

    /** Later than any entry: a view answers with the instant of the last one it has taken in. */
    public static final Instant NOW = Instant.MAX;
}
