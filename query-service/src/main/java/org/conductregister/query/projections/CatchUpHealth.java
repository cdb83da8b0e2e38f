package org.conductregister.query.projections;

import java.util.function.Predicate;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Reports UP once some views show all that was in the log when they were started, and for good: a view that is rebuilt later,
 * or whose store is away, is so at every node that shares the store, so that no other node would answer better. Thread-safe.
 */
final class CatchUpHealth implements HealthIndicator {

    /** A status that the overall health does not know and so does not wait for; the readiness does. */
    private static final Status CATCHING_UP = new Status("CATCHING_UP");

    private final Projections projections;
    private final Predicate<View> awaited;
    private final Status until;
    private volatile boolean caughtUp;

    private CatchUpHealth(Projections projections, Predicate<View> awaited, Status until) {
        this.projections = projections;
        this.awaited = awaited;
        this.until = until;
    }

    /** Out of service until the statistics have caught up: before, counts would be too low. */
    static CatchUpHealth ofCounts(Projections projections) {
        return new CatchUpHealth(projections, View::isCountedFrom, Status.OUT_OF_SERVICE);
    }

    static CatchUpHealth ofAllViews(Projections projections) {
        return new CatchUpHealth(projections, view -> true, CATCHING_UP);
    }

    @Override
    public Health health() {
        caughtUp |= projections.isRunning()
                && projections.all().stream()
                        .filter(projection -> awaited.test(projection.view()))
                        .allMatch(Projection::caughtUp);
        return (caughtUp ? Health.up() : Health.status(until)).build();
    }
}
