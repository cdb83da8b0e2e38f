package org.conductregister.eventstore;

import java.time.Instant;

/**
 * The last event of the log. Every later event has a higher position and a later instant.
 *
 * @param position 0 where nothing has been recorded
 * @param recordedAt {@link Instant#EPOCH} where nothing has been recorded
 */
public record LogHead(long position, Instant recordedAt) {

    public static final LogHead OF_EMPTY_LOG = new LogHead(0, Instant.EPOCH);
}
