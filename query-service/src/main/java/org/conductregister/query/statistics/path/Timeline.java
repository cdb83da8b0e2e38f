package org.conductregister.query.statistics.path;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;
import org.conductregister.query.statistics.history.RecordHistory;

/**
 * The state that the facts of one record add up to, day by day. A fact that comes last in order of the day is added to the
 * state there is; any other has all facts folded again.
 *
 * @param <S> what the record's fold makes
 */
final class Timeline<S> {

    /** The fold of a kind of record. */
    record Fold<S>(S initial, Evolution<S> evolution) {

        /** The states that the entries of a record add up to, day by day. */
        List<Step<S>> all(List<Logged> entries) {
            var steps = new ArrayList<Step<S>>();
            var state = initial;
            for (var entry : new History(entries).inEffect()) {
                state = evolution.evolve(state, entry.day(), entry.fact());
                int day = Step.day(entry.day());
                if (!steps.isEmpty() && steps.getLast().day() == day) {
                    steps.removeLast();
                }
                steps.add(new Step<>(day, state));
            }
            return steps;
        }
    }

    @FunctionalInterface
    interface Evolution<S> {

        S evolve(S before, LocalDate day, Fact fact);
    }

    private final Fold<S> fold;
    private final RecordHistory chain;
    private S last;
    private int lastDay = Step.BEGINNING;

    Timeline(Fold<S> fold, RecordHistory chain) {
        this.fold = fold;
        this.chain = chain;
        this.last = fold.initial();
    }

    /** Begins with what has been taken in before, and returns the states of that. */
    List<Step<S>> restore(List<Logged> entries) {
        var steps = fold.all(entries);
        last(steps);
        return steps;
    }

    /** The state after everything that is in effect, whatever its day. */
    S last() {
        return last;
    }

    /** Whether a fact comes last in order of the day: nothing is another then before its day. */
    boolean goesOnWith(Fact fact) {
        return Step.day(fact.occurredOn()) >= lastDay && !(fact instanceof Correction);
    }

    /**
     * Takes in an entry.
     *
     * @return the first day at whose end the state may be another now; {@link Step#BEGINNING} when that is not known
     */
    int take(EntryId entryId, Fact fact) {
        boolean goesOn = goesOnWith(fact);
        var kept = chain.add(entryId, fact);
        if (!goesOn) {
            last(fold.all(chain.entries()));
            return Step.BEGINNING;
        }
        last = fold.evolution().evolve(last, fact.occurredOn(), kept);
        lastDay = Step.day(fact.occurredOn());
        return lastDay;
    }

    private void last(List<Step<S>> steps) {
        last = steps.isEmpty() ? fold.initial() : steps.getLast().state();
        lastDay = steps.isEmpty() ? Step.BEGINNING : steps.getLast().day();
    }

    /** The states from a day on: the first step is no earlier than that day. */
    List<Step<S>> from(int day) {
        if (lastDay == Step.BEGINNING) {
            return List.of();
        }
        if (day >= lastDay) {
            return List.of(new Step<>(day, last));
        }
        var steps = fold.all(chain.entries());
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
