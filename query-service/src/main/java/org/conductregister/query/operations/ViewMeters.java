package org.conductregister.query.operations;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.conductregister.eventstore.EventLog;
import org.conductregister.eventstore.stored.StoredEvent;
import org.conductregister.platform.meters.MeterSampler;
import org.conductregister.query.projections.Projection;
import org.conductregister.query.projections.ProjectionStatus;
import org.conductregister.query.projections.Projections;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Shows each view as this node has it: {@code register_view_lag_entries}, {@code register_view_lag_seconds},
 * {@code register_view_dead_letters} and {@code register_view_following}. Not a number while the log does not answer.
 */
@Component
final class ViewMeters {

    /**
     * A view at one moment.
     *
     * @param waiting for how long the first entry that it does not show has been recorded; zero where it shows all
     */
    private record Sample(ProjectionStatus status, Duration waiting) {}

    private final Supplier<List<ProjectionStatus>> views;
    private final LongFunction<@Nullable Instant> recordedAt;
    private final Clock clock;
    private volatile Map<String, Sample> samples = Map.of();

    @Autowired
    ViewMeters(Projections projections, EventLog log, Clock clock, MeterRegistry registry, MeterSampler sampler) {
        this(
                () -> projections.all().stream().map(Projection::status).toList(),
                position -> log.from(position, 1)
                        .map(StoredEvent::recordedAt)
                        .findFirst()
                        .orElse(null),
                clock);
        projections.all().forEach(projection -> show(projection.view().name(), registry));
        sampler.add(this::sample);
    }

    /** @param recordedAt the instant of the first entry from a position on; null where there is none */
    ViewMeters(Supplier<List<ProjectionStatus>> views, LongFunction<@Nullable Instant> recordedAt, Clock clock) {
        this.views = views;
        this.recordedAt = recordedAt;
        this.clock = clock;
    }

    void show(String view, MeterRegistry registry) {
        gauge(view, "lag.entries", null, sample -> sample.status().lag())
                .description("Entries of the log that the view does not show yet")
                .register(registry);
        gauge(view, "lag", "seconds", sample -> sample.waiting().toNanos() / 1e9)
                .description("Seconds since the first entry was recorded that the view does not show yet")
                .register(registry);
        gauge(view, "dead.letters", null, sample -> sample.status().deadLetters())
                .description("Entries that the view could not take in, and those that wait behind them")
                .register(registry);
        gauge(view, "following", null, sample -> isFollowing(sample.status()) ? 1 : 0)
                .description("1 while the view takes in entries, 0 while it cannot or is stopped")
                .register(registry);
    }

    private Gauge.Builder<Supplier<Number>> gauge(
            String view, String name, @Nullable String unit, ToDoubleFunction<Sample> value) {
        Supplier<Number> latest = () -> {
            var sample = samples.get(view);
            return sample == null ? Double.NaN : value.applyAsDouble(sample);
        };
        return Gauge.builder("register.view." + name, latest).baseUnit(unit).tag("view", view);
    }

    private static boolean isFollowing(ProjectionStatus status) {
        return switch (status.state()) {
            case LIVE, REPLAYING -> true;
            case RETRYING, STOPPED -> false;
        };
    }

    void sample() {
        try {
            samples = views.get().stream()
                    .map(status -> new Sample(status, waiting(status)))
                    .collect(Collectors.toMap(sample -> sample.status().name(), Function.identity()));
        } catch (RuntimeException e) {
            samples = Map.of();
            throw e;
        }
    }

    /** Clocks of nodes differ: an entry that seems to be of the future has not waited. */
    private Duration waiting(ProjectionStatus status) {
        var since = status.lag() > 0 ? recordedAt.apply(status.position() + 1) : null;
        var waiting = since == null ? Duration.ZERO : Duration.between(since, clock.instant());
        return waiting.isNegative() ? Duration.ZERO : waiting;
    }
}
