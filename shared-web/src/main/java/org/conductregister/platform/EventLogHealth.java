package org.conductregister.platform;

import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Down while entries are not taken, or part of what was recorded cannot be read. */
final class EventLogHealth implements HealthIndicator {

    private final OrderedEventStorageEngine engine;

    EventLogHealth(OrderedEventStorageEngine engine) {
        this.engine = engine;
    }

    @Override
    public Health health() {
        return engine.trouble()
                .map(trouble -> Health.down()
                        .withDetail("trouble", trouble.kind())
                        .withDetail("sentence", trouble.sentence())
                        .build())
                .orElseGet(() -> Health.up().build());
    }
}
