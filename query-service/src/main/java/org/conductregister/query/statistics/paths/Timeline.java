package org.conductregister.query.statistics.paths;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.conductregister.entries.History;
import org.conductregister.entries.History.Logged;
import org.conductregister.facts.CaseFact.NoteAdded;
import org.conductregister.facts.Correction;
import org.conductregister.facts.EntryId;
import org.conductregister.facts.Fact;

/**
 * The facts of one record and the state they add up to, day by day. A fact that comes last in order of the day is added
 * to the state there is; any other has all facts folded again.
 *
 * @param <S> what the record's fold makes
 */
final class Timeline<S> {

    /** The fold of a kind of record. */
    record Fold<S>(S initial, Evolution<S> evolution) {}

    @FunctionalInterface
    interface Evolution<S> {

        S evolve(S before, LocalDate day, Fact fact);
    }

    private final Fold<S> fold;
    private Fact[] facts = new Fact[2];
    private long[] entryIds = new long[4];
    private int size;
    private S last;
    private int lastDay = Step.BEGINNING;
    private long lastPosition;

    Timeline(Fold<S> fold) {
        this.fold = fold;
        this.last = fold.initial();
    }

    /** Of the last entry taken in; 0 before any. */
    long lastPosition() {
        return lastPosition;
    }

    /** The state after everything that is in effect, whatever its day. */
    S last() {
        return last;
    }

    /**
     * Takes in an entry.
     *
     * @return the first day at whose end the state may be another now; {@link Step#BEGINNING} when that is not known
     */
    int take(long position, EntryId entryId, Fact fact) {
        lastPosition = position;
        if (fact instanceof NoteAdded) {
            return Step.NEVER;
        }
        keep(entryId, fact);
        int day = Step.day(fact.occurredOn());
        if (day < lastDay || fact instanceof Correction) {
            return foldAgain();
        }
        last = fold.evolution().evolve(last, fact.occurredOn(), fact);
        lastDay = day;
        return day;
    }

    private int foldAgain() {
        var steps = all();
        last = steps.isEmpty() ? fold.initial() : steps.getLast().state();
        lastDay = steps.isEmpty() ? Step.BEGINNING : steps.getLast().day();
        return Step.BEGINNING;
    }

    private void keep(EntryId entryId, Fact fact) {
        if (size == facts.length) {
            int larger = size + (size >> 1) + 1;
            facts = Arrays.copyOf(facts, larger);
            entryIds = Arrays.copyOf(entryIds, 2 * larger);
        }
        facts[size] = fact;
        entryIds[2 * size] = entryId.value().getMostSignificantBits();
        entryIds[2 * size + 1] = entryId.value().getLeastSignificantBits();
        size++;
    }

    /** The states from a day on: the first step is no earlier than that day. */
    List<Step<S>> from(int day) {
        if (lastDay == Step.BEGINNING) {
            return List.of();
        }
        if (day >= lastDay) {
            return List.of(new Step<>(day, last));
        }
        var steps = all();
        int first = 0;
        while (steps.get(first).day() < day && steps.get(first + 1).day() <= day) {
            first++;
        }
        if (steps.get(first).day() < day) {
            steps.set(first, new Step<>(day, steps.get(first).state()));
        }
        return steps.subList(first, steps.size());
    }

    private List<Step<S>> all() {
        var steps = new ArrayList<Step<S>>();
        var state = fold.initial();
        for (var entry : new History(logged()).inEffect()) {
            state = fold.evolution().evolve(state, entry.day(), entry.fact());
            int day = Step.day(entry.day());
            if (!steps.isEmpty() && steps.getLast().day() == day) {
                steps.removeLast();
            }
            steps.add(new Step<>(day, state));
        }
        return steps;
    }

    private List<Logged> logged() {
        var logged = new ArrayList<Logged>(size);
        for (int i = 0; i < size; i++) {
            logged.add(new Logged(new EntryId(new UUID(entryIds[2 * i], entryIds[2 * i + 1])), facts[i]));
        }
        return logged;
    }
}
