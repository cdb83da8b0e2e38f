package org.conductregister.platform.meters;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.database.LogTrouble;

/**
 * Shows the event log as this node sees it: {@code register_log_entries}, {@code register_log_reachable}, and
 * {@code register_log_trouble} by kind.
 */
final class LogMeters {

    private final EventLog log;
    private volatile double entries = Double.NaN;

    LogMeters(EventLog log, MeterRegistry registry) {
        this.log = log;
        Gauge.builder("register.log.entries", this, meters -> meters.entries)
                .description("Entries in the event log; not a number while it does not answer")
                .register(registry);
        Gauge.builder("register.log.reachable", this, meters -> Double.isNaN(meters.entries) ? 0 : 1)
                .description("1 while the event log answers this node, else 0")
                .register(registry);
        for (var kind : LogTrouble.Kind.values()) {
            Gauge.builder("register.log.trouble", this, meters -> meters.isIn(kind) ? 1 : 0)
                    .description("1 while the event log has this trouble, else 0")
                    .tag("kind", kind.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    void sample() {
        try {
            entries = log.lastPosition();
        } catch (RuntimeException e) {
            entries = Double.NaN;
            throw e;
        }
    }

    private boolean isIn(LogTrouble.Kind kind) {
        return log.condition()
                .trouble()
                .filter(trouble -> trouble.kind() == kind)
                .isPresent();
    }
}
