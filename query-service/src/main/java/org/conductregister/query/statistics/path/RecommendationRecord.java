package org.conductregister.query.statistics.path;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.ResponseAt;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.recommendations.RecommendationState;
import org.conductregister.terms.codes.ForceCode;
import org.jspecify.annotations.Nullable;

/** A recommendation with the path of each addressed force's response. */
final class RecommendationRecord implements FoldedRecord {

    private final RecordHistory history;
    private final String id;
    private final PointSink.OfUnit points;
    private final Timeline<RecommendationState> timeline;
    private final SortedMap<ForceCode, UnitPath> responses = new TreeMap<>();

    RecommendationRecord(RecordHistory history, RecordLookup records) {
        this.history = history;
        this.id = history.id();
        this.points = records.points().of(Unit.RESPONSES);
        this.timeline = new Timeline<>(Timeline.Fold.OF_RECOMMENDATIONS, history);
        trace(
                timeline.restore(history.entries()),
                Step.BEGINNING,
                records.alreadyEmitted().of(Unit.RESPONSES));
    }

    @Override
    public RecordHistory history() {
        return history;
    }

    @Override
    public void apply(EntryId entryId, Fact fact) {
        int from = timeline.add(entryId, fact);
        trace(timeline.from(from), from, points);
    }

    private void trace(List<Step<RecommendationState>> steps, int from, PointSink.OfUnit sink) {
        var forces = new TreeSet<>(responses.keySet());
        steps.forEach(step -> forces.addAll(step.state().answers().keySet()));
        forces.forEach(force -> trace(force, steps, from, sink));
    }

    private void trace(ForceCode force, List<Step<RecommendationState>> steps, int from, PointSink.OfUnit sink) {
        var path = responses.computeIfAbsent(force, absent -> new UnitPath(points.member(id, force.value())));
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
        path.replaceFrom(from, tail, sink);
    }

    /** The day from which an answer not given is overdue, without any entry. */
    private static int overdueFrom(RecommendationState state) {
        var issued = state.issued();
        return issued == null ? Step.NEVER : Step.day(issued.responseDueOn()) + 1;
    }

    private @Nullable UnitState response(int member, RecommendationState state, ForceCode force, int day) {
        var answer = state.answers().get(force);
        if (answer == null) {
            return null;
        }
        var issued = requireNonNull(state.issued(), "forces are named by its issue");
        var at = new ResponseAt(id, force, issued.responseDueOn(), answer, LocalDate.ofEpochDay(day));
        int profile = points.profile(Dimensions.OF_RESPONSES.fixedValues(at));
        int version = points.version(member, profile, UnitState.NOBODY, UnitState.NOT_REPORTED, UnitState.NOT_REFERRED);
        return new UnitState(version, points.state(Dimensions.OF_RESPONSES.changingValues(at)));
    }
}
