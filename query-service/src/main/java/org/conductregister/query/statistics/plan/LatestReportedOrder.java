package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.PointTable;

/**
 * CandidateMembers by the latest day on which any of their versions was reported, the latest first. That is no earlier than the
 * day of the version they turn out to be in, so who goes along this order for a page need not look at all of them.
 *
 * @param firsts the first version of each
 * @param days the latest day reported of each
 * @param versions how many versions were looked at
 */
public record LatestReportedOrder(int[] firsts, int[] days, int versions) {

    private static final int FEW = 1 << 12;

    public static LatestReportedOrder of(MemberVersions versions, int[] candidates, int count, int upTo) {
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (long) -latest(versions, candidates[i], upTo) << Integer.SIZE | candidates[i];
        }
        Arrays.sort(keys);
        var firsts = new int[count];
        var days = new int[count];
        for (int i = 0; i < count; i++) {
            firsts[i] = (int) keys[i];
            days[i] = -(int) (keys[i] >> Integer.SIZE);
        }
        return new LatestReportedOrder(firsts, days, upTo);
    }

    private static int latest(MemberVersions versions, int first, int upTo) {
        int latest = versions.reported(first);
        for (int version = versions.next(first, upTo);
                version != PointTable.NONE;
                version = versions.next(version, upTo)) {
            latest = Math.max(latest, versions.reported(version));
        }
        return latest;
    }

    public int size() {
        return firsts.length;
    }

    /** Whether so few versions came since that they are better looked at beside this order than put into it. */
    boolean isNearlyUpTo(int count) {
        return count - versions <= Math.max(FEW, firsts.length >> 4);
    }
}
