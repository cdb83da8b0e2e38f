package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.cases.CaseState;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.CaseFact;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.facts.OfficerFact;
import org.conductregister.facts.PersonalDataFact;
import org.conductregister.facts.RecommendationFact;
import org.conductregister.officers.OfficerState;
import org.conductregister.query.statistics.history.RecordHistory;
import org.conductregister.recommendations.RecommendationState;

/**
 * The state that the facts of one record fold to, day by day. A fact that is the latest by day is folded onto the last
 * state, at the cost of one step; any other has all facts of the record folded again. Not thread-safe.
 *
 * @param <S> the state
 */
final class Timeline<S> {

    /** The fold of one kind of record. */
    record Fold<S>(S initial, Evolution<S> evolution, boolean leavesOutDuplicates) {

        static final Fold<CaseState> OF_CASES =
                new Fold<>(CaseState.NEW, (before, day, fact) -> before.evolve(day, (CaseFact) fact), true);
        static final Fold<OfficerState> OF_OFFICERS =
                new Fold<>(OfficerState.NEW, (before, day, fact) -> before.evolve(day, (OfficerFact) fact), false);
        static final Fold<RecommendationState> OF_RECOMMENDATIONS = new Fold<>(
                RecommendationState.NEW, (before, day, fact) -> before.evolve(day, (RecommendationFact) fact), false);

        /**
         * The states that the entries of a record fold to: one step for each day on which a fact in effect happened. None of a
         * case that is a duplicate: its facts are those of the case that it duplicates.
         */
        List<Step<S>> all(List<Logged> entries) {
            return all(new History(entries));
        }

        private List<Step<S>> all(History history) {
            var steps = new ArrayList<Step<S>>();
            if (leavesOut(history)) {
                return steps;
            }
            var state = initial;
            for (var entry : history.inEffect()) {
                state = evolution.evolve(state, entry.day(), entry.fact());
                int day = Step.day(entry.day());
                if (!steps.isEmpty() && steps.getLast().day() == day) {
                    steps.removeLast();
                }
                steps.add(new Step<>(day, state));
            }
            return steps;
        }

        private boolean leavesOut(History history) {
            return leavesOutDuplicates && history.markedDuplicate() != null;
        }
    }

    @FunctionalInterface
    interface Evolution<S> {

        S evolve(S before, LocalDate day, Fact fact);
    }

    private final Fold<S> fold;
    private final RecordHistory history;
    private S last;
    private int lastDay = Step.BEGINNING;

    /** Whether all facts are left out at present. */
    private boolean leftOut;

    Timeline(Fold<S> fold, RecordHistory history) {
        this.fold = fold;
        this.history = history;
        this.last = fold.initial();
    }

    /** Starts from the entries that the record has, and returns their states. */
    List<Step<S>> restore(List<Logged> entries) {
        var logged = new History(entries);
        leftOut = fold.leavesOut(logged);
        var steps = fold.all(logged);
        setLast(steps);
        return steps;
    }

    /** The state after all facts in effect, whatever their day. */
    S last() {
        return last;
    }

    /** Whether a fact is the latest by day, and no correction: then no state before its day changes. */
    boolean isInOrder(Fact fact) {
        return Step.day(fact.occurredOn()) >= lastDay && !leftOut && saysWhatHappened(fact);
    }

    private static boolean saysWhatHappened(Fact fact) {
        return !(fact instanceof Correction) && !(fact instanceof PersonalDataFact);
    }

    /**
     * Adds an entry to the history and folds it.
     *
     * @return the first day at whose end the state may differ now; {@link Step#BEGINNING} where that is not known
     */
    int add(EntryId entryId, Fact fact) {
        boolean inOrder = isInOrder(fact);
        var stored = history.add(entryId, fact);
        if (!inOrder) {
            restore(history.entries());
            return Step.BEGINNING;
        }
        last = fold.evolution().evolve(last, fact.occurredOn(), stored);
        lastDay = Step.day(fact.occurredOn());
        return lastDay;
    }

    private void setLast(List<Step<S>> steps) {
        last = steps.isEmpty() ? fold.initial() : steps.getLast().state();
        lastDay = steps.isEmpty() ? Step.BEGINNING : steps.getLast().day();
    }

    /** The states from a day on; the first step is on that day or later. Costs a fold of the record unless the day is its last. */
    List<Step<S>> from(int day) {
        if (lastDay == Step.BEGINNING) {
            return List.of();
        }
        if (day >= lastDay) {
            return List.of(new Step<>(day, last));
        }
        var steps = fold.all(history.entries());
        int first = 0;
        while (steps.get(first).day() < day && steps.get(first + 1).day() <= day) {
            first++;
        }
        if (steps.get(first).day() < day) {
            steps.set(first, new Step<>(day, steps.get(first).state()));
        }
        return steps.subList(first, steps.size());
    }
}
