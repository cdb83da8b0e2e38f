package org.conductregister.query.projections;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Reports UP once the statistics show all that was in the log at the start. Before that, counts would be too low.
 */
final class CountsHealth implements HealthIndicator {

    private final Projections projections;

    CountsHealth(Projections projections) {
        this.projections = projections;
    }

    @Override
    public Health health() {
        boolean ready = projections.all().stream()
                .filter(projection -> projection.view().isCountedFrom())
                .allMatch(Projection::caughtUp);
        return (ready ? Health.up() : Health.outOfService()).build();
    }
}
