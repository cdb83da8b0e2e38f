package org.conductregister.query.statistics;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.Entry;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.facts.EntryId;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.statistics.history.BufferAllocator;
import org.conductregister.query.statistics.path.RegisterFold;

/**
 * How fast entries become points, told to nobody, on one thread; what a register takes to save and to load, and how many
 * bytes. The arguments are the number of cases, of about five entries each, and how many records are held ready.
 */
public final class RegisterBenchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 4;

    private RegisterBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int ready = arguments.length > 1 ? Integer.parseInt(arguments[1]) : RegisterFold.CACHED_RECORDS;
        var log = log(Integer.parseInt(arguments[0]));
        System.out.printf("%,d entries, %,d records held ready%n", log.size(), ready);
        for (int round = 0; round < ROUNDS; round++) {
            long before = usedMemory();
            var points = new PointDigest();
            var register = new RegisterFold(points, ready, BufferAllocator.IN_MEMORY);
            long began = System.nanoTime();
            long beganCpu = THREADS.getCurrentThreadCpuTime();
            log.forEach(register::apply);
            double cpu = (THREADS.getCurrentThreadCpuTime() - beganCpu) / 1e9;
            double seconds = seconds(began);
            System.out.printf(
                    "%.2f s, %,.0f entries/s; %.2f s of CPU, %,.0f entries/s of one core; %,d points; %.1f bytes an"
                            + " entry%n",
                    seconds,
                    log.size() / seconds,
                    cpu,
                    log.size() / cpu,
                    points.count(),
                    (double) (usedMemory() - before) / log.size());
            saveAndLoad(register, log.size());
        }
    }

    private static void saveAndLoad(RegisterFold register, int entries) throws IOException {
        long began = System.nanoTime();
        var image = register.image();
        long taken = System.nanoTime() - began;
        began = System.nanoTime();
        var file = SavedRegister.of(image);
        double saved = seconds(began);
        began = System.nanoTime();
        var loaded = file.load(new PointDigest(), 1);
        double seconds = seconds(began);
        System.out.printf(
                "  image %.3f ms, saved in %.3f s, %.1f bytes an entry; loaded in %.3f s%n",
                taken / 1e6, saved, (double) file.bytes().length / entries, seconds);
        if (loaded.lastPosition() != register.lastPosition()) {
            throw new IllegalStateException("loaded another register than was saved");
        }
    }

    private static List<RecordedEntry> log(int cases) {
        var log = new ArrayList<RecordedEntry>();
        for (var logged : ChicagoLike.cases(cases)) {
            long position = log.size() + 1L;
            var id = new EntryId(new UUID(position * 0x9E3779B97F4A7C15L, position));
            var entry = new Entry(id, logged.record(), logged.fact());
            log.add(new RecordedEntry(position, Instant.ofEpochSecond(position), "importer", "correlation", entry));
        }
        return log;
    }

    private static long usedMemory() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
