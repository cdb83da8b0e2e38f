package org.conductregister.query.statistics.duration;

import java.util.Arrays;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;

/**
 * Measures the time that it took one member from one moment to another, found on its path day by day: the definition, which is used for
 * members that were reopened or suspended. One object measures one member after another. For one thread.
 */
final class MemberDuration implements MemberPath.Steps {

    /** The member has not reached the first moment. */
    static final int NOT_BEGUN = Integer.MIN_VALUE;

    /** The member reached the second moment before the first. */
    static final int LEFT_OUT = Integer.MIN_VALUE + 1;

    /** In place of a day: there is none. */
    private static final int NEVER = Integer.MAX_VALUE;

    private final Measure measure;
    private final UnitSnapshot snapshot;
    private final MilestonesOfStates milestones;
    private final MemberPath path;
    private final DayCount clock;
    private final int asAt;

    /** By number of a milestone's bit, the day since which it has held, or {@link #NEVER}. */
    private final int[] since = new int[Milestones.COUNT];

    /**
     * Three numbers for each span whose days may not count: the days after the first of its days, up to the second,
     * and its milestone.
     */
    private int[] spans = new int[3 * 8];

    private int spanInts;
    private int bits;
    private boolean open;

    MemberDuration(
            Measure measure,
            UnitSnapshot snapshot,
            MilestonesOfStates milestones,
            MemberPath path,
            DayCount clock,
            int asAt) {
        this.measure = measure;
        this.snapshot = snapshot;
        this.milestones = milestones;
        this.path = path;
        this.clock = clock;
        this.asAt = asAt;
    }

    /**
     * Measures the member that a version is of.
     *
     * @param version the one it is in at the day of the question
     * @return the days of the clock, {@link #NOT_BEGUN} or {@link #LEFT_OUT}
     */
    int of(int version) {
        Arrays.fill(since, NEVER);
        spanInts = 0;
        bits = 0;
        path.read(version, this);
        if ((bits & Milestones.SUSPENDED) != 0 && measure.suspension() == Suspension.EXCLUDED) {
            addSpan(Milestones.SUSPENDED, asAt);
        }
        int from = dayOf(measure.from(), version);
        int to = dayOf(measure.to(), version);
        open = to == NEVER;
        if (from == NEVER) {
            return NOT_BEGUN;
        }
        if (measure.to() == Moment.LEFT && (bits & Milestones.LEFT_BEFORE) != 0) {
            return LEFT_OUT;
        }
        return to < from ? LEFT_OUT : countDays(from, open ? asAt : to);
    }

    /** Whether the member measured last has not reached the second moment. */
    boolean isOpen() {
        return open;
    }

    @Override
    public void step(int day, int state) {
        int now = state == UnitState.NOT_THERE ? 0 : milestones.of(state);
        int ended = bits & ~now;
        if ((ended & Milestones.CLOSED) != 0) {
            addSpan(Milestones.CLOSED, day);
        }
        if ((ended & Milestones.SUSPENDED) != 0 && measure.suspension() == Suspension.EXCLUDED) {
            addSpan(Milestones.SUSPENDED, day);
        }
        for (int bit = 0; bit < Milestones.COUNT; bit++) {
            boolean held = (bits & (1 << bit)) != 0;
            boolean holds = (now & (1 << bit)) != 0;
            since[bit] = holds ? held ? since[bit] : day : NEVER;
        }
        bits = now;
    }

    private void addSpan(int milestone, int to) {
        if (spanInts == spans.length) {
            spans = Arrays.copyOf(spans, 2 * spanInts);
        }
        spans[spanInts++] = since(milestone);
        spans[spanInts++] = to;
        spans[spanInts++] = milestone;
    }

    private int since(int milestone) {
        return since[Integer.numberOfTrailingZeros(milestone)];
    }

    private int dayOf(Moment moment, int version) {
        return switch (moment) {
            case REPORTED -> snapshot.versions().reported(version);
            case REFERRED -> {
                int referred = snapshot.versions().referred(version);
                yield referred == UnitState.NOT_REFERRED ? NEVER : referred;
            }
            case DECIDED -> firstOf(Milestones.DECIDED, Milestones.OUTCOME);
            case LISTED -> since(Milestones.LISTED);
            case HEARD -> firstOf(Milestones.FOUND, Milestones.OUTCOME);
            case CLOSED -> since(Milestones.CLOSED);
            case FINALISED -> since(Milestones.FINALISED);
            case LEFT -> since(Milestones.LEFT);
        };
    }

    private int firstOf(int milestone, int other) {
        return since(milestone) == NEVER ? since(other) : since(milestone);
    }

    /**
     * The days of the clock after one day, up to another, but for those in spans that do not count: it stood closed and was
     * reopened no later than the second day, or was suspended.
     */
    private int countDays(int from, int to) {
        int days = clock.upTo(to) - clock.upTo(from);
        for (int i = 0; i < spanInts; i += 3) {
            boolean counts = spans[i + 2] == Milestones.CLOSED && spans[i + 1] > to;
            int begin = Math.max(spans[i], from);
            int end = Math.min(spans[i + 1], to);
            if (!counts && begin < end) {
                days -= clock.upTo(end) - clock.upTo(begin);
            }
        }
        return days;
    }
}
