package org.conductregister.web.accesslog;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.conductregister.platform.Background;
import org.jspecify.annotations.Nullable;

/** Removes, once a day, the entries of the access log that are older than they are to be kept, and the words searched for before. */
final class AccessLogRetention implements AutoCloseable {

    private static final long A_DAY = TimeUnit.DAYS.toMinutes(1);

    private final ScheduledExecutorService daily =
            Executors.newSingleThreadScheduledExecutor(Background.threads("access-log-retention"));

    private final AccessLog log;
    private final @Nullable Period keep;
    private final Clock clock;

    /** @param keep null for ever */
    AccessLogRetention(AccessLog log, @Nullable Period keep, Clock clock) {
        this.log = log;
        this.keep = keep;
        this.clock = clock;
        var unused = daily.scheduleWithFixedDelay(this::remove, 1, A_DAY, TimeUnit.MINUTES);
    }

    private void remove() {
        var now = clock.instant();
        log.forgetWords(now);
        if (keep != null) {
            log.removeBefore(now.atZone(ZoneOffset.UTC).minus(keep).toInstant());
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
