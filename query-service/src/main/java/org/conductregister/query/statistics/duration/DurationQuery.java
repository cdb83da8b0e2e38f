package org.conductregister.query.statistics.duration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.DurationMembers.Timed;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.Durations.Group;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.GroupNumbers;
import org.conductregister.query.statistics.scan.MemberReader;
import org.conductregister.query.statistics.scan.UnitAt;
import org.conductregister.query.statistics.scan.VersionStates;
import org.conductregister.query.workingdays.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Measures the members of a plan, of allegations or cases. For one thread. */
public final class DurationQuery {

    private final UnitAt at;
    private final UnitSnapshot snapshot;
    private final QueryPlan plan;
    private final Measure measure;
    private final VersionStates states;
    private final MemberMeasure measured;

    /** Which members are measured, by number; null for all. */
    private final @Nullable IntPredicate only;

    /** Is told of each member that is in the population and has reached the first moment. */
    @FunctionalInterface
    private interface Members {

        void member(int version, int group, int days, boolean open);
    }

    /**
     * Makes ready; O(rows).
     *
     * @param workingDays as known; asked for where they are counted
     * @param only leaves out the other members, by number; null leaves out none
     */
    public DurationQuery(
            UnitAt at,
            QueryPlan plan,
            Measure measure,
            Supplier<WorkingDays> workingDays,
            @Nullable IntPredicate only) {
        this.at = at;
        this.snapshot = at.snapshot();
        this.plan = plan;
        this.measure = measure;
        this.only = only;
        this.states = at.states();
        this.measured = new MemberMeasure(
                measure, at.unit(), snapshot, at.known(), DayCount.of(measure.clock(), workingDays), at.day());
    }

    /** The durations of each group; O(versions). */
    public Durations durations() {
        var undivided = new GroupNumbers(plan, snapshot);
        var groups = new DividedGroups(undivided);
        var distributions = new Distributions();
        var leftOut = new long[1][16];
        forEach(undivided, (version, met, days, open) -> {
            for (int group : groups.of(met)) {
                if (days == MemberDuration.LEFT_OUT) {
                    if (group >= leftOut[0].length) {
                        leftOut[0] = Arrays.copyOf(leftOut[0], 2 * group);
                    }
                    leftOut[0][group]++;
                } else {
                    distributions.add(group, open, days);
                }
            }
        });
        distributions.sort(groups.count());
        var inOrder = new ArrayList<Group>(groups.count());
        for (int group : groups.inOrder()) {
            var found = new Group(
                    groups.values(group),
                    distributions.ended(group, measure.over()),
                    distributions.open(group, measure.over()),
                    group < leftOut[0].length ? leftOut[0][group] : 0);
            inOrder.add(found);
        }
        return new Durations(at.knownAt().recordedAt(), at.knownAt().position(), inOrder);
    }

    /** In the order in which the register first heard of the versions. */
    private void forEach(GroupNumbers groups, Members members) {
        for (int version = 0; version < states.count(); version++) {
            int state = states.of(version);
            if (!groups.selects(version, state)
                    || (only != null && !only.test(snapshot.versions().member(version)))) {
                continue;
            }
            int days = measured.of(version, state);
            if (days != MemberDuration.NOT_BEGUN) {
                members.member(version, groups.of(version, state), days, measured.isOpen());
            }
        }
    }

    /**
     * The members whose durations are in a part, the longest first.
     *
     * @param onlyOver whether those no longer than the limit of the measure are left out, where it has one
     */
    public DurationMembers members(Part part, boolean onlyOver, Listing listing) {
        var found = new ArrayList<long[]>();
        forEach(new GroupNumbers(plan, snapshot), (version, group, days, open) -> {
            boolean inPart = partOf(days, open) == part && (!onlyOver || part == Part.LEFT_OUT || isOver(days));
            if (inPart
                    && listing.records()
                            .test(snapshot.record(snapshot.versions().member(version)))) {
                found.add(new long[] {version, days});
            }
        });
        found.sort((a, b) -> Long.compare(b[1], a[1]));
        var reader = new MemberReader(at.index(), at.unit());
        List<Timed> page = found.stream()
                .skip(listing.offset())
                .limit(listing.limit())
                .map(one -> timed(reader, (int) one[0], (int) one[1]))
                .toList();
        return new DurationMembers(at.knownAt().recordedAt(), at.knownAt().position(), found.size(), page);
    }

    private Timed timed(MemberReader reader, int version, int days) {
        return new Timed(reader.member(version, states.of(version)), days == MemberDuration.LEFT_OUT ? null : days);
    }

    private static Part partOf(int days, boolean open) {
        if (days == MemberDuration.LEFT_OUT) {
            return Part.LEFT_OUT;
        }
        return open ? Part.OPEN : Part.ENDED;
    }

    private boolean isOver(int days) {
        return measure.over() == null || days > measure.over();
    }
}
