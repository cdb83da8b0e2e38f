package org.conductregister.query.statistics.index;

import java.util.Arrays;

/**
 * How far from the first cell of its profile each move takes off one, and where it adds one. Offset 0 gathers what is not
 * wanted; offset n is that of part n - 1 of the states. New moves are looked at as they come.
 */
final class MoveOffsets {

    private final Moves moves;
    private final Parts states;
    private volatile Known known = new Known(new int[16], 0);

    /**
     * @param pairs two numbers for each move: where it takes off, and where it adds
     * @param moves how many
     */
    record Known(int[] pairs, int moves) {

        int from(int move) {
            return pairs[2 * move];
        }

        int to(int move) {
            return pairs[2 * move + 1];
        }
    }

    MoveOffsets(Moves moves, Parts states) {
        this.moves = moves;
        this.states = states;
    }

    /** At least the moves that a view shows. */
    Known upTo(UnitView view) {
        var now = known;
        return now.moves() >= view.moves() ? now : extend(view);
    }

    private synchronized Known extend(UnitView view) {
        var now = known;
        int count = view.moves();
        if (now.moves() >= count) {
            return now;
        }
        var pairs = now.pairs();
        if (2 * count > pairs.length) {
            pairs = Arrays.copyOf(pairs, 2 * count + (count >> 1));
        }
        var ofStates = states.upTo(view.states()).of();
        for (int move = now.moves(); move < count; move++) {
            pairs[2 * move] = offset(moves.from(move), ofStates);
            pairs[2 * move + 1] = offset(moves.to(move), ofStates);
        }
        known = new Known(pairs, count);
        return known;
    }

    private static int offset(int state, int[] ofStates) {
        return state == 0 ? 0 : ofStates[state - 1] + 1;
    }
}
