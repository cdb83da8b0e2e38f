package org.conductregister.query.statistics.ever;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The days at whose ends members had some value of one dimension. The days on which a version of a member ceased to have it, less
 * those on which it began to, add up to the number of days for which it did, whatever was corrected and in whatever order: points
 * that undo one another cancel out. Of a version that still has it they add up to the days for which it did before, less the day
 * since which it has: days are counted from long before any, so that this is never 0. Immutable.
 */
final class Stays {

    /**
     * The day from which days are counted, some three million years ago, as days since 1970-01-01: no sum of days held, with any
     * day added, leaves the range of an int.
     */
    private static final int LONG_BEFORE = -(1 << 30);

    private final UnitSnapshot snapshot;

    /** The states that are looked for, by number; never that of what is not there. */
    private final boolean[] states;

    /** The profiles that are looked for, by number; empty where all are. */
    private final boolean[] profiles;

    private Stays(UnitSnapshot snapshot, boolean[] states, boolean[] profiles) {
        this.snapshot = snapshot;
        this.states = states;
        this.profiles = profiles;
    }

    /** Returns the stays in the values of a changing dimension; O(states). */
    static Stays ofStates(UnitSnapshot snapshot, int field, Set<Object> values) {
        var wanted = new boolean[snapshot.states().size() + 1];
        for (int tuple = 0; tuple < snapshot.states().size(); tuple++) {
            wanted[tuple + 1] = HeldValues.areAnyOf(snapshot.states().value(tuple, field), values);
        }
        return new Stays(snapshot, wanted, new boolean[0]);
    }

    /** Returns the stays in the values of a fixed dimension; O(profiles). */
    static Stays ofProfiles(UnitSnapshot snapshot, int field, Set<Object> values) {
        var wanted = new boolean[snapshot.profiles().size()];
        for (int tuple = 0; tuple < wanted.length; tuple++) {
            wanted[tuple] = HeldValues.areAnyOf(snapshot.profiles().value(tuple, field), values);
        }
        var any = new boolean[snapshot.states().size() + 1];
        Arrays.fill(any, 1, any.length, true);
        return new Stays(snapshot, any, wanted);
    }

    private boolean isProfileIn(int version) {
        return profiles.length == 0 || profiles[snapshot.versions().profile(version)];
    }

    /**
     * The members that have one of the values at the end of a day, or had at the end of an earlier one; O(rows).
     *
     * @param known the number of rows known
     * @param asAt as days since 1970-01-01
     */
    BitSet members(int known, int asAt) {
        var changes = changes();
        int upTo = DayCode.upTo(asAt);
        var sums = snapshot.ranges().read(known, (from, to) -> sums(changes, from, to, upTo)).stream()
                .reduce(Stays::add)
                .orElseThrow();
        var points = snapshot.points();
        points.forEachWithoutCode(
                known,
                asAt,
                row -> sums[points.version(row)] +=
                        changes[points.transition(row)] * (points.epochDay(row) - LONG_BEFORE));
        return snapshot.ranges().read(sums.length, (from, to) -> found(sums, from, to)).stream()
                .reduce(Stays::or)
                .orElseThrow();
    }

    private int[] sums(byte[] changes, int begin, int end, int upTo) {
        var sums = new int[snapshot.versions().size()];
        snapshot.points().forEachChunk(begin, end, upTo, (from, to, codes, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                int change = changes[transitions[i]];
                if (change != 0 && codes[i] <= upTo && codes[i] != DayCode.EARLIER) {
                    sums[versions[i]] += change * (DayCode.day(codes[i]) - LONG_BEFORE);
                }
            }
        });
        return sums;
    }

    private static int[] add(int[] sums, int[] others) {
        for (int version = 0; version < sums.length; version++) {
            sums[version] += others[version];
        }
        return sums;
    }

    private BitSet found(int[] sums, int from, int to) {
        var found = new BitSet(snapshot.members().size());
        for (int version = from; version < to; version++) {
            if (sums[version] != 0 && isProfileIn(version)) {
                found.set(snapshot.versions().member(version));
            }
        }
        return found;
    }

    private static BitSet or(BitSet some, BitSet others) {
        some.or(others);
        return some;
    }

    /** The change that each transition makes: 1 where one of the values ceases to hold, -1 where one begins to, else 0. */
    private byte[] changes() {
        var transitions = snapshot.transitions();
        var changes = new byte[transitions.size()];
        for (int transition = 0; transition < changes.length; transition++) {
            int before = states[transitions.from(transition)] ? 1 : 0;
            int after = states[transitions.to(transition)] ? 1 : 0;
            changes[transition] = (byte) (before - after);
        }
        return changes;
    }
}
