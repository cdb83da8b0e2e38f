package org.conductregister.query.projections;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.conductregister.entries.RecordedEntry;
import org.conductregister.query.ChicagoLike;
import org.conductregister.query.TestLog;
import org.conductregister.query.pointintime.Head;

public final class ReplayBenchmark {

    public static void main(String[] args) throws Exception {
        int cases = Integer.parseInt(args[0]);
        int views = Integer.parseInt(args[1]);
        try (var log = new TestLog()) {
            var events = ChicagoLike.cases(cases).stream()
                    .map(e -> log.event(e.record(), e.fact()))
                    .toList();
            long t = System.nanoTime();
            log.addAll(events, 1000);
            System.out.printf("%d entries appended in %.1f s%n", events.size(), (System.nanoTime() - t) / 1e9);
            for (int round = 0; round < 4; round++) {
                var feed = new LogFeed(log.engine());
                var projections = new ArrayList<Projection>();
                for (int i = 0; i < views; i++) {
                    projections.add(new Projection(new Counting("v" + i), feed, Keeping.inMemory()));
                }
                var os = (com.sun.management.OperatingSystemMXBean)
                        java.lang.management.ManagementFactory.getOperatingSystemMXBean();
                long cpu = os.getProcessCpuTime();
                t = System.nanoTime();
                projections.forEach(Projection::start);
                for (var p : projections) {
                    if (!p.view().head().reaches(events.size(), Duration.ofMinutes(5))) {
                        throw new IllegalStateException();
                    }
                }
                double s = (System.nanoTime() - t) / 1e9;
                cpu = os.getProcessCpuTime() - cpu;
                System.out.printf(
                        "%d views: %.2f s, %.0f/s each; %.1f us CPU per entry%n",
                        views, s, events.size() / s, cpu / 1e3 / events.size());
                projections.forEach(Projection::stop);
            }
        }
    }

    static final class Counting implements View {
        private final String name;
        private final Head head = new Head();
        long count;

        Counting(String name) {
            this.name = name;
        }

        public String name() {
            return name;
        }

        public boolean keptInMemory() {
            return true;
        }

        public Head head() {
            return head;
        }

        public void apply(RecordedEntry entry) {
            count++;
        }

        public void commit(long position, Instant recordedAt) {
            head.moveTo(position, recordedAt);
        }

        public void reset() {
            count = 0;
            head.reset();
        }
    }
}
