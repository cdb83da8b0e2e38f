package org.conductregister.query.statistics.duration;

import java.util.function.IntUnaryOperator;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * By version, its state at the end of a day, and the sum of the days of its points, each times a weight of its transition. Both are
 * added up in one pass over the rows, state and days in one long, so that a row touches one place in memory. Eight bytes a version;
 * while it is made, for each part of the rows that are read at the same time. Immutable.
 */
final class DaySums {

    private final UnitSnapshot snapshot;

    /** The state in the lower half, the sum of days in the upper. */
    private final long[] sums;

    private DaySums(UnitSnapshot snapshot, long[] sums) {
        this.snapshot = snapshot;
        this.sums = sums;
    }

    /**
     * Adds up the rows that are known and no later than a day; O(rows).
     *
     * @param asAt as days since 1970-01-01
     * @param weights by transition
     * @param days adds up days as this counts them
     */
    static DaySums of(UnitSnapshot snapshot, int known, int asAt, byte[] weights, DayCount days) {
        int upTo = DayCode.upTo(asAt);
        var changes = snapshot.transitions().changes();
        var dayOfCode = daysOfCodes(upTo, days);
        var parts = snapshot.ranges()
                .read(known, (from, to) -> sums(snapshot, from, to, upTo, changes, weights, dayOfCode));
        var sums = parts.getFirst();
        for (var others : parts.subList(1, parts.size())) {
            snapshot.ranges().read(sums.length, (from, to) -> add(sums, others, from, to));
        }
        var points = snapshot.points();
        points.forEachWithoutCode(known, asAt, row -> {
            int transition = points.transition(row);
            long day = days.upTo(points.epochDay(row));
            sums[points.version(row)] += packed(changes[transition], weights[transition] * day);
        });
        gatherByMember(snapshot, sums);
        return new DaySums(snapshot, sums);
    }

    /** Returns the number of days up to the day of each code; unused for {@link DayCode#EARLIER}. */
    private static int[] daysOfCodes(int upTo, DayCount days) {
        var daysOfCodes = new int[upTo + 1];
        for (int code = DayCode.EARLIER + 1; code <= upTo; code++) {
            daysOfCodes[code] = days.upTo(DayCode.day((char) code));
        }
        return daysOfCodes;
    }

    private static long[] sums(
            UnitSnapshot snapshot, int begin, int end, int upTo, int[] changes, byte[] weights, int[] dayOfCode) {
        var sums = new long[snapshot.versions().size()];
        snapshot.points().forEachChunk(begin, end, upTo, (from, to, codes, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                int code = codes[i];
                if (code <= upTo && code != DayCode.EARLIER) {
                    int transition = transitions[i];
                    sums[versions[i]] += packed(changes[transition], (long) weights[transition] * dayOfCode[code]);
                }
            }
        });
        return sums;
    }

    private static long packed(int state, long days) {
        return (days << Integer.SIZE) + state;
    }

    private static int add(long[] sums, long[] others, int from, int to) {
        for (int version = from; version < to; version++) {
            sums[version] += others[version];
        }
        return to - from;
    }

    /** Adds the days of all versions of a member to those of its first. */
    private static void gatherByMember(UnitSnapshot snapshot, long[] sums) {
        var versions = snapshot.versions();
        for (int version = 0; version < sums.length; version++) {
            if (!versions.isFirst(version)) {
                sums[versions.firstOf(version)] += sums[version] - (int) sums[version];
            }
        }
    }

    /** The state of a version. */
    int state(int version) {
        return (int) sums[version];
    }

    /** The sum of the days of all points of the member that a version is of. */
    int days(int version) {
        long sum = sums[snapshot.versions().firstOf(version)];
        return (int) ((sum - (int) sum) >> Integer.SIZE);
    }

    /** Returns the change, by transition, of a number that each state has. */
    static byte[] weights(UnitSnapshot snapshot, IntUnaryOperator numberOfState) {
        var transitions = snapshot.transitions();
        var weights = new byte[transitions.size()];
        for (int transition = 0; transition < weights.length; transition++) {
            weights[transition] = (byte) (numberOfState.applyAsInt(transitions.to(transition))
                    - numberOfState.applyAsInt(transitions.from(transition)));
        }
        return weights;
    }
}
