package org.conductregister.query.pointintime;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The two times of a read: facts up to the end of a day, of those recorded up to an instant. Both inclusive.
 *
 * @param knownAt {@link #NOW} for the latest that a view has
 */
public record PointInTime(LocalDate asAt, Instant knownAt) {

    /** Later than any entry: a view answers with the instant of the last one it has taken in. */
    public static final Instant NOW = Instant.MAX;
}
