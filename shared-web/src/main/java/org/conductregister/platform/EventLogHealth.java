package org.conductregister.platform;

import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;

/** Down while the log does not answer, entries are not taken, or part of what was recorded cannot be read. */
final class EventLogHealth extends AbstractHealthIndicator {

    private final OrderedEventStorageEngine engine;

    EventLogHealth(OrderedEventStorageEngine engine) {
        super("The event log does not answer");
        this.engine = engine;
    }

    @Override
    protected void doHealthCheck(Health.Builder health) {
        var trouble = engine.trouble();
        if (trouble.isPresent()) {
            health.down()
                    .withDetail("trouble", trouble.get().kind())
                    .withDetail("sentence", trouble.get().sentence());
        } else {
            long head = engine.log().lastPosition();
            health.up().withDetail("entries", head);
        }
    }
}
