package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import org.conductregister.query.statistics.index.MemberVersions;

/**
 * Members in order of the latest day on which any of their versions was reported, the latest first. The version that a
 * member turns out to be in was reported on that day or earlier, so a page in order of the day reported is found without
 * looking at members far down this order.
 *
 * @param firstVersions of each member
 * @param days the latest day reported of each member, as days since 1970-01-01
 * @param versions the number of versions that were looked at
 */
public record LatestReportedOrder(int[] firstVersions, int[] days, int versions) {

    /** So many versions added later are worth no new order. */
    private static final int FEW = 1 << 12;

    /**
     * The order of some members; O(n log n).
     *
     * @param members the first version of each
     * @param count the number of members
     */
    public static LatestReportedOrder of(MemberVersions.View versions, int[] members, int count) {
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = ((long) -latest(versions, members[i]) << Integer.SIZE) | members[i];
        }
        Arrays.sort(keys);
        var firstVersions = new int[count];
        var days = new int[count];
        for (int i = 0; i < count; i++) {
            firstVersions[i] = (int) keys[i];
            days[i] = -(int) (keys[i] >> Integer.SIZE);
        }
        return new LatestReportedOrder(firstVersions, days, versions.size());
    }

    private static int latest(MemberVersions.View versions, int first) {
        int latest = versions.reported(first);
        for (int version = versions.next(first); version != MemberVersions.NONE; version = versions.next(version)) {
            latest = Math.max(latest, versions.reported(version));
        }
        return latest;
    }

    /** The number of members. */
    public int size() {
        return firstVersions.length;
    }

    /** Whether it can serve a reader who has so many versions, with those that were added later looked at beside it. */
    boolean canServe(int versionCount) {
        return versions <= versionCount && versionCount - versions <= Math.max(FEW, firstVersions.length >> 4);
    }
}
