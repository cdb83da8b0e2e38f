package org.conductregister.query.statistics.benchmark.measurement;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * Times a call over and over, with other parameters each time, until it has been made often enough or for long enough.
 *
 * @param warmUp for how long calls are made first that do not count
 * @param longest for how long calls are made that do
 * @param least so many calls count at least
 * @param most and so many at most
 */
public record Stopwatch(Duration warmUp, Duration longest, int least, int most) {

    /** A call that is timed. */
    @FunctionalInterface
    public interface Call<P, R> {
        R with(P parameters) throws Exception;
    }

    /**
     * Times calls, one by one.
     *
     * @param parameters taken in turn
     */
    public <P> Times time(List<P> parameters, Call<P, ?> call) throws Exception {
        long end = System.nanoTime() + warmUp.toNanos();
        int made = 0;
        do {
            keep(call.with(parameters.get(made++ % parameters.size())));
        } while (System.nanoTime() < end);
        var nanos = new long[most];
        int timed = 0;
        end = System.nanoTime() + longest.toNanos();
        while (timed < most && (timed < least || System.nanoTime() < end)) {
            var next = parameters.get(made++ % parameters.size());
            long began = System.nanoTime();
            var answer = call.with(next);
            nanos[timed++] = System.nanoTime() - began;
            keep(answer);
        }
        return new Times(Arrays.copyOf(nanos, timed));
    }

    @SuppressWarnings("UnusedVariable") // it is written, so that the compiler cannot leave the call out
    private static volatile Object kept = "";

    /** Keeps an answer where somebody might look at it. */
    private static void keep(Object answer) {
        kept = answer;
    }
}
