package org.conductregister.recommendations;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.conductregister.entries.History.InEffect;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.facts.RecommendationFact.ForceProgressGraded;
import org.conductregister.facts.RecommendationFact.ForceResponded;
import org.conductregister.facts.RecommendationFact.RecommendationIssued;
import org.conductregister.terms.Grade;
import org.conductregister.terms.codes.ForceCode;
import org.conductregister.terms.states.ResponseState;
import org.jspecify.annotations.Nullable;

/**
 * The fold of a recommendation's facts. {@link #evolve} is total. Immutable.
 *
 * @param issued null until issued
 * @param answers of each force addressed
 */
public record RecommendationState(
        @Nullable LocalDate issuedOn, @Nullable RecommendationIssued issued, SortedMap<ForceCode, Answer> answers) {

    /**
     * The answer of one force.
     *
     * @param respondedOn the day of its first answer; null while none has come
     * @param accepted as last answered; null where not said
     * @param grade as last graded; null while not
     */
    public record Answer(
            @Nullable LocalDate respondedOn,
            @Nullable Boolean accepted,
            @Nullable Grade grade) {

        static final Answer NONE = new Answer(null, null, null);

        /**
         * The state of the response at the end of a day.
         *
         * @param asAt may be after {@code dueOn}: an answer is overdue from the day after it was due
         */
        public ResponseState state(LocalDate dueOn, LocalDate asAt) {
            if (respondedOn == null) {
                return asAt.isAfter(dueOn) ? ResponseState.OVERDUE : ResponseState.AWAITED;
            }
            return respondedOn.isAfter(dueOn) ? ResponseState.LATE : ResponseState.IN_TIME;
        }
    }

    /** Before any fact. */
    public static final RecommendationState NEW =
            new RecommendationState(null, null, Collections.unmodifiableSortedMap(new TreeMap<>()));

    /** Folds a recommendation's entries, given in order of the day. */
    public static RecommendationState of(Collection<InEffect> inOrder) {
        var state = NEW;
        for (var entry : inOrder) {
            state = state.evolve(entry.day(), (RecommendationFact) entry.fact());
        }
        return state;
    }

    /** The state after one more fact. */
    public RecommendationState evolve(LocalDate day, RecommendationFact fact) {
        return switch (fact) {
            case RecommendationIssued f -> issued(day, f);
            case ForceResponded f -> of(f.force(), a -> responded(a, day, f));
            case ForceProgressGraded f -> of(f.force(), a -> new Answer(a.respondedOn(), a.accepted(), f.grade()));
        };
    }

    private static RecommendationState issued(LocalDate day, RecommendationIssued f) {
        var awaited = new TreeMap<ForceCode, Answer>();
        f.addressedTo().forces().forEach(force -> awaited.put(force, Answer.NONE));
        return new RecommendationState(day, f, Collections.unmodifiableSortedMap(awaited));
    }

    private static Answer responded(Answer before, LocalDate day, ForceResponded f) {
        var first = before.respondedOn() == null ? day : before.respondedOn();
        var accepted = f.accepted() == null ? before.accepted() : f.accepted();
        return new Answer(first, accepted, before.grade());
    }

    private RecommendationState of(ForceCode force, UnaryOperator<Answer> change) {
        if (!answers.containsKey(force)) {
            return this;
        }
        var changed = new TreeMap<>((Map<ForceCode, Answer>) answers);
        changed.put(force, change.apply(answers.get(force)));
        return new RecommendationState(issuedOn, issued, Collections.unmodifiableSortedMap(changed));
    }
}
