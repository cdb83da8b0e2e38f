package org.conductregister.query.statistics.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.view.StatisticsView;

/** Keeps the statistics in a file, as they are kept over a restart, and begins with what was kept. */
final class Checkpointing {

    private Checkpointing() {}

    /** Saves and loads once each. */
    static void time(StatisticsView view, Path file, Report report) throws IOException {
        var checkpoint = new CheckpointFile(file);
        long began = System.nanoTime();
        if (!view.writeTo(checkpoint).join()) {
            throw new IllegalStateException("it was not kept");
        }
        long saved = System.nanoTime();
        var loaded = new StatisticsView(checkpoint, ListsAsKnown.unchanged(Set.of()));
        boolean found = loaded.readCheckpoint(heading -> true);
        long end = System.nanoTime();
        if (!found || !loaded.head().now().equals(view.head().now())) {
            throw new IllegalStateException("another position was loaded than saved");
        }
        report.figure("checkpoint saved, s", (saved - began) / 1e9);
        report.figure("checkpoint loaded, s (3 wanted)", (end - saved) / 1e9);
        report.figure(
                "checkpoint, bytes an entry",
                Files.size(file) / (double) view.head().now().position());
    }
}
