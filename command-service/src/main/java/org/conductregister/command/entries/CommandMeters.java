package org.conductregister.command.entries;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.conductregister.command.decisions.RefusedException;
import org.conductregister.entries.RecordKind;
import org.springframework.stereotype.Component;

/**
 * Measures what becomes of commands: {@code register_commands_seconds} by kind of record and outcome, and
 * {@code register_refusals_total} by the refusal's code. Costs less than a microsecond a command. Thread-safe.
 */
@Component
final class CommandMeters {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5)
    };

    private enum Outcome {
        RECORDED,
        REFUSED,
        FAILED
    }

    private record Ended(RecordKind kind, Outcome outcome) {}

    private final MeterRegistry registry;
    private final Map<Ended, Timer> timers = new HashMap<>();
    private final Map<String, Counter> refusals = new ConcurrentHashMap<>();

    CommandMeters(MeterRegistry registry) {
        this.registry = registry;
        for (var kind : RecordKind.values()) {
            for (var outcome : Outcome.values()) {
                var ended = new Ended(kind, outcome);
                timers.put(ended, timer(ended));
            }
        }
    }

    private Timer timer(Ended ended) {
        return Timer.builder("register.commands")
                .description(
                        "Commands that log entries on one record, from the call until they are recorded or refused")
                .tag("record", ended.kind().word())
                .tag("outcome", ended.outcome().name().toLowerCase(Locale.ROOT))
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    /** Runs a command on a record of this kind, and notes how it ended and how long it took. */
    <T> T measure(RecordKind kind, Supplier<T> command) {
        long began = System.nanoTime();
        var outcome = Outcome.FAILED;
        try {
            T answer = command.get();
            outcome = Outcome.RECORDED;
            return answer;
        } catch (RefusedException e) {
            outcome = Outcome.REFUSED;
            refused(e.refusal().code());
            throw e;
        } finally {
            requireNonNull(timers.get(new Ended(kind, outcome))).record(Duration.ofNanos(System.nanoTime() - began));
        }
    }

    private void refused(String code) {
        refusals.computeIfAbsent(
                        code,
                        first -> Counter.builder("register.refusals")
                                .description("Commands refused by a rule")
                                .tag("code", first)
                                .register(registry))
                .increment();
    }
}
