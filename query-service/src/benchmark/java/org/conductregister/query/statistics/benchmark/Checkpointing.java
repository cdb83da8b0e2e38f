package org.conductregister.query.statistics.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.conductregister.query.statistics.benchmark.measured.Report;
import org.conductregister.query.statistics.index.StatisticsView;

/** How the statistics are saved and loaded, where they can be. */
interface Checkpointing {

    void save(StatisticsView view, Path file) throws IOException;

    StatisticsView load(Path file) throws IOException;

    /** None: these statistics are kept in memory alone. */
    static Optional<Checkpointing> offered() {
        return Optional.empty();
    }

    /** Saves and loads once each. */
    static void time(StatisticsView view, Path file, Report report) throws IOException {
        var offered = offered();
        if (offered.isEmpty()) {
            report.figure("checkpoint", "not offered");
            return;
        }
        long began = System.nanoTime();
        offered.get().save(view, file);
        long saved = System.nanoTime();
        var loaded = offered.get().load(file);
        long end = System.nanoTime();
        if (!loaded.head().now().equals(view.head().now())) {
            throw new IllegalStateException("another position was loaded than saved");
        }
        report.figure("checkpoint saved, s", (saved - began) / 1e9);
        report.figure("checkpoint loaded, s (3 wanted)", (end - saved) / 1e9);
    }
}
