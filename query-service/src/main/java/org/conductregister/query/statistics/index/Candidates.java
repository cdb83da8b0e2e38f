package org.conductregister.query.statistics.index;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The first guises of the members of which some guise is in a population, whatever its state, in order. Found once; new
 * guises are looked at as they come.
 */
final class Candidates {

    private final UnitIndex index;
    private final Guises guises;
    private final TupleTest profiles;
    private final Window window;
    private volatile @Nullable LatestReported latest;
    private volatile Known known = new Known(new int[16], 0, 0);

    /**
     * What is known of the first guises.
     *
     * @param guises the candidates, ascending
     * @param count how many candidates
     * @param lookedAt how many guises
     */
    record Known(int[] guises, int count, int lookedAt) {}

    Candidates(Wanted wanted, Window window, UnitIndex index) {
        this.index = index;
        this.guises = index.guises();
        this.profiles = Limits.profiles(wanted);
        this.window = window;
    }

    boolean isOf(UnitIndex other) {
        return index == other;
    }

    /** How many numbers are held. */
    int held() {
        return known.guises().length;
    }

    /** In an order that is nearly as new as the first so many guises. */
    LatestReported latestReported(int count) {
        var now = latest;
        if (now == null || !now.isNearlyUpTo(count)) {
            var all = upTo(count);
            now = LatestReported.of(guises, all.guises(), all.count(), count);
            latest = now;
        }
        return now;
    }

    /** The first guises, ascending, of the candidates that have a guise from a place on. */
    int[] since(int from, int count) {
        var all = upTo(count);
        return IntStream.range(from, count)
                .map(guises::firstOf)
                .sorted()
                .distinct()
                .filter(first -> Arrays.binarySearch(all.guises(), 0, all.count(), first) >= 0)
                .toArray();
    }

    /** Of at least the first so many guises. */
    Known upTo(int count) {
        var now = known;
        return now.lookedAt() >= count ? now : extend(count);
    }

    private synchronized Known extend(int count) {
        var now = known;
        var found = now.guises();
        int size = now.count();
        for (int guise = now.lookedAt(); guise < count; guise++) {
            if (guises.isWithin(window, guise) && profiles.passes(index.profiles(), guises.profile(guise))) {
                int first = guises.firstOf(guise);
                if (size > 0 && first <= found[size - 1]) {
                    int at = Arrays.binarySearch(found, 0, size, first);
                    if (at < 0) {
                        found = inserted(found, size++, -at - 1, first);
                    }
                    continue;
                }
                if (size == found.length) {
                    found = Arrays.copyOf(found, 2 * size);
                }
                found[size++] = first;
            }
        }
        known = new Known(found, size, Math.max(count, now.lookedAt()));
        return known;
    }

    /** In an array of its own: readers go on with the one before. */
    private static int[] inserted(int[] found, int size, int at, int first) {
        var wider = new int[Math.max(found.length, size + 1 + (size >> 3))];
        System.arraycopy(found, 0, wider, 0, at);
        wider[at] = first;
        System.arraycopy(found, at, wider, at + 1, size - at);
        return wider;
    }
}
