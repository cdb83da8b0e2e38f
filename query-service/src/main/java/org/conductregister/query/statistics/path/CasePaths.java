package org.conductregister.query.statistics.path;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.conductregister.cases.AllegationState;
import org.conductregister.cases.CaseState;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.AllegationAt;
import org.conductregister.query.statistics.dimension.AllegationTraits;
import org.conductregister.query.statistics.dimension.CaseAt;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.Features;
import org.conductregister.query.statistics.dimension.ReferralAt;
import org.conductregister.query.statistics.dimension.Standing;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.terms.identifiers.AllegationId;
import org.jspecify.annotations.Nullable;

/** The paths of a case, its allegations and its referrals. All of them depend on how the persons it names stand. */
final class CasePaths {

    private final RecordHistory history;
    private final NamedPersons named;
    private final PointSink points;
    private final String caseId;
    private final UnitPath itself;
    private final Map<AllegationId, UnitPath> allegations = new HashMap<>(2);
    private List<UnitPath> referrals = List.of();

    CasePaths(RecordHistory history, NamedPersons named, PointSink points) {
        this.history = history;
        this.named = named;
        this.points = points;
        this.caseId = history.id();
        this.itself = new UnitPath(points.of(Unit.CASES).member(caseId, null));
    }

    /** Traces what a fact that is the latest by day has changed, from that day on. */
    void traceChanged(int from, CaseState before, CaseState after) {
        if (!after.opened() || !personsStayAsTheyAreAfter(from, after)) {
            trace(List.of(new Step<>(from, after)), from, points);
            return;
        }
        boolean sameFrame = before.opening() == after.opening() && before.referrals() == after.referrals();
        boolean all = !sameFrame || before.investigation() != after.investigation();
        boolean sameVersions =
                sameFrame && before.allegations().size() == after.allegations().size();
        for (var allegation : after.allegations().values()) {
            var was = before.allegations().get(allegation.allegationId());
            if (all || was != allegation) {
                boolean sameVersion = sameFrame && was != null && StateComparison.sameVersion(was, allegation);
                sameVersions &= sameVersion;
                append(from, after, allegation, sameVersion);
            }
        }
        if (!sameVersions || !StateComparison.sameState(before, after)) {
            append(from, after, sameVersions);
        }
    }

    /** The case itself and its referrals. */
    private void append(int day, CaseState state, boolean sameVersion) {
        var last = itself.last();
        if (!itself.endsBy(day) || !state.referrals().isEmpty()) {
            traceCase(List.of(new Step<>(day, state)), day, points);
        } else if (sameVersion && last != null) {
            int next = points.of(Unit.CASES)
                    .state(Dimensions.OF_CASES.changingValues(new CaseAt(state, Set.of(), allegationsAt(state, day))));
            itself.append(day, new UnitState(last.version(), next), points.of(Unit.CASES));
        } else {
            itself.append(day, requireNonNull(caseState(caseAt(state, day))), points.of(Unit.CASES));
        }
    }

    private boolean personsStayAsTheyAreAfter(int day, CaseState state) {
        for (var allegation : state.allegations().values()) {
            if (allegation.officerId() != null
                    && named.person(allegation.officerId()).nextChangeAfter(day) != Step.NEVER) {
                return false;
            }
        }
        return true;
    }

    private void append(int day, CaseState state, AllegationState allegation, boolean sameVersion) {
        var path = path(allegation.allegationId());
        var last = path.last();
        if (!path.endsBy(day)) {
            traceAllegation(allegation.allegationId(), List.of(new Step<>(day, state)), day, points);
        } else if (sameVersion && last != null) {
            var at = new AllegationAt(state, allegation, standing(allegation, day));
            int next = points.of(Unit.ALLEGATIONS).state(Dimensions.OF_ALLEGATIONS.changingValues(at));
            path.append(day, new UnitState(last.version(), next), points.of(Unit.ALLEGATIONS));
        } else {
            path.append(day, allegationState(path.member(), state, allegation, day), points.of(Unit.ALLEGATIONS));
        }
    }

    private UnitPath path(AllegationId id) {
        return allegations.computeIfAbsent(
                id, absent -> new UnitPath(points.of(Unit.ALLEGATIONS).member(caseId, id.value())));
    }

    /**
     * Traces all paths from a day on.
     *
     * @param steps the states of the case from that day on
     * @param sink where the difference is emitted
     */
    void trace(List<Step<CaseState>> steps, int from, PointSink sink) {
        for (var id : history.allegations()) {
            if (allegations.containsKey(id)
                    || steps.stream()
                            .anyMatch(step -> step.state().allegations().containsKey(id))) {
                traceAllegation(id, steps, from, sink);
            }
        }
        traceCase(steps, from, sink);
    }

