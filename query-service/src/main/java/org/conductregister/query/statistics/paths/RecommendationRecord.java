package org.conductregister.query.statistics.paths;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.cells.Dimensions;
import org.conductregister.query.statistics.cells.ResponseAt;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.ForceCode;
import org.jspecify.annotations.Nullable;

/** A recommendation, and the path of each addressed force's answer. */
final class RecommendationRecord implements FoldedRecord {

    private static final Timeline.Fold<RecommendationState> FOLD = new Timeline.Fold<>(
            RecommendationState.NEW, (before, day, fact) -> before.evolve(day, (RecommendationFact) fact));

    private final String id;
    private final Points.OfUnit points;
    private final Timeline<RecommendationState> timeline = new Timeline<>(FOLD);
    private final SortedMap<ForceCode, Path> responses = new TreeMap<>();

    RecommendationRecord(String id, Points points) {
        this.id = id;
        this.points = points.of(Unit.RESPONSES);
    }

    @Override
    public long lastPosition() {
        return timeline.lastPosition();
    }

    @Override
    public void take(long position, EntryId entryId, Fact fact) {
        int from = timeline.take(position, entryId, fact);
        var steps = timeline.from(from);
        var forces = new TreeSet<>(responses.keySet());
        steps.forEach(step -> forces.addAll(step.state().answers().keySet()));
        forces.forEach(force -> trace(force, steps, from));
    }

    private void trace(ForceCode force, List<Step<RecommendationState>> steps, int from) {
        var path = responses.computeIfAbsent(force, unmet -> new Path(points.member(id, force.value())));
        var tail = new ArrayList<Step<@Nullable UnitState>>(steps.size() + 1);
        for (int i = 0; i < steps.size(); i++) {
            int day = steps.get(i).day();
            int end = i + 1 < steps.size() ? steps.get(i + 1).day() : Step.NEVER;
            var state = steps.get(i).state();
            tail.add(new Step<>(day, response(path.member(), state, force, day)));
            int overdue = overdueFrom(state);
            if (overdue > day && overdue < end) {
                tail.add(new Step<>(overdue, response(path.member(), state, force, overdue)));
            }
        }
        path.changeFrom(from, tail, points);
    }

    /** An answer that has not come is overdue from this day on by itself, without an entry. */
    private static int overdueFrom(RecommendationState state) {
        return state.issued() == null ? Step.NEVER : Step.day(state.issued().responseDueOn()) + 1;
    }

    private @Nullable UnitState response(int member, RecommendationState state, ForceCode force, int day) {
        var answer = state.answers().get(force);
        if (answer == null) {
            return null;
        }
        var at = new ResponseAt(id, force, state.issued().responseDueOn(), answer, LocalDate.ofEpochDay(day));
        int profile = points.profile(Dimensions.OF_RESPONSES.lastingOf(at));
        int guise = points.guise(member, profile, UnitState.NOBODY, 0, UnitState.NOT_REFERRED);
        return new UnitState(guise, points.state(Dimensions.OF_RESPONSES.movingOf(at)));
    }
}
