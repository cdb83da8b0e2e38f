package org.conductregister.query.statistics.benchmark.measurement;

import java.util.Arrays;

/**
 * How long calls took, each timed by itself.
 *
 * @param nanos in rising order
 */
public record Times(long[] nanos) {

    public Times {
        nanos = nanos.clone();
        Arrays.sort(nanos);
    }

    public int calls() {
        return nanos.length;
    }

    public long median() {
        return at(0.5);
    }

    /** With fewer than a hundred calls, the longest. */
    public long p99() {
        return at(0.99);
    }

    public long longest() {
        return nanos[nanos.length - 1];
    }

    public double mean() {
        return Arrays.stream(nanos).average().orElse(0);
    }

    private long at(double share) {
        return nanos[(int) Math.ceil(share * nanos.length) - 1];
    }
}
