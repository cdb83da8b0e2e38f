package org.conductregister.query.statistics.duration;

import static java.util.Objects.requireNonNull;

import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.Measure.Suspension;
import org.conductregister.query.statistics.Moment;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Milestones;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.scan.UnitAt;
import org.conductregister.query.statistics.scan.VersionStates;
import org.jspecify.annotations.Nullable;

/**
 * Measures the time that it took members from one moment to another: for most of them read off {@link DaySums}
 * where it began with the report, else off {@link MilestoneSums}; for the others found by {@link MemberDuration}. One object measures one member after
 * another. For one thread, but {@link #another others} share what was prepared.
 */
final class MemberMeasure {

    private static final int NEVER = Integer.MAX_VALUE;

    private final Prepared prepared;
    private final MemberDuration byPath;
    private boolean open;

    /**
     * The sums and bits that all members are measured by.
     *
     * @param clock the days that are counted
     * @param asAt as days since 1970-01-01
     * @param days of durations from the report on: those that count
     * @param states of all other durations; as are sums
     */
    private record Prepared(
            Measure measure,
            UnitSnapshot snapshot,
            int known,
            int asAt,
            DayCount clock,
            MilestonesOfStates milestones,
            @Nullable DaySums days,
            @Nullable VersionStates states,
            @Nullable MilestoneSums sums) {}

    private MemberMeasure(Prepared prepared) {
        this.prepared = prepared;
        var path = new MemberPath(prepared.snapshot(), prepared.known(), prepared.asAt());
        this.byPath = new MemberDuration(
                prepared.measure(),
                prepared.snapshot(),
                prepared.milestones(),
                path,
                prepared.clock(),
                prepared.asAt());
    }

    /**
     * Prepares for all members; O(rows).
     *
     * @param clock the days that are counted
     */
    static MemberMeasure of(Measure measure, UnitAt at, DayCount clock) {
        var snapshot = at.snapshot();
        var milestones = new MilestonesOfStates(Dimensions.features(at.unit()), snapshot);
        if (measure.from() == Moment.REPORTED && measure.to() != Moment.REFERRED) {
            var days = daysOf(measure, at, milestones, clock);
            return new MemberMeasure(
                    new Prepared(measure, snapshot, at.known(), at.day(), clock, milestones, days, null, null));
        }
        int needed = milestonesOf(measure.from()) | milestonesOf(measure.to());
        var sums = MilestoneSums.of(
                snapshot,
                at.known(),
                at.day(),
                milestones,
                needed | suspendedIfExcluded(measure),
                Milestones.FINALISED | Milestones.LEFT);
        return new MemberMeasure(
                new Prepared(measure, snapshot, at.known(), at.day(), clock, milestones, null, at.states(), sums));
    }

    private static int suspendedIfExcluded(Measure measure) {
        return measure.suspension() == Suspension.EXCLUDED ? Milestones.SUSPENDED : 0;
    }

    /**
     * The days on which members were in states whose days count. Marked are those of which the sum may be another one: they ceased to have
     * reached the moment, or the moment is that of a milestone which came after the one that stands in for it.
     */
    private static DaySums daysOf(Measure measure, UnitAt at, MilestonesOfStates milestones, DayCount clock) {
        var snapshot = at.snapshot();
        int reached = milestonesOf(measure.to());
        int standIn = reached & Milestones.OUTCOME;
        int stopped = reached | suspendedIfExcluded(measure);
        var weights = DaySums.weights(snapshot, state -> (milestones.of(state) & stopped) == 0 ? 0 : 1);
        var marks = measure.to() == Moment.CLOSED
                ? new boolean[0]
                : DaySums.leaving(
                        snapshot,
                        state -> (milestones.of(state) & reached) != 0,
                        state -> standIn != 0 && (milestones.of(state) & reached) == standIn);
        return DaySums.of(snapshot, at.known(), at.day(), weights, marks, clock);
    }

