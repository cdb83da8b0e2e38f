package org.conductregister.standalone.asked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Four analysts, each with 25 questions a second at most: counts and series of six kinds, on days at random. */
final class Questions {

    private static final int ANALYSTS = 4;
    private static final long PAUSE_NANOS = TimeUnit.SECONDS.toNanos(1) / 25;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 6_700;
    private static final List<String> KINDS = List.of(
            "?unit=cases&groupBy=status&asAt=%1$s",
            "?unit=allegations&groupBy=result&asAt=%1$s",
            "?unit=allegations&groupBy=category,status&asAt=%1$s",
            "?unit=officers&groupBy=result&asAt=%1$s",
            "?unit=allegations&groupBy=status&asAt=%1$s&knownAt=%1$sT12:00:00Z",
            "/series?unit=cases&groupBy=status&from=1999-12-31&to=%1$s&step=YEAR");

    private final String address;
    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
    private final AtomicInteger refused = new AtomicInteger();

    Questions(String address) {
        this.address = address;
    }

    /** Asks for so many seconds, or until it is over. */
    void ask(int seconds, BooleanSupplier over) {
        long began = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < ANALYSTS; i++) {
            var random = new Random(i);
            threads.add(Thread.ofPlatform().start(() -> {
                var caller = new Caller(address);
                while (!over.getAsBoolean() && System.nanoTime() - began < TimeUnit.SECONDS.toNanos(seconds)) {
                    ask(caller, random);
                }
            }));
        }
        for (var thread : threads) {
            join(thread);
        }
    }

    private void ask(Caller caller, Random random) {
        var kind = KINDS.get(random.nextInt(KINDS.size()));
        long began = System.nanoTime();
        try {
            int status = caller.status(
                    "analyst", "/api/v1/statistics" + kind.formatted(FIRST_DAY.plusDays(random.nextInt(DAYS))));
            if (status == 200) {
                nanos.add(System.nanoTime() - began);
            } else if (status == 503) {
                refused.incrementAndGet();
            } else {
                throw new IllegalStateException(kind + ": " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LockSupport.parkNanos(Math.max(1, began + PAUSE_NANOS - System.nanoTime()));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        var sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return String.format(
                Locale.ROOT,
                "%,d answers, median %.2f ms, p99 %.2f ms, longest %.0f ms; %d told to come back",
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.99),
                at(sorted, 1),
                refused.get());
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
