package org.conductregister.web.accesslog;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while nobody may look at anything, for it cannot be kept; where that is allowed, up with the trouble as a detail. */
final class AccessLogHealth implements HealthIndicator {

    private final AccessLog log;

    AccessLogHealth(AccessLog log) {
        this.log = log;
    }

    @Override
    public Health health() {
        var trouble = log.trouble();
        if (trouble == null) {
            return Health.up().build();
        }
        return (log.isRequired() ? Health.down() : Health.up())
                .withDetail("sentence", trouble)
                .build();
    }
}
