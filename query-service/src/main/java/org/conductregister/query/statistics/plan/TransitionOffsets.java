package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import org.conductregister.query.statistics.column.TransitionDictionary;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.path.UnitState;

/**
 * The changes that each transition makes to the cells of a profile, as offsets from the first of them: one cell loses
 * a unit, another gains one. Offset 0 is the cell for units not selected; offset {@code n} that of part {@code n - 1}
 * of the states. Transitions added later are looked at when a view that has them is asked about. Any thread may ask.
 */
public final class TransitionOffsets {

    private final TupleGrouping states;
    private volatile Pairs pairs = new Pairs(new int[16], 0);

    /**
     * The offsets of the first transitions.
     *
     * @param offsets two for each transition: of the cell that loses a unit, and of the one that gains it. It may be longer
     *     than the transitions need
     * @param transitions the number of transitions
     */
    public record Pairs(int[] offsets, int transitions) {

        /** The offset of the cell that loses a unit. */
        public int from(int transition) {
            return offsets[2 * transition];
        }

        /** The offset of the cell that gains a unit. */
        public int to(int transition) {
            return offsets[2 * transition + 1];
        }
    }

    /** @param states the parts of the states */
    TransitionOffsets(TupleGrouping states) {
        this.states = states;
    }

    /**
     * The offsets of all transitions of a view, and perhaps of later ones; O(1), but for O(transitions) that are new.
     *
     * @param tuples the states of the same snapshot
     */
    Pairs pairs(TransitionDictionary.View transitions, TupleDictionary.View tuples) {
        var known = pairs;
        return known.transitions() >= transitions.size() ? known : extend(transitions, tuples);
    }

    private synchronized Pairs extend(TransitionDictionary.View transitions, TupleDictionary.View tuples) {
        var known = pairs;
        int size = transitions.size();
        if (known.transitions() >= size) {
            return known;
        }
        var offsets = known.offsets();
        if (2 * size > offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * size + (size >> 1));
        }
        var partOfState = states.parts(tuples).partOfTuple();
        for (int transition = known.transitions(); transition < size; transition++) {
            offsets[2 * transition] = offset(transitions.from(transition), partOfState);
            offsets[2 * transition + 1] = offset(transitions.to(transition), partOfState);
        }
        pairs = new Pairs(offsets, size);
        return pairs;
    }

    private static int offset(int state, int[] partOfState) {
        return state == UnitState.NOT_THERE ? 0 : partOfState[state - 1] + 1;
    }
}
