package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.disclosure.attack.TimeLimit;
import org.conductregister.query.disclosure.attack.TimeRanOutException;
import org.conductregister.query.disclosure.hiding.FrequencyTable;
import org.conductregister.query.disclosure.hiding.SecondarySuppression;
import org.jspecify.annotations.Nullable;

/** A table that is not published yet, and the choice of what to hide in it. Not thread-safe. */
final class TableDraft {

    /** The number of times that more is hidden around one cell, before it is given up. */
    static final int STEPS = 4;

    private final PublishedTable asCounted;
    private final Map<List<@Nullable Object>, Integer> numbers = new HashMap<>();
    private final Map<Integer, Integer> steps = new HashMap<>();
    private final SecondarySuppression suppression;
    private final TimeLimit limit;

    /**
     * Hides what is small, and what tables published before hide.
     *
     * @param related tables published before that have to do with it
     * @param limit for all that is hidden beside
     */
    TableDraft(PublishedTable asCounted, List<Released> related, TimeLimit limit) {
        this.asCounted = asCounted;
        this.limit = limit;
        var counts = asCounted.counts();
        for (int i = 0; i < counts.cells(); i++) {
            numbers.put(asCounted.valuesOf(i), i);
        }
        var hidden = new BitSet();
        var held = new BitSet();
        var known = new BitSet();
        var rule = asCounted.rule();
        for (var released : related) {
            if (released.question().population().equals(asCounted.question().population())) {
                carryOver(released, hidden, held, known);
            }
        }
        for (int i = 0; i < counts.cells(); i++) {
            if (rule.isSmall(counts.count(i))) {
                hidden.set(i);
            }
        }
        this.suppression =
                new SecondarySuppression(counts, rule.suppressBelow(), rule.possibilities(), hidden, held, known);
    }

    /** The same population and dimensions: what was hidden is hidden still, and what was shown is known, unless it changed much. */
    private void carryOver(Released released, BitSet hidden, BitSet held, BitSet known) {
        var theirs = released.question().groupBy();
        var ours = asCounted.dimensions();
        var byValues = released.byValues();
        for (int i = 0; i < asCounted.counts().cells(); i++) {
            var values = asCounted.valuesOf(i);
            var inTheirs = inPlaces(values, ours, theirs);
            if (inTheirs == null) {
                continue;
            }
            var cell = byValues.get(inTheirs);
            long before = cell == null ? 0 : cell.count();
            if (Math.abs(before - asCounted.counts().count(i))
                    >= asCounted.rule().suppressBelow()) {
                continue;
            }
            if (cell != null && cell.state().isHidden()) {
                hidden.set(i);
                if (!(cell.state() == CellState.SMALL
                        && asCounted.rule().isSmall(asCounted.counts().count(i)))) {
                    held.set(i);
                }
            } else if (cell == null || cell.state() == CellState.SHOWN) {
                known.set(i);
            }
        }
    }

    /** The values of a cell in the order of other dimensions; null where it is told apart by one that they lack. */
    private static @Nullable List<@Nullable Object> inPlaces(
            List<@Nullable Object> values, List<String> ours, List<String> theirs) {
        var inTheirs = new ArrayList<@Nullable Object>();
        for (var dimension : theirs) {
            int at = ours.indexOf(dimension);
            inTheirs.add(at < 0 ? null : values.get(at));
        }
        for (int k = 0; k < ours.size(); k++) {
            if (values.get(k) != null && !theirs.contains(ours.get(k))) {
                return null;
            }
        }
        return inTheirs;
    }

    DisclosureRule rule() {
        return asCounted.rule();
    }

    void hide(List<@Nullable Object> values) {
        suppression.hide(number(values));
    }

    private int number(List<@Nullable Object> values) {
        return numbers.getOrDefault(values, -1);
    }

    boolean has(List<@Nullable Object> values) {
        return numbers.containsKey(values);
    }

    /** @throws TimeRanOutException where there was no time for that */
    void protectAll() {
        suppression.protectAll(limit::check);
    }

    /**
     * Hides more around a cell; false where all that could be done has been.
     *
     * @throws TimeRanOutException where there was no time for that
     */
    boolean widen(List<@Nullable Object> values) {
        int cell = number(values);
        int step = steps.merge(cell, 1, Integer::sum) - 1;
        if (step >= STEPS) {
            return false;
        }
        suppression.widen(cell, step);
        protectAll();
        return true;
    }

    /** The table as it would be published by now. */
    PublishedTable table() {
        var counts = asCounted.counts();
        var hidden = suppression.hidden();
        var held = suppression.held();
        var states = new ArrayList<CellState>();
        for (int i = 0; i < counts.cells(); i++) {
            states.add(state(i, counts, hidden, held));
        }
        return asCounted.with(states);
    }

    private CellState state(int cell, FrequencyTable counts, BitSet hidden, BitSet held) {
        if (!hidden.get(cell)) {
            return CellState.SHOWN;
        } else if (held.get(cell)) {
            return CellState.HELD;
        }
        // A margin may be hidden for other reasons, so nobody knows that it is small
        return rule().isSmall(counts.count(cell)) && counts.margins(cell) == 0 ? CellState.SMALL : CellState.SECONDARY;
    }
}
