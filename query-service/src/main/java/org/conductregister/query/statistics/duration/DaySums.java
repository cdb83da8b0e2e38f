package org.conductregister.query.statistics.duration;

import java.util.function.IntPredicate;
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

    /** Whether a point marked a version, by version; empty where no transition marks. */
    private final boolean[] marked;

    /**
     * The meaning of transitions.
     *
     * @param changes by transition, the difference of its states
     * @param weights by transition
     * @param marks by transition, whether its points mark their versions; empty for none
     */
    private record Transitions(int[] changes, byte[] weights, boolean[] marks) {

        boolean mark(int transition) {
            return marks.length != 0 && marks[transition];
        }

        long packed(int transition, long day) {
            return ((weights[transition] * day) << Integer.SIZE) + changes[transition];
        }
    }

    private DaySums(UnitSnapshot snapshot, boolean areAnyMarked) {
        this.snapshot = snapshot;
        this.sums = new long[snapshot.versions().size()];
        this.marked = new boolean[areAnyMarked ? sums.length : 0];
    }

    /**
     * Adds up the rows that are known and no later than a day; O(rows).
     *
     * @param asAt as days since 1970-01-01
     * @param weights by transition
     * @param marks by transition, whether its points mark their members; empty for none
     * @param days adds up days as this counts them
     */
    static DaySums of(UnitSnapshot snapshot, int known, int asAt, byte[] weights, boolean[] marks, DayCount days) {
        var transitions = new Transitions(snapshot.transitions().changes(), weights, marks);
        int upTo = DayCode.upTo(asAt);
        var dayOfCode = daysOfCodes(upTo, days);
        var sums = snapshot
                .ranges()
                .read(
                        known,
                        (from, to) -> new DaySums(snapshot, marks.length != 0)
                                .addRows(from, to, upTo, transitions, dayOfCode))
                .stream()
                .reduce(DaySums::add)
                .orElseThrow();
        var points = snapshot.points();
        points.forEachWithoutCode(
                known,
                asAt,
                row -> sums.add(
                        points.version(row), points.transition(row), days.upTo(points.epochDay(row)), transitions));
        sums.gatherByMember();
        return sums;
    }

    /** Returns the number of days up to the day of each code; unused for {@link DayCode#EARLIER}. */
    private static int[] daysOfCodes(int upTo, DayCount days) {
        var daysOfCodes = new int[upTo + 1];
        for (int code = DayCode.EARLIER + 1; code <= upTo; code++) {
            daysOfCodes[code] = days.upTo(DayCode.day((char) code));
        }
        return daysOfCodes;
    }

    private DaySums addRows(int begin, int end, int upTo, Transitions meaning, int[] dayOfCode) {
        snapshot.points().forEachChunk(begin, end, upTo, (from, to, codes, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                int code = codes[i];
                if (code <= upTo && code != DayCode.EARLIER) {
                    add(versions[i], transitions[i], dayOfCode[code], meaning);
                }
            }
        });
        return this;
    }

    private void add(int version, int transition, int day, Transitions meaning) {
        sums[version] += meaning.packed(transition, day);
        if (meaning.mark(transition)) {
            marked[version] = true;
        }
    }

    private DaySums add(DaySums others) {
        snapshot.ranges().read(sums.length, (from, to) -> add(others, from, to));
        return this;
    }

    private int add(DaySums others, int from, int to) {
        for (int version = from; version < to; version++) {
            sums[version] += others.sums[version];
        }
        for (int version = from; version < Math.min(to, marked.length); version++) {
            marked[version] |= others.marked[version];
        }
        return to - from;
    }

    /** Adds the days of all versions of a member to those of its first, and marks this where one of them is marked. */
    private void gatherByMember() {
        var versions = snapshot.versions();
        for (int version = 0; version < sums.length; version++) {
            if (!versions.isFirst(version)) {
                int first = versions.firstOf(version);
                sums[first] += sums[version] - (int) sums[version];
                if (isMarked(version, marked)) {
                    marked[first] = true;
                }
            }
        }
    }

    private static boolean isMarked(int version, boolean[] marked) {
        return marked.length != 0 && marked[version];
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

    /** Whether any point marked the member that a version is of; another may have undone it. */
    boolean isMarked(int version) {
        return isMarked(snapshot.versions().firstOf(version), marked);
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

    /**
     * Returns, by transition, whether it leaves one of two sets of states. A member that has left such a set at the end of some day has a
     * point that leaves it, in whatever order its entries were recorded: the points of a day add up to the step of that day.
     */
    static boolean[] leaving(UnitSnapshot snapshot, IntPredicate states, IntPredicate others) {
        var transitions = snapshot.transitions();
        var leaving = new boolean[transitions.size()];
        for (int transition = 0; transition < leaving.length; transition++) {
            int from = transitions.from(transition);
            int to = transitions.to(transition);
            leaving[transition] = (states.test(from) && !states.test(to)) || (others.test(from) && !others.test(to));
        }
        return leaving;
    }
}
