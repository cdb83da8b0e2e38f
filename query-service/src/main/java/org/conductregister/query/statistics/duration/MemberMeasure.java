package org.conductregister.query.statistics.duration;

import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;

/**
 * Measures the time that it took members from one moment to another: for most of them read off {@link MilestoneSums}, for the others found by
 * {@link MemberDuration}. One object measures one member after another. For one thread.
 */
final class MemberMeasure {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Measure measure;
    private final UnitSnapshot snapshot;
    private final int asAt;
    private final DayCount clock;
    private final MilestonesOfStates milestones;
    private final MilestoneSums sums;
    private final MemberDuration byPath;
    private final boolean withoutSuspension;

    /** Whether all durations are sums: the days from the report on that it neither stood closed nor was suspended. */
    private final boolean sumsAreDurations;

    private boolean open;

    /**
     * Makes ready for all members; O(rows).
     *
     * @param known the number of rows known
     * @param clock the days that are counted
     * @param asAt as days since 1970-01-01
     */
    MemberMeasure(Measure measure, Unit unit, UnitSnapshot snapshot, int known, DayCount clock, int asAt) {
        this.measure = measure;
        this.snapshot = snapshot;
        this.asAt = asAt;
        this.clock = clock;
        this.milestones = new MilestonesOfStates(Dimensions.features(unit), snapshot);
        this.withoutSuspension = measure.suspension() == Suspension.EXCLUDED;
        this.sumsAreDurations = measure.from() == Moment.REPORTED && measure.to() == Moment.CLOSED;
        int needed = milestonesOf(measure.from()) | milestonesOf(measure.to());
        this.sums = MilestoneSums.of(
                snapshot,
                known,
                asAt,
                milestones,
                sumsAreDurations ? clock : DayCount.CALENDAR,
                withoutSuspension ? needed | Milestones.SUSPENDED : needed,
                Milestones.FINALISED | Milestones.LEFT);
        this.byPath =
                new MemberDuration(measure, snapshot, milestones, new MemberPath(snapshot, known, asAt), clock, asAt);
    }

    /** The milestones that say on which day a moment was, where its version does not. */
    private static int milestonesOf(Moment moment) {
        return switch (moment) {
            case REPORTED, REFERRED -> 0;
            case DECIDED -> Milestones.DECIDED | Milestones.OUTCOME;
            case LISTED -> Milestones.LISTED;
            case HEARD -> Milestones.FOUND | Milestones.OUTCOME;
            case CLOSED -> Milestones.CLOSED;
            case FINALISED -> Milestones.FINALISED;
            case LEFT -> Milestones.LEFT;
        };
    }

    /**
     * Measures a member; O(1), or O(rows of the member) where it was reopened or suspended.
     *
     * @param version the version that it is in at the day of the question
     * @param state its state then
     * @return days of the clock, {@link MemberDuration#NOT_BEGUN} or {@link MemberDuration#LEFT_OUT}
     */
    int of(int version, int state) {
        int bits = milestones.of(state);
        int member = snapshot.versions().member(version);
        if (sumsAreDurations) {
            return sumOf(version, member, bits);
        }
        if (MilestonesOfStates.isReopened(bits) || sums.mayHaveCeased(member) || wasSuspended(member, bits)) {
            int days = byPath.of(version);
            open = byPath.isOpen();
            return days;
        }
        int from = dayOf(measure.from(), version, member, bits);
        int to = dayOf(measure.to(), version, member, bits);
        open = to == NEVER;
        if (from == NEVER) {
            return MemberDuration.NOT_BEGUN;
        }
        if (to < from || (measure.to() == Moment.LEFT && (bits & Milestones.LEFT_BEFORE) != 0)) {
            return MemberDuration.LEFT_OUT;
        }
        return clock.upTo(open ? asAt : to) - clock.upTo(from);
    }

    /** Whether the member measured last has not reached the second moment. */
    boolean isOpen() {
        return open;
    }

    private int sumOf(int version, int member, int bits) {
        open = (bits & Milestones.CLOSED) == 0;
        int end = sums.of(Milestones.CLOSED, member) + (open ? clock.upTo(asAt) : 0);
        return end - clock.upTo(snapshot.versions().reported(version)) - daysSuspended(member, bits);
    }

    private boolean wasSuspended(int member, int bits) {
        return withoutSuspension && ((bits & Milestones.SUSPENDED) != 0 || sums.of(Milestones.SUSPENDED, member) != 0);
    }

    private int daysSuspended(int member, int bits) {
        if (!withoutSuspension) {
            return 0;
        }
        boolean isSuspended = (bits & Milestones.SUSPENDED) != 0;
        return (isSuspended ? clock.upTo(asAt) : 0) - sums.of(Milestones.SUSPENDED, member);
    }

    private int dayOf(Moment moment, int version, int member, int bits) {
        return switch (moment) {
            case REPORTED -> snapshot.versions().reported(version);
            case REFERRED -> {
                int referred = snapshot.versions().referred(version);
                yield referred == UnitState.NOT_REFERRED ? NEVER : referred;
            }
            case DECIDED -> dayOf(Milestones.DECIDED, Milestones.OUTCOME, member, bits);
            case LISTED -> dayOf(Milestones.LISTED, member, bits);
            case HEARD -> dayOf(Milestones.FOUND, Milestones.OUTCOME, member, bits);
            case CLOSED -> dayOf(Milestones.CLOSED, member, bits);
            case FINALISED -> dayOf(Milestones.FINALISED, member, bits);
            case LEFT -> dayOf(Milestones.LEFT, member, bits);
        };
    }

    private int dayOf(int milestone, int other, int member, int bits) {
        return dayOf((bits & milestone) != 0 ? milestone : other, member, bits);
    }

    private int dayOf(int milestone, int member, int bits) {
        return (bits & milestone) != 0 ? sums.of(milestone, member) : NEVER;
    }
}
