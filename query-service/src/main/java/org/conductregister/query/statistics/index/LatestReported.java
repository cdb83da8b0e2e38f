package org.conductregister.query.statistics.index;

import java.util.Arrays;

/**
 * Candidates by the latest day on which any of their guises was reported, the latest first. That is no earlier than the
 * day of the guise they turn out to be in, so who goes along this order for a page need not look at all of them.
 *
 * @param firsts the first guise of each
 * @param days the latest day reported of each
 * @param guises how many guises were looked at
 */
record LatestReported(int[] firsts, int[] days, int guises) {

    private static final int FEW = 1 << 12;

    static LatestReported of(Guises guises, int[] candidates, int count, int upTo) {
        var keys = new long[count];
        for (int i = 0; i < count; i++) {
            keys[i] = (long) -latest(guises, candidates[i], upTo) << Integer.SIZE | candidates[i];
        }
        Arrays.sort(keys);
        var firsts = new int[count];
        var days = new int[count];
        for (int i = 0; i < count; i++) {
            firsts[i] = (int) keys[i];
            days[i] = -(int) (keys[i] >> Integer.SIZE);
        }
        return new LatestReported(firsts, days, upTo);
    }

    private static int latest(Guises guises, int first, int upTo) {
        int latest = guises.reported(first);
        for (int guise = guises.next(first, upTo); guise != Rows.NONE; guise = guises.next(guise, upTo)) {
            latest = Math.max(latest, guises.reported(guise));
        }
        return latest;
    }

    int size() {
        return firsts.length;
    }

    /** Whether so few guises came since that they are better looked at beside this order than put into it. */
    boolean isNearlyUpTo(int count) {
        return count - guises <= Math.max(FEW, firsts.length >> 4);
    }
}
