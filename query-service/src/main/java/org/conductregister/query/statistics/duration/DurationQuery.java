package org.conductregister.query.statistics.duration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.conductregister.query.statistics.DurationMembers;
import org.conductregister.query.statistics.DurationMembers.Part;
import org.conductregister.query.statistics.DurationMembers.Timed;
import org.conductregister.query.statistics.Durations;
import org.conductregister.query.statistics.Listing;
import org.conductregister.query.statistics.Measure;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.GroupNumbers;
import org.conductregister.query.statistics.scan.MemberReader;
import org.conductregister.query.statistics.scan.UnitAt;
import org.conductregister.query.workingdays.WorkingDays;
import org.jspecify.annotations.Nullable;

/** Measures the members of a plan, of allegations or cases. For one thread. */
public final class DurationQuery {

    private final UnitAt at;
    private final UnitSnapshot snapshot;
    private final QueryPlan plan;
    private final Measure measure;
    private final MemberMeasure measured;

    /** Which members are measured, by number; null for all. */
    private final @Nullable IntPredicate only;

    /** Is told of each member that is in the population and has reached the first moment. */
    @FunctionalInterface
    private interface Members {

        void member(int version, int state, int days, boolean open);
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
        this.measured = MemberMeasure.of(measure, at, DayCount.of(measure.clock(), workingDays));
    }

    /** The durations of each group; O(versions). */
    public Durations durations() {
        var groups = new GroupNumbers(plan, snapshot);
        var all =
                snapshot
                        .ranges()
                        .read(snapshot.versions().size(), (from, to) -> durations(groups.another(), from, to))
                        .stream()
                        .reduce(DurationsOfGroups::add)
                        .orElseThrow();
        return new Durations(at.knownAt().recordedAt(), at.knownAt().position(), all.inOrder(measure.over()));
    }

    private DurationsOfGroups durations(GroupNumbers groups, int from, int to) {
        var durations = new DurationsOfGroups(groups);
        forEach(groups, from, to, (version, state, days, open) -> durations.add(groups.of(version, state), days, open));
        return durations;
    }

    /** In the order in which the register first heard of the versions. */
    private void forEach(GroupNumbers groups, int from, int to, Members members) {
        var one = measured.another();
        for (int version = from; version < to; version++) {
            int state = one.stateOf(version);
            if (!groups.selects(version, state)
                    || (only != null && !only.test(snapshot.versions().member(version)))) {
                continue;
            }
            int days = one.of(version, state);
            if (days != MemberDuration.NOT_BEGUN) {
                members.member(version, state, days, one.isOpen());
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
        int versions = snapshot.versions().size();
        forEach(new GroupNumbers(plan, snapshot), 0, versions, (version, state, days, open) -> {
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
        return new Timed(
                reader.member(version, measured.stateOf(version)), days == MemberDuration.LEFT_OUT ? null : days);
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
