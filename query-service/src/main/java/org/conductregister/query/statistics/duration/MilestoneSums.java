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
 * <p>Made by one pass over the rows; four bytes for each version and milestone, and while it is made, for each part of the rows that are
 * read at the same time. Immutable once made.
 */
final class MilestoneSums {

    private final UnitSnapshot snapshot;

    /** The sums by number of the milestone's bit, then by the first version of a member; empty for milestones that are not wanted. */
    private final int[][] sums = new int[Milestones.COUNT][0];

    /** Milestones of which it matters whether they have ceased to hold. */
    private final int watched;

    /** The first versions of members of which a point says that a watched milestone ceased to hold; another may undo it. */
    private final BitSet ceased = new BitSet();

    /** By transition, the milestones that begin to hold; in the upper half, those that cease to. */
    private final int[] changes;

    /**
     * Sums up the days of the rows that are known and no later than a day; O(rows).
     *
     * @param wanted the milestones
     * @param watched see {@link #mayHaveCeased}
     */
    static MilestoneSums of(
            UnitSnapshot snapshot, int known, int asAt, MilestonesOfStates milestones, int wanted, int watched) {
        var changes = changes(snapshot, milestones, wanted);
        if (wanted == 0) {
            return new MilestoneSums(snapshot, changes, wanted, watched);
        }
        int upTo = DayCode.upTo(asAt);
        var sums = snapshot
                .ranges()
                .read(
                        known,
                        (from, to) -> new MilestoneSums(snapshot, changes, wanted, watched).addRows(from, to, upTo))
                .stream()
                .reduce(MilestoneSums::add)
                .orElseThrow();
        var points = snapshot.points();
        points.forEachWithoutCode(
                known,
                asAt,
                row -> sums.add(points.version(row), points.epochDay(row), changes[points.transition(row)]));
        sums.gatherByMember();
        return sums;
    }

    private MilestoneSums(UnitSnapshot snapshot, int[] changes, int wanted, int watched) {
        this.snapshot = snapshot;
        this.changes = changes;
        this.watched = watched;
        for (int bit = 0; bit < Milestones.COUNT; bit++) {
            if ((wanted & (1 << bit)) != 0) {
                sums[bit] = new int[snapshot.versions().size()];
            }
        }
    }

    private static int[] changes(UnitSnapshot snapshot, MilestonesOfStates milestones, int wanted) {
        var transitions = snapshot.transitions();
        var changes = new int[transitions.size()];
        for (int transition = 0; transition < changes.length; transition++) {
            int before = milestones.of(transitions.from(transition)) & wanted;
            int after = milestones.of(transitions.to(transition)) & wanted;
            changes[transition] = (after & ~before) | ((before & ~after) << Character.SIZE);
        }
        return changes;
    }

    private MilestoneSums addRows(int begin, int end, int upTo) {
        snapshot.points().forEachChunk(begin, end, upTo, (from, to, codes, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                int change = changes[transitions[i]];
                if (change != 0 && codes[i] <= upTo && codes[i] != DayCode.EARLIER) {
                    add(versions[i], DayCode.day(codes[i]), change);
                }
            }
        });
        return this;
    }

    private void add(int version, int day, int change) {
        int begun = change & Character.MAX_VALUE;
        int ended = change >>> Character.SIZE;
        if ((ended & watched) != 0) {
            ceased.set(version);
        }
        for (; begun != 0; begun &= begun - 1) {
            sums[Integer.numberOfTrailingZeros(begun)][version] += day;
        }
        for (; ended != 0; ended &= ended - 1) {
            sums[Integer.numberOfTrailingZeros(ended)][version] -= day;
        }
    }

    private MilestoneSums add(MilestoneSums others) {
        ceased.or(others.ceased);
        for (int bit = 0; bit < sums.length; bit++) {
            var into = sums[bit];
            var from = others.sums[bit];
            snapshot.ranges().read(into.length, (begin, end) -> {
                for (int version = begin; version < end; version++) {
                    into[version] += from[version];
                }
                return end;
            });
        }
        return this;
    }

    /** Adds what is of all versions of a member to what is of its first. */
    private void gatherByMember() {
        var versions = snapshot.versions();
        for (int version = 0; version < versions.size(); version++) {
            if (!versions.isFirst(version)) {
                int first = versions.firstOf(version);
                for (var ofMilestone : sums) {
                    if (ofMilestone.length > 0) {
                        ofMilestone[first] += ofMilestone[version];
                    }
                }
                if (ceased.get(version)) {
                    ceased.set(first);
                }
            }
        }
    }

    /** The sum of the member that a version is of, and a milestone, which is one bit and wanted; O(1). */
    int of(int milestone, int version) {
        return sums[Integer.numberOfTrailingZeros(milestone)][
                snapshot.versions().firstOf(version)];
    }

    /** Whether a watched milestone of the member that a version is of may have ceased to hold; if not, it never has. */
    boolean mayHaveCeased(int version) {
        return ceased.get(snapshot.versions().firstOf(version));
    }
}
