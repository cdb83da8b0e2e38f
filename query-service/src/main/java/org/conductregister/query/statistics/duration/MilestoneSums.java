package org.conductregister.query.statistics.duration;

import java.util.BitSet;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * By member and milestone, the sum of the days on which the milestone began to hold, less those on which it ceased to. Points
 * that undo others cancel out, in whatever order they were recorded, and so do those that move a member from one version to
 * another. So the sum is, of a milestone that
 *
 * <ul>
 *   <li>holds, and has never ceased to: the day since which it has;
 *   <li>holds again: that day, less the days on which it did not in between;
 *   <li>does not hold: the days on which it did, as a negative number.
 * </ul>
 *
 * <p>Made by one pass over the rows; four bytes for each member and milestone. For one thread.
 */
final class MilestoneSums {

    private final UnitSnapshot snapshot;
    private final DayCount days;
    private final int wanted;

    /** By number of the milestone's bit, then by member; empty for milestones that are not wanted. */
    private final int[][] sums = new int[Milestones.COUNT][0];

    /** Milestones of which it matters whether they have ceased to hold. */
    private final int watched;

    /** The members of which a point says that a watched milestone ceased to hold; it may be that another undoes it. */
    private final BitSet ceased = new BitSet();

    /** By transition, the milestones that begin to hold; in the upper half, those that cease to. */
    private final int[] changes;

    /**
     * Sums up the days of the rows that are known and no later than a day; O(rows).
     *
     * @param days adds up days as this counts them
     * @param wanted the milestones
     * @param watched see {@link #mayHaveCeased}
     */
    static MilestoneSums of(
            UnitSnapshot snapshot,
            int known,
            int asAt,
            MilestonesOfStates milestones,
            DayCount days,
            int wanted,
            int watched) {
        var sums = new MilestoneSums(snapshot, milestones, days, wanted, watched);
        sums.addRows(known, asAt);
        return sums;
    }

    private MilestoneSums(
            UnitSnapshot snapshot, MilestonesOfStates milestones, DayCount days, int wanted, int watched) {
        this.snapshot = snapshot;
        this.days = days;
        this.wanted = wanted;
        this.watched = watched;
        for (int bit = 0; bit < Milestones.COUNT; bit++) {
            if ((wanted & (1 << bit)) != 0) {
                sums[bit] = new int[snapshot.members().size()];
            }
        }
        var transitions = snapshot.transitions();
        this.changes = new int[transitions.size()];
        for (int transition = 0; transition < changes.length; transition++) {
            int before = milestones.of(transitions.from(transition)) & wanted;
            int after = milestones.of(transitions.to(transition)) & wanted;
            changes[transition] = (after & ~before) | ((before & ~after) << Character.SIZE);
        }
    }

    private void addRows(int known, int asAt) {
        if (wanted == 0) {
            return;
        }
        var points = snapshot.points();
        int upTo = DayCode.upTo(asAt);
        points.forEachChunk(known, upTo, (count, codes, versions, transitions) -> {
            for (int i = 0; i < count; i++) {
                int change = changes[transitions[i]];
                if (change != 0 && codes[i] <= upTo) {
                    add(versions[i], DayCode.day(codes[i]), change);
                }
            }
        });
        points.forEachUncoded(
                known, asAt, row -> add(points.version(row), points.epochDay(row), changes[points.transition(row)]));
    }

    private void add(int version, int epochDay, int change) {
        int member = snapshot.versions().member(version);
        int day = days.upTo(epochDay);
        for (int begun = change & Character.MAX_VALUE; begun != 0; begun &= begun - 1) {
            sums[Integer.numberOfTrailingZeros(begun)][member] += day;
        }
        int ended = change >>> Character.SIZE;
        if ((ended & watched) != 0) {
            ceased.set(member);
        }
        for (; ended != 0; ended &= ended - 1) {
            sums[Integer.numberOfTrailingZeros(ended)][member] -= day;
        }
    }

    /** The sum of a member and a milestone, which is one bit and wanted; O(1). */
    int of(int milestone, int member) {
        return sums[Integer.numberOfTrailingZeros(milestone)][member];
    }

    /** Whether a watched milestone of a member may have ceased to hold at some time; if not, it never has. */
    boolean mayHaveCeased(int member) {
        return ceased.get(member);
    }
}
