package org.conductregister.command.imports.run;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/**
 * Counts what becomes of the files that are recorded, a batch at a time: {@code register_import_entries_total} by outcome, and
 * {@code register_import_refused_rows_total}. Files that are only checked are left out. Thread-safe.
 */
@Component
final class ImportMeters {

    private final Counter recorded;
    private final Counter repeated;
    private final Counter refused;

    ImportMeters(MeterRegistry registry) {
        this.recorded = entries(registry, "recorded");
        this.repeated = entries(registry, "repeated");
        this.refused = Counter.builder("register.import.refused.rows")
                .description("Rows of imports of which at least one fact was refused")
                .register(registry);
    }

    private static Counter entries(MeterRegistry registry, String outcome) {
        return Counter.builder("register.import.entries")
                .description("Entries that imports have recorded, or found recorded before")
                .tag("outcome", outcome)
                .register(registry);
    }

    void judged(BatchRecorder.Outcome outcome, long refusedRows) {
        recorded.increment(outcome.recorded());
        repeated.increment(outcome.repeated());
        refused.increment((double) refusedRows);
    }
}