    /** Another one, for another thread. */
    MemberMeasure another() {
        return new MemberMeasure(prepared);
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

    /** The state that a version is in at the day of the question; O(1). */
    int stateOf(int version) {
        return prepared.days() != null
                ? prepared.days().state(version)
                : requireNonNull(prepared.states()).of(version);
    }

    /**
     * Measures a member; O(1), or O(rows of the member) where it was reopened or suspended.
     *
     * @param version the version that it is in at the day of the question
     * @param state its state then
     * @return days of the clock, {@link MemberDuration#NOT_BEGUN} or {@link MemberDuration#LEFT_OUT}
     */
    int of(int version, int state) {
        int bits = prepared.milestones().of(state);
        var days = prepared.days();
        return days != null ? sumOf(days, version, bits) : of(requireNonNull(prepared.sums()), version, bits);
    }

    /** Whether the member measured last has not reached the second moment. */
    boolean isOpen() {
        return open;
    }

    private int sumOf(DaySums days, int version, int bits) {
        var to = prepared.measure().to();
        if (to != Moment.CLOSED && (MilestonesOfStates.isReopened(bits) || days.isMarked(version))) {
            return onPath(version);
        }
        open = (bits & milestonesOf(to)) == 0;
        if (to == Moment.LEFT && (bits & Milestones.LEFT_BEFORE) != 0) {
            return MemberDuration.LEFT_OUT;
        }
        boolean isCounting = open && (bits & suspendedIfExcluded(prepared.measure())) == 0;
        int reported = prepared.clock().upTo(prepared.snapshot().versions().reported(version));
        return days.days(version) - reported + (isCounting ? prepared.clock().upTo(prepared.asAt()) : 0);
    }

    private int of(MilestoneSums sums, int version, int bits) {
        var measure = prepared.measure();
        if (MilestonesOfStates.isReopened(bits) || sums.mayHaveCeased(version) || wasSuspended(sums, version, bits)) {
            return onPath(version);
        }
        int from = dayOf(measure.from(), sums, version, bits);
        int to = dayOf(measure.to(), sums, version, bits);
        open = to == NEVER;
        if (from == NEVER) {
            return MemberDuration.NOT_BEGUN;
        }
        if (to < from || (measure.to() == Moment.LEFT && (bits & Milestones.LEFT_BEFORE) != 0)) {
            return MemberDuration.LEFT_OUT;
        }
        return prepared.clock().upTo(open ? prepared.asAt() : to)
                - prepared.clock().upTo(from);
    }

    private int onPath(int version) {
        int days = byPath.of(version);
        open = byPath.isOpen();
        return days;
    }

    private boolean wasSuspended(MilestoneSums sums, int version, int bits) {
        return prepared.measure().suspension() == Suspension.EXCLUDED
                && ((bits & Milestones.SUSPENDED) != 0 || sums.of(Milestones.SUSPENDED, version) != 0);
    }

    private int dayOf(Moment moment, MilestoneSums sums, int version, int bits) {
        return switch (moment) {
            case REPORTED -> prepared.snapshot().versions().reported(version);
            case REFERRED -> {
                int referred = prepared.snapshot().versions().referred(version);
                yield referred == UnitState.NOT_REFERRED ? NEVER : referred;
            }
            case DECIDED -> dayOf(Milestones.DECIDED, Milestones.OUTCOME, sums, version, bits);
            case LISTED -> dayOf(Milestones.LISTED, sums, version, bits);
            case HEARD -> dayOf(Milestones.FOUND, Milestones.OUTCOME, sums, version, bits);
            case CLOSED -> dayOf(Milestones.CLOSED, sums, version, bits);
            case FINALISED -> dayOf(Milestones.FINALISED, sums, version, bits);
            case LEFT -> dayOf(Milestones.LEFT, sums, version, bits);
        };
    }

    private static int dayOf(int milestone, int other, MilestoneSums sums, int version, int bits) {
        return dayOf((bits & milestone) != 0 ? milestone : other, sums, version, bits);
    }

    private static int dayOf(int milestone, MilestoneSums sums, int version, int bits) {
        return (bits & milestone) != 0 ? sums.of(milestone, version) : NEVER;
    }
}
