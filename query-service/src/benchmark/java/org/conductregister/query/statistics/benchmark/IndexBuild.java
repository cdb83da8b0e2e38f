package org.conductregister.query.statistics.benchmark;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.lists.ListsAsKnown;
import org.conductregister.query.statistics.benchmark.generator.GeneratedLog;
import org.conductregister.query.statistics.benchmark.generator.Plan;
import org.conductregister.query.statistics.benchmark.measurement.Memory;
import org.conductregister.query.statistics.benchmark.measurement.Report;
import org.conductregister.query.statistics.benchmark.measurement.Times;
import org.conductregister.query.statistics.checkpoint.CheckpointFile;
import org.conductregister.query.statistics.view.StatisticsView;

/** Builds the statistics from decoded entries, and times it; what generates the entries is not in the times. */
final class IndexBuild {

    private static final int BATCH = 50_000;

    /** As a view that catches up commits. */
    private static final int TOGETHER = 1_000;

    /** So many appends are timed one by one at each size. */
    private static final int SINGLE = 10_000;

    private final Plan plan;
    private final long events;
    private final Report report;
    private final long heapBefore = Memory.used();
    private final long mappedBefore = Memory.mapped();
    private final StatisticsView view;
    private long done;
    private long together;
    private long nanos;
    private long lastKnown;

    private IndexBuild(Plan plan, long events, Path directory, Report report) {
        this.plan = plan;
        this.events = events;
        this.report = report;
        this.view = new StatisticsView(
                new CheckpointFile(directory.resolve("statistics")), ListsAsKnown.unchanged(Set.of()));
    }

    /**
     * The index that was built.
     *
     * @param lastKnown of the last entry, in microseconds since 1970-01-01
     */
    record Built(StatisticsView view, long lastKnown) {}

    /**
     * Builds the statistics from the entries of a register.
     *
     * @param directory where the view has its files
     */
    static Built build(Plan plan, long events, Path directory, Report report) {
        var build = new IndexBuild(plan, events, directory, report);
        build.run();
        return new Built(build.view, build.lastKnown);
    }

    private void run() {
        append(new GeneratedLog(plan));
        report.figure("build from decoded entries, entries/s (2,000,000 wanted)", Math.round(together * 1e9 / nanos));
        long bytes = Memory.used() - heapBefore;
        report.figure("heap of the whole view, bytes an entry (64 wanted)", (double) bytes / events);
        report.figure("histories in a mapped file, bytes an entry", (double) (Memory.mapped() - mappedBefore) / events);
    }

    private void append(GeneratedLog log) {
        for (long size : new long[] {events / 10, 3 * events / 10, events}) {
            while (done < size - SINGLE) {
                append(log.next((int) Math.min(BATCH, size - SINGLE - done)));
            }
            appendOneByOne(log.next(SINGLE), size);
        }
    }

    private void append(List<RecordedEntry> entries) {
        long began = System.nanoTime();
        for (int i = 0; i < entries.size(); i++) {
            view.apply(entries.get(i));
            if ((i + 1) % TOGETHER == 0 || i + 1 == entries.size()) {
                view.commit(entries.get(i).position(), entries.get(i).recordedAt());
            }
        }
        nanos += System.nanoTime() - began;
        together += entries.size();
        appended(entries);
    }

    private void appendOneByOne(List<RecordedEntry> entries, long size) {
        var times = new long[entries.size()];
        for (int i = 0; i < times.length; i++) {
            var entry = entries.get(i);
            long began = System.nanoTime();
            view.apply(entry);
            view.commit(entry.position(), entry.recordedAt());
            times[i] = System.nanoTime() - began;
        }
        report.times("append and commit of one entry at %,d".formatted(size), new Times(times));
        appended(entries);
    }

    private void appended(List<RecordedEntry> entries) {
        done += entries.size();
        lastKnown = Plan.micros(entries.getLast().recordedAt());
    }
}
