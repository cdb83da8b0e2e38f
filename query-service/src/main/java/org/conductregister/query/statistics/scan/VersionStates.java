package org.conductregister.query.statistics.scan;

import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.column.IntColumn;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;

/**
 * The state of every version at the end of a day, as known after the first rows. The transitions of a version add up to the
 * state it is in, so their differences may be added in any order. For one thread; four bytes a version.
 */
public final class VersionStates {

    private static final int SAMPLES = 64;

    private final UnitSnapshot snapshot;
    private final int[] states;

    private VersionStates(UnitSnapshot snapshot) {
        this.snapshot = snapshot;
        this.states = new int[snapshot.versions().size()];
    }

    /**
     * The states at a day. Most versions are not there yet, since they were reported later or are not known, or have none of
     * their rows after it: where that is so, states are read off the versions, O(versions), else added up from the rows,
     * O(rows).
     *
     * @param known the number of rows known
     * @param day as days since 1970-01-01
     */
    public static VersionStates at(UnitSnapshot snapshot, int known, int day) {
        int upTo = DayCode.upTo(day);
        int versions = snapshot.versionsKnown(known);
        if (areReadOff(snapshot, versions, known, day)) {
            var states = new VersionStates(snapshot);
            snapshot.ranges().read(versions, (from, to) -> states.lookUp(from, to, known, upTo));
            return states;
        }
        var states =
                snapshot
                        .ranges()
                        .read(known, (from, to) -> new VersionStates(snapshot).addRows(from, to, upTo))
                        .stream()
                        .reduce(VersionStates::add)
                        .orElseThrow();
        snapshot.points().forEachUncoded(known, day, states::add);
        return states;
    }

    /**
     * Whether states at a day are best read off the versions, by {@link UnitSnapshot#stateAt}, for it is O(1) for most; O(1).
     *
     * @param versions the number of versions that may be there
     * @param known the number of rows known
     * @param day as days since 1970-01-01
     */
    static boolean areReadOff(UnitSnapshot snapshot, int versions, int known, int day) {
        return DayCode.hasCode(day) && areMostlySettled(snapshot, versions, known, DayCode.upTo(day));
    }

    /** The states before any row: all {@link UnitState#NOT_THERE}. */
    static VersionStates none(UnitSnapshot snapshot) {
        return new VersionStates(snapshot);
    }

    /**
     * Whether {@link UnitSnapshot#stateAt} is O(1) for most of the first versions, by a sample of them; O(1).
     *
     * @param versions how many
     * @param upTo a {@link DayCode}
     */
    static boolean areMostlySettled(UnitSnapshot snapshot, int versions, int known, int upTo) {
        int settled = 0;
        int sampled = 0;
        int step = Math.max(1, versions / SAMPLES);
        for (int version = 0; version < versions; version += step) {
            sampled++;
            settled += snapshot.isLater(version, upTo) || snapshot.isSettled(version, upTo, known) ? 1 : 0;
        }
        return 10 * settled >= 9 * sampled;
    }

    private VersionStates lookUp(int from, int to, int known, int upTo) {
        for (int begin = from; begin < to; ) {
            int chunk = begin >> IntColumn.SHIFT;
            int end = Math.min(to, (chunk + 1) << IntColumn.SHIFT);
            if (!snapshot.areAllLater(chunk, upTo)) {
                for (int version = begin; version < end; version++) {
                    states[version] = snapshot.stateAt(version, upTo, known);
                }
            }
            begin = end;
        }
        return this;
    }

    private VersionStates addRows(int begin, int end, int upTo) {
        var changes = snapshot.transitions().changes();
        snapshot.points().forEachChunk(begin, end, upTo, (from, to, days, versions, transitions) -> {
            for (int i = from; i < to; i++) {
                if (days[i] <= upTo) {
                    states[versions[i]] += changes[transitions[i]];
                }
            }
        });
        return this;
    }

    private VersionStates add(VersionStates others) {
        for (int version = 0; version < states.length; version++) {
            states[version] += others.states[version];
        }
        return this;
    }

    /** Adds the transition of one row, whatever its day; O(1). */
    public void add(int row) {
        var points = snapshot.points();
        int transition = points.transition(row);
        states[points.version(row)] +=
                snapshot.transitions().to(transition) - snapshot.transitions().from(transition);
    }

    /** The number of versions. */
    public int count() {
        return states.length;
    }

    /** The state of a version, or {@link UnitState#NOT_THERE}. */
    public int of(int version) {
        return states[version];
    }
}
