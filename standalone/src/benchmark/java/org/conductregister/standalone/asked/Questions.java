package org.conductregister.standalone.asked;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
    private final List<ConcurrentLinkedQueue<Long>> nanosByKind = Stream.generate(ConcurrentLinkedQueue<Long>::new)
            .limit(KINDS.size())
            .toList();
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
        int number = random.nextInt(KINDS.size());
        var kind = KINDS.get(number);
        long began = System.nanoTime();
        try {
            int status = caller.status(
                    "analyst", "/api/v1/statistics" + kind.formatted(FIRST_DAY.plusDays(random.nextInt(DAYS))));
            if (status == 200) {
                nanosByKind.get(number).add(System.nanoTime() - began);
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

    /** The p99 of each kind, in milliseconds, in the order in which they stand here. */
    String slowestByKind() {
        return nanosByKind.stream()
                .map(nanos -> String.format(Locale.ROOT, "%.2f", at(sorted(nanos.stream()), 0.99)))
                .collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        var sorted = sorted(nanosByKind.stream().flatMap(Collection::stream));
        return String.format(
                Locale.ROOT,
                "%,d answers, median %.2f ms, p95 %.2f ms, p99 %.2f ms, longest %.0f ms; %d told to come back",
                sorted.length,
                at(sorted, 0.5),
                at(sorted, 0.95),
                at(sorted, 0.99),
                at(sorted, 1),
                refused.get());
    }

    private static long[] sorted(Stream<Long> nanos) {
        return nanos.mapToLong(Long::longValue).sorted().toArray();
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[(int) Math.min(sorted.length - 1L, (long) (share * sorted.length))] / 1e6;
    }
}
