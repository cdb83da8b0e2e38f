package org.conductregister.query.statistics.ever;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Set;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.dimension.HeldValues;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;

/**
 * The days at whose ends members had some value of one dimension. The days on which a member ceased to have it, less those on which it
 * began to, add up to the number of days for which it did, whatever was corrected and in whatever order: points that undo one
 * another cancel out. For one thread.
 */
final class Stays {

    private final UnitSnapshot snapshot;

    /** By state, whether it is one that is looked for; never for one that does not exist. */
    private final boolean[] states;

    /** By profile, likewise; empty where each is. */
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

    /** Whether a version in a state has one of the values; O(1). */
    boolean isIn(int version, int state) {
        return state != UnitState.NOT_THERE && states[state] && isProfileIn(version);
    }

    private boolean isProfileIn(int version) {
        return profiles.length == 0 || profiles[snapshot.versions().profile(version)];
    }

    /**
     * The members that had one of the values at the end of some day before another, and do not have it any more, and some of
     * those that still have; O(rows).
     *
     * @param known the number of rows known
     * @param asAt as days since 1970-01-01
     */
    BitSet ended(int known, int asAt) {
        var transitions = snapshot.transitions();
        var changes = new byte[transitions.size()];
        for (int transition = 0; transition < changes.length; transition++) {
            int before = states[transitions.from(transition)] ? 1 : 0;
            int after = states[transitions.to(transition)] ? 1 : 0;
            changes[transition] = (byte) (before - after);
        }
        var days = new int[snapshot.members().size()];
        var points = snapshot.points();
        int upTo = DayCode.upTo(asAt);
        for (int begin = 0; begin < known; begin += IntColumn.CHUNK) {
            int chunk = begin >> IntColumn.SHIFT;
            if (points.daysByChunk().lowest(chunk) > upTo) {
                continue;
            }
            var codes = points.days(chunk);
            var numbers = points.transitions(chunk);
            int end = Math.min(IntColumn.CHUNK, known - begin);
            for (int i = 0; i < end; i++) {
                int change = changes[points.transition(numbers[i], chunk, i)];
                if (change != 0 && codes[i] <= upTo) {
                    add(begin + i, change, days);
                }
            }
        }
        points.forEachUncoded(known, asAt, row -> add(row, changes[points.transition(row)], days));
        var found = new BitSet();
        for (int member = 0; member < days.length; member++) {
            if (days[member] != 0) {
                found.set(member);
            }
        }
        return found;
    }

    private void add(int row, int change, int[] days) {
        int version = snapshot.points().version(row);
        if (isProfileIn(version)) {
            days[snapshot.versions().member(version)] +=
                    change * snapshot.points().epochDay(row);
        }
    }
}
