package org.conductregister.query.statistics.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.statistics.benchmark.measurement.Times;
import org.conductregister.query.statistics.view.StatisticsView;

/** Entries that arrive at a steady rate, each taken in and committed by itself by a thread of its own. */
final class Arrivals implements AutoCloseable {

    private static final long EVERY = 1_000_000;

    private final StatisticsView view;
    private final List<RecordedEntry> entries;
    private final long[] delays;
    private final Thread writer = new Thread(this::write, "arrivals");
    private volatile int taken;
    private volatile boolean ended;

    Arrivals(StatisticsView view, List<RecordedEntry> entries) {
        this.view = view;
        this.entries = entries;
        this.delays = new long[entries.size()];
        writer.start();
    }

    private void write() {
        long began = System.nanoTime();
        for (int i = 0; i < delays.length && !ended; i++) {
            long due = began + i * EVERY;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            var entry = entries.get(i);
            view.apply(entry);
            view.commit(entry.position(), entry.recordedAt());
            requireVisible(entry);
            delays[i] = System.nanoTime() - due;
            taken = i + 1;
        }
    }

    private void requireVisible(RecordedEntry entry) {
        if (view.head().now().position() < entry.position()) {
            throw new IllegalStateException("committed and not seen: " + entry.position());
        }
    }

    /** Whether some are still to come: else what is timed is no longer timed while entries arrive. */
    boolean goOn() {
        return writer.isAlive();
    }

    /** From when an entry was due, 1,000 a second, until a reader could see it. */
    Times delays() {
        return new Times(Arrays.copyOf(delays, taken));
    }

    @Override
    public void close() {
        ended = true;
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
