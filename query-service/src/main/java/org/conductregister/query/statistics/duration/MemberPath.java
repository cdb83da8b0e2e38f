package org.conductregister.query.statistics.duration;

import java.util.Arrays;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;

/**
 * The states of one member by day, put together from the rows of all its versions: the transitions up to a day add up to the
 * state at its end. One object reads one member after another. For one thread.
 */
final class MemberPath {

    private final UnitSnapshot snapshot;
    private final int known;
    private final int asAt;

    /** Days in the upper half, changes of state in the lower: in order of the day once sorted. */
    private long[] changes = new long[32];

    private int count;

    /** Is told of each day at whose end a member is in another state than the day before, in order. */
    @FunctionalInterface
    interface Steps {

        void step(int day, int state);
    }

    /**
     * Reads the paths of members.
     *
     * @param known the number of rows known
     * @param asAt the last day of interest, as days since 1970-01-01
     */
    MemberPath(UnitSnapshot snapshot, int known, int asAt) {
        this.snapshot = snapshot;
        this.known = known;
        this.asAt = asAt;
    }

    /** Tells of the steps of the member that a version is of; O(n log n) for n rows. */
    void read(int version, Steps steps) {
        count = 0;
        var versions = snapshot.versions();
        for (int each = versions.firstOf(version); each != MemberVersions.NONE; each = versions.next(each)) {
            snapshot.forEachRow(each, known, this::add);
        }
        Arrays.sort(changes, 0, count);
        int state = UnitState.NOT_THERE;
        int before = UnitState.NOT_THERE;
        for (int i = 0; i < count; i++) {
            state += (int) changes[i];
            int day = (int) (changes[i] >> Integer.SIZE);
            boolean isLastOfDay = i + 1 == count || (int) (changes[i + 1] >> Integer.SIZE) != day;
            if (isLastOfDay && state != before) {
                steps.step(day, state);
                before = state;
            }
        }
    }

    private void add(int row) {
        int day = snapshot.points().epochDay(row);
        if (day > asAt) {
            return;
        }
        if (count == changes.length) {
            changes = Arrays.copyOf(changes, 2 * count);
        }
        int transition = snapshot.points().transition(row);
        int change =
                snapshot.transitions().to(transition) - snapshot.transitions().from(transition);
        changes[count++] = ((long) day << Integer.SIZE) + (change & 0xFFFF_FFFFL);
    }
}
