package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * The members that may be in a population: those with a version in it, whatever its state. Found once, in O(versions);
 * versions added later are looked at when a snapshot that has them is asked about. Any thread may ask. Four bytes a member,
 * and eight more once they have been asked for in order of the day reported.
 */
public final class CandidateMembers {

    private final TuplePredicate profiles;
    private final DayWindow window;
    private volatile @Nullable LatestReportedOrder latestReported;
    private volatile Members members = new Members(new int[16], 0, 0);

    /**
     * The candidates among the members of the first versions.
     *
     * @param firstVersions the first version of each candidate, ascending; it may be longer than {@code count}
     * @param count the number of candidates
     * @param versions the number of versions that were looked at
     */
    public record Members(int[] firstVersions, int count, int versions) {

        /** Whether the member with a first version is one. */
        boolean contains(int firstVersion) {
            return Arrays.binarySearch(firstVersions, 0, count, firstVersion) >= 0;
        }

        /** Returns the members that a snapshot with fewer versions has. */
        private Members first(int versionCount) {
            int found = Arrays.binarySearch(firstVersions, 0, count, versionCount);
            return new Members(firstVersions, found < 0 ? -found - 1 : found, versionCount);
        }
    }

    CandidateMembers(Selection selection, DayWindow window) {
        this.profiles = PopulationPredicates.ofProfiles(selection);
        this.window = window;
    }

    /** The number of ints that it holds, at most, for the members found so far. */
    int weight() {
        return 3 * members.firstVersions().length;
    }

    /** The candidates among the members of a snapshot. */
    public Members in(UnitSnapshot snapshot) {
        int versions = snapshot.versions().size();
        var known = members;
        if (known.versions() < versions) {
            known = extend(snapshot);
        }
        return known.versions() == versions ? known : known.first(versions);
    }

    /**
     * The candidates of a snapshot in order of the day reported. It may be older than the snapshot: members that have a
     * version from {@link LatestReportedOrder#versions} on, see {@link #since}, are not in it, or not where they belong.
     */
    public LatestReportedOrder latestReported(UnitSnapshot snapshot) {
        var order = latestReported;
        if (order == null || !order.canServe(snapshot.versions().size())) {
            var candidates = in(snapshot);
            order = LatestReportedOrder.of(snapshot.versions(), candidates.firstVersions(), candidates.count());
            latestReported = order;
        }
        return order;
    }

    /** The first versions of the candidates that have a version from a number on, ascending; O(n log n) for n versions. */
    public int[] since(int version, UnitSnapshot snapshot) {
        var candidates = in(snapshot);
        return IntStream.range(version, snapshot.versions().size())
                .map(snapshot.versions()::firstOf)
                .sorted()
                .distinct()
                .filter(candidates::contains)
                .toArray();
    }

    private synchronized Members extend(UnitSnapshot snapshot) {
        var known = members;
        var versions = snapshot.versions();
        var found = known.firstVersions();
        int size = known.count();
        for (int version = known.versions(); version < versions.size(); version++) {
            if (isInPopulation(snapshot, version)) {
                int first = versions.firstOf(version);
                if (size == 0 || first > found[size - 1]) {
                    found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                    found[size++] = first;
                } else {
                    int at = Arrays.binarySearch(found, 0, size, first);
                    if (at < 0) {
                        found = inserted(found, size++, -at - 1, first);
                    }
                }
            }
        }
        members = new Members(found, size, Math.max(versions.size(), known.versions()));
        return members;
    }

    private boolean isInPopulation(UnitSnapshot snapshot, int version) {
        MemberVersions.View versions = snapshot.versions();
        return window.admits(versions, version) && profiles.passes(snapshot.profiles(), versions.profile(version));
    }

    /** In a new array: readers go on with the old one. */
    private static int[] inserted(int[] found, int size, int at, int first) {
        var longer = new int[Math.max(found.length, size + 1 + (size >> 3))];
        System.arraycopy(found, 0, longer, 0, at);
        longer[at] = first;
        System.arraycopy(found, at, longer, at + 1, size - at);
        return longer;
    }
}
