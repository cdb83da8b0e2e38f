package org.conductregister.query.projections;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.eventstore.engine.OrderedEventStorageEngine;
import org.conductregister.query.TestLog;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.benchmark.generator.GeneratedLog;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.view.StatisticsView;

/** The statistics built from an event store: a file of SQLite, as the standalone edition has it. */
public final class EventStoreRebuild {

    private static final int BATCH = 2_000;

    private EventStoreRebuild() {}

    public static void time(Plan plan, long events, Path directory, Report report) throws IOException {
        if (events == 0) {
            return;
        }
        var file = directory.resolve("events.db").toAbsolutePath();
        Files.deleteIfExists(file);
        try (var store = TestLog.at("jdbc:sqlite:" + file)) {
            write(new GeneratedLog(plan), events, store);
            long began = System.nanoTime();
            var view = new StatisticsView(ListsAsKnown.unchanged(Set.of()));
            rebuild(store.engine(), view);
            double seconds = (System.nanoTime() - began) / 1e9;
            if (view.head().now().position() != events) {
                throw new IllegalStateException("rebuilt up to " + view.head().now());
            }
            report.figure("entries in the event store", events);
            report.figure("rebuild from the event store, entries/s (100,000 wanted)", Math.round(events / seconds));
        }
        Files.deleteIfExists(file);
    }

    private static void write(GeneratedLog log, long events, TestLog store) {
        for (long done = 0; done < events; done += BATCH) {
            var entries = log.next((int) Math.min(BATCH, events - done)).stream()
                    .map(RecordedEntry::entry)
                    .map(entry -> store.event(entry.record(), entry.entryId(), entry.fact()))
                    .toList();
            store.engine().appendEvents(entries);
        }
    }

    /** Has a view follow the log to where it ends, as when it is made anew. */
    public static void rebuild(OrderedEventStorageEngine engine, View view) {
        var source = new SharedLogSource(engine);
        var follower = new Follower(view, source, InMemorySequencedDeadLetterQueue.defaultQueue());
        follower.start();
        try {
            follower.reaches(source.head());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            follower.stop();
        }
    }
}
