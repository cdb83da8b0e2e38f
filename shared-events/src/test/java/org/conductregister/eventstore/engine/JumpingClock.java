package org.conductregister.eventstore.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.ThreadLocalRandom;

/** A clock that somebody sets forward and back again and again, by up to an hour. */
final class JumpingClock extends Clock {

    @Override
    public Instant instant() {
        return Instant.now().plusNanos(ThreadLocalRandom.current().nextLong(-HOUR, HOUR));
    }

    private static final long HOUR = 3_600_000_000_000L;

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
