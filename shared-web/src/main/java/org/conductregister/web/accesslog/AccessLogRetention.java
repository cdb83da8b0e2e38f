package org.conductregister.web.accesslog;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.conductregister.platform.Background;
import org.jspecify.annotations.Nullable;

/** Removes, once a day, the entries of the access log that are older than they are to be kept. */
final class AccessLogRetention implements AutoCloseable {

    private static final long A_DAY = TimeUnit.DAYS.toMinutes(1);

    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(Background.threads("access-log-retention"));

    /** @param keep null for ever */
    AccessLogRetention(AccessLog log, @Nullable Period keep, Clock clock) {
        if (keep != null) {
            var unused = daily.scheduleWithFixedDelay(
                    () -> log.removeBefore(
                            clock.instant().atZone(ZoneOffset.UTC).minus(keep).toInstant()),
                    1,
                    A_DAY,
                    TimeUnit.MINUTES);
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
