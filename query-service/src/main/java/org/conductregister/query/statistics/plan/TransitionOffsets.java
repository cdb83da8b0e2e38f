package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * How far from the first cell of its profile each transition takes off one, and where it adds one. Offset 0 gathers what is not
 * wanted; offset n is that of part n - 1 of the states. New transitions are looked at as they come.
 */
public final class TransitionOffsets {

    private final TransitionDictionary transitions;
    private final TupleGrouping states;
    private volatile Known known = new Known(new int[16], 0);

    /**
     * The offsets of the transitions known so far.
     *
     * @param pairs two numbers for each transition: where it takes off, and where it adds
     * @param transitions how many
     */
    public record Known(int[] pairs, int transitions) {

        public int from(int transition) {
            return pairs[2 * transition];
        }

        public int to(int transition) {
            return pairs[2 * transition + 1];
        }
    }

    TransitionOffsets(TransitionDictionary transitions, TupleGrouping states) {
        this.transitions = transitions;
        this.states = states;
    }

    /** At least the transitions that a view shows. */
    Known upTo(UnitSnapshot view) {
        var now = known;
        return now.transitions() >= view.transitions() ? now : extend(view);
    }

    private synchronized Known extend(UnitSnapshot view) {
        var now = known;
        int count = view.transitions();
        if (now.transitions() >= count) {
            return now;
        }
        var pairs = now.pairs();
        if (2 * count > pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count + (count >> 1));
        }
        var ofStates = states.upTo(view.states()).of();
        for (int transition = now.transitions(); transition < count; transition++) {
            pairs[2 * transition] = offset(transitions.from(transition), ofStates);
            pairs[2 * transition + 1] = offset(transitions.to(transition), ofStates);
        }
        known = new Known(pairs, count);
        return known;
    }

    private static int offset(int state, int[] ofStates) {
        return state == 0 ? 0 : ofStates[state - 1] + 1;
    }
}
