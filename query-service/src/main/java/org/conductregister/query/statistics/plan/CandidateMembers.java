package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitIndex;
import org.jspecify.annotations.Nullable;

/**
 * The first versions of the members of which some version is in a population, whatever its state, in order. Found once; new
 * versions are looked at as they come.
 */
public final class CandidateMembers {

    private final UnitIndex index;
    private final MemberVersions versions;
    private final TuplePredicate profiles;
    private final DayWindow window;
    private volatile @Nullable LatestReportedOrder latest;
    private volatile Known known = new Known(new int[16], 0, 0);

    /**
     * What is known of the first versions.
     *
     * @param versions the candidates, ascending
     * @param count how many candidates
     * @param lookedAt how many versions
     */
    public record Known(int[] versions, int count, int lookedAt) {}

    CandidateMembers(Selection wanted, DayWindow window, UnitIndex index) {
        this.index = index;
        this.versions = index.versions();
        this.profiles = PopulationPredicates.profiles(wanted);
        this.window = window;
    }

    boolean isOf(UnitIndex other) {
        return index == other;
    }

    /** How many numbers are held. */
    int held() {
        return known.versions().length;
    }

    /** In an order that is nearly as new as the first so many versions. */
    public LatestReportedOrder latestReported(int count) {
        var now = latest;
        if (now == null || !now.isNearlyUpTo(count)) {
            var all = upTo(count);
            now = LatestReportedOrder.of(versions, all.versions(), all.count(), count);
            latest = now;
        }
        return now;
    }

    /** The first versions, ascending, of the candidates that have a version from a place on. */
    public int[] since(int from, int count) {
        var all = upTo(count);
        return IntStream.range(from, count)
                .map(versions::firstOf)
                .sorted()
                .distinct()
                .filter(first -> Arrays.binarySearch(all.versions(), 0, all.count(), first) >= 0)
                .toArray();
    }

    /** Of at least the first so many versions. */
    public Known upTo(int count) {
        var now = known;
        return now.lookedAt() >= count ? now : extend(count);
    }

    private synchronized Known extend(int count) {
        var now = known;
        var found = now.versions();
        int size = now.count();
        for (int version = now.lookedAt(); version < count; version++) {
            if (window.admits(versions, version) && profiles.passes(index.profiles(), versions.profile(version))) {
                int first = versions.firstOf(version);
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