    private void traceAllegation(AllegationId id, List<Step<CaseState>> steps, int from, PointSink sink) {
        var path = path(id);
        var tail = new ArrayList<Step<@Nullable UnitState>>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            var state = steps.get(i).state();
            var allegation = state.opened() ? state.allegations().get(id) : null;
            if (allegation == null) {
                tail.add(new Step<>(steps.get(i).day(), null));
            } else {
                for (int day : daysOf(steps, i, List.of(allegation))) {
                    tail.add(new Step<>(day, allegationState(path.member(), state, allegation, day)));
                }
            }
        }
        path.replaceFrom(from, tail, sink.of(Unit.ALLEGATIONS));
    }

    /** Traces the case and its referrals, which change also when the workforce of a person named becomes known. */
    private void traceCase(List<Step<CaseState>> steps, int from, PointSink sink) {
        var at = new ArrayList<Step<CaseAt>>(steps.size());
        for (int i = 0; i < steps.size(); i++) {
            var state = steps.get(i).state();
            for (int day : daysOf(steps, i, state.allegations().values())) {
                at.add(new Step<>(day, caseAt(state, day)));
            }
        }
        var tail = new ArrayList<Step<@Nullable UnitState>>(at.size());
        at.forEach(step -> tail.add(new Step<>(step.day(), caseState(step.state()))));
        itself.replaceFrom(from, tail, sink.of(Unit.CASES));
        traceReferrals(at, from, sink);
    }

    private void traceReferrals(List<Step<CaseAt>> steps, int from, PointSink sink) {
        int most = referrals.size();
        for (var step : steps) {
            most = Math.max(most, step.state().state().referrals().size());
        }
        for (int number = 0; number < most; number++) {
            var path = referral(number);
            var tail = new ArrayList<Step<@Nullable UnitState>>(steps.size());
            for (var step : steps) {
                tail.add(new Step<>(step.day(), referralState(path.member(), step.state(), number)));
            }
            path.replaceFrom(from, tail, sink.of(Unit.REFERRALS));
        }
    }

    /** The day of a step, and the days until the next step on which a person named begins to stand differently. */
    private List<Integer> daysOf(List<Step<CaseState>> steps, int step, Collection<AllegationState> allegations) {
        int end = step + 1 < steps.size() ? steps.get(step + 1).day() : Step.NEVER;
        var days = new ArrayList<Integer>(1);
        int day = steps.get(step).day();
        while (day < end) {
            days.add(day);
            int next = Step.NEVER;
            for (var allegation : allegations) {
                if (allegation.officerId() != null) {
                    next = Math.min(next, named.person(allegation.officerId()).nextChangeAfter(day));
                }
            }
            day = next;
        }
        return days;
    }

    private UnitPath referral(int number) {
        if (number == referrals.size()) {
            var more = new ArrayList<>(referrals);
            more.add(new UnitPath(points.of(Unit.REFERRALS).member(caseId, String.valueOf(number + 1))));
            referrals = more;
        }
        return referrals.get(number);
    }

    private UnitState allegationState(int member, CaseState of, AllegationState allegation, int day) {
        var officer = allegation.officerId() == null ? null : named.person(allegation.officerId());
        var at = new AllegationAt(of, allegation, standing(allegation, day));
        return state(
                Unit.ALLEGATIONS,
                Dimensions.OF_ALLEGATIONS,
                at,
                member,
                officer == null ? UnitState.NOBODY : officer.number(),
                allegation.reportedOn(),
                firstReferral(of));
    }

    private @Nullable UnitState caseState(CaseAt at) {
        return at.state().opened()
                ? state(
                        Unit.CASES,
                        Dimensions.OF_CASES,
                        at,
                        itself.member(),
                        UnitState.NOBODY,
                        requireNonNull(at.state().opening()).openedOn(),
                        firstReferral(at.state()))
                : null;
    }

    private @Nullable UnitState referralState(int member, CaseAt of, int number) {
        if (!of.state().opened() || number >= of.state().referrals().size()) {
            return null;
        }
        var referral = of.state().referrals().get(number);
        return state(
                Unit.REFERRALS,
                Dimensions.OF_REFERRALS,
                new ReferralAt(of, referral),
                member,
                UnitState.NOBODY,
                requireNonNull(of.state().opening()).openedOn(),
                Step.day(referral.referredOn()));
    }

    private <S> UnitState state(
            Unit unit, Features<S> features, S at, int member, int person, LocalDate reportedOn, int referred) {
        var ofUnit = points.of(unit);
        int profile = ofUnit.profile(features.fixedValues(at));
        int version = ofUnit.version(member, profile, person, Step.day(reportedOn), referred);
        return new UnitState(version, ofUnit.state(features.changingValues(at)));
    }

    private static int firstReferral(CaseState of) {
        return of.referrals().isEmpty()
                ? UnitState.NOT_REFERRED
                : Step.day(of.referrals().getFirst().referredOn());
    }

    private @Nullable Standing standing(AllegationState allegation, int day) {
        return allegation.officerId() == null
                ? null
                : named.person(allegation.officerId()).standingAt(day);
    }

    private CaseAt caseAt(CaseState state, int day) {
        var allegationsAt = allegationsAt(state, day);
        var traits = new HashSet<AllegationTraits>(2);
        allegationsAt.forEach(allegation -> traits.add(allegation.traits()));
        return new CaseAt(state, Set.copyOf(traits), allegationsAt);
    }

    private List<AllegationAt> allegationsAt(CaseState state, int day) {
        if (!state.opened()) {
            return List.of();
        }
        var at = new ArrayList<AllegationAt>(state.allegations().size());
        for (var allegation : state.allegations().values()) {
            at.add(new AllegationAt(state, allegation, standing(allegation, day)));
        }
        return at;
    }
}
