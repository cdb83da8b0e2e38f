package org.conductregister.eventstore.stored;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The form in which {@code recordedAt} is stored: whole microseconds since 1970-01-01T00:00:00Z. */
public final class Microseconds {

    private Microseconds() {}

    /** The last microsecond that is not after the instant. */
    public static long notAfter(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000L), instant.getNano() / 1_000);
    }

    public static Instant toInstant(long microseconds) {
        return Instant.EPOCH.plus(microseconds, ChronoUnit.MICROS);
    }
}
