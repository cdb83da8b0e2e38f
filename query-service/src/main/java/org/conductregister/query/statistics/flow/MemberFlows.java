package org.conductregister.query.statistics.flow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.conductregister.query.statistics.Flows.Group;
import org.conductregister.query.statistics.Flows.Period;
import org.conductregister.query.statistics.StatisticsEngine;
import org.conductregister.query.statistics.TooManyGroupsException;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.UnitSnapshot;
import org.conductregister.query.statistics.path.UnitState;
import org.conductregister.query.statistics.plan.CandidateMembers;
import org.conductregister.query.statistics.plan.QueryPlan;
import org.conductregister.query.statistics.scan.GroupNumbers;
import org.conductregister.query.statistics.scan.StatesByDay;
import org.conductregister.query.statistics.scan.VersionStates;
import org.conductregister.terms.states.HandlingStatus;

/**
 * Flows member by member: how each stood at the end of the day before a period is compared with how it stands at the period's
 * end. For groups that members move between. One int for each member; for one thread.
 */
final class MemberFlows {

    private static final int PENDING = 1;
    private static final int THERE = 1 << 1;
    private static final int REOPENINGS_SHIFT = 2;

    private final UnitSnapshot snapshot;
    private final int known;
    private final GroupNumbers groups;

    /** All versions of the members that may be in the population, those of a member one after another. */
    private final int[] versions;

    /** By the last day of a period, which members are in the population, by number. */
    private final Function<LocalDate, IntPredicate> only;

    /** By state: {@link #THERE}, {@link #PENDING}, and how often it was reopened. */
    private final int[] standings;

    /** By group: how many were pending at the start, received, reopened, and are pending at the end. */
    private long[] counts = new long[4 * 16];

    private int groupsSoFar;

    /** Is told of each member of the population at the end of a period. */
    @FunctionalInterface
    interface Members {

        /**
         * A member.
         *
         * @param version that it is in at the end of the period
         * @param state its state then
         */
        void member(int version, int state, int start, int received, int reopened, int end);
    }

    /**
     * @param candidates of the plan
     * @param known the number of rows known
     * @param only by the last day of a period, which members are in the population, by number
     */
    MemberFlows(
            Unit unit,
            QueryPlan plan,
            CandidateMembers candidates,
            UnitSnapshot snapshot,
            int known,
            Function<LocalDate, IntPredicate> only) {
        this.snapshot = snapshot;
        this.known = known;
        this.only = only;
        this.groups = new GroupNumbers(plan, snapshot);
        this.versions = versionsOf(candidates.in(snapshot), snapshot);
        var features = Dimensions.features(unit);
        int status = features.field(features.number("status"));
        int reopenings = features.field(features.number(Dimensions.REOPENINGS));
        this.standings = new int[snapshot.states().size() + 1];
        for (int tuple = 0; tuple < snapshot.states().size(); tuple++) {
            boolean pending = snapshot.states().value(tuple, status).equals(HandlingStatus.PENDING.name());
            int times = (int) snapshot.states().value(tuple, reopenings);
            standings[tuple + 1] = THERE | (pending ? PENDING : 0) | (times << REOPENINGS_SHIFT);
        }
    }

    /**
     * The flows of periods that follow one another; O(rows), and O(versions of the candidates) a period.
     *
     * @param from the first day of the first
     * @param ends the last day of each
     */
    List<Period> of(LocalDate from, List<LocalDate> ends) {
        var states = new StatesByDay(snapshot, known, from.minusDays(1), ends);
        var before = standings(states.begin());
        var periods = new ArrayList<Period>(ends.size());
        var first = from;
        for (var end : ends) {
            var at = states.next();
            Arrays.fill(counts, 0);
            forEach(before, at, only.apply(end), this::add);
            var found = groups();
            groupsSoFar += found.size();
            if (groupsSoFar > StatisticsEngine.MOST_GROUPS) {
                throw new TooManyGroupsException(StatisticsEngine.MOST_GROUPS);
            }
            periods.add(new Period(first, end, found));
            before = standings(at);
            first = end.plusDays(1);
        }
        return periods;
    }

    /** Tells of each member of the population, in the order in which the register first heard of them. */
    void forEach(LocalDate from, LocalDate to, Members members) {
        var states = new StatesByDay(snapshot, known, from.minusDays(1), List.of(to));
        var before = standings(states.begin());
        forEach(before, states.next(), only.apply(to), members);
    }

    private static int[] versionsOf(CandidateMembers.Members candidates, UnitSnapshot snapshot) {
        var versions = new int[snapshot.versions().size()];
        int size = 0;
        for (int i = 0; i < candidates.count(); i++) {
            for (int version = candidates.firstVersions()[i];
                    version != MemberVersions.NONE;
                    version = snapshot.versions().next(version)) {
                versions[size++] = version;
            }
        }
        return Arrays.copyOf(versions, size);
    }

    /** By member. */
    private int[] standings(VersionStates states) {
        var ofMembers = new int[snapshot.members().size()];
        for (int version : versions) {
            int state = states.of(version);
            if (state != UnitState.NOT_THERE) {
                ofMembers[snapshot.versions().member(version)] = standings[state];
            }
        }
        return ofMembers;
    }

    private void forEach(int[] before, VersionStates at, IntPredicate counted, Members members) {
        for (int version : versions) {
            int state = at.of(version);
            if (!groups.selects(version, state)
                    || !counted.test(snapshot.versions().member(version))) {
                continue;
            }
            int was = before[snapshot.versions().member(version)];
            int is = standings[state];
            members.member(
                    version,
                    state,
                    was & PENDING,
                    (was & THERE) == 0 ? 1 : 0,
                    (is >> REOPENINGS_SHIFT) - (was >> REOPENINGS_SHIFT),
                    is & PENDING);
        }
    }

    private void add(int version, int state, int start, int received, int reopened, int end) {
        int at = 4 * groups.of(version, state);
        if (at >= counts.length) {
            counts = Arrays.copyOf(counts, 2 * at);
        }
        counts[at] += start;
        counts[at + 1] += received;
        counts[at + 2] += reopened;
        counts[at + 3] += end;
    }

    private List<Group> groups() {
        var found = new ArrayList<Group>();
        for (int number : groups.inOrder()) {
            int at = 4 * number;
            long start = counts[at];
            long received = counts[at + 1];
            long reopened = counts[at + 2];
            long end = counts[at + 3];
            var group =
                    new Group(groups.values(number), start, received, start + received + reopened - end, reopened, end);
            if (!group.isEmpty()) {
                found.add(group);
            }
        }
        return found;
    }
}
