package org.conductregister.query.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.conductregister.query.disclosure.attack.Knowledge.Statement;
import org.jspecify.annotations.Nullable;

/**
 * Looks for other populations by exchanges, as WalkSAT looks for assignments: the sum that is secret is moved by a little, then
 * people are moved one at a time until every statement holds again. Most secrets of large tables are settled so, in much less time
 * than by a solver; a population that is not found may be there all the same. Not thread-safe.
 */
final class Exchanges {

    /** The most single moves of one attempt. */
    private static final int MOST_MOVES = 48;

    /** The most unknowns of a statement that are looked at for a move; of a longer one a run of them, begun by chance. */
    private static final int MOST_CANDIDATES = 64;

    private final Component component;
    private final List<Statement> statements;

    /** The statements about each unknown, by number. */
    private final int[][] statementsOf;

    private final Random random;

    /** The population as moved so far, and the sum of each statement in it. */
    private final int[] numbers;

    private final long[] sums;

    /** The numbers of statements that do not hold, in no order, and where each is among them; -1 for none. */
    private final int[] broken;

    private final int[] placeInBroken;
    private int brokenCount;

    private final List<int[]> moves = new ArrayList<>();

    Exchanges(Component component, Random random) {
        this.component = component;
        this.statements = component.statements();
        this.random = random;
        this.numbers = component.truth().clone();
        this.sums = new long[statements.size()];
        this.broken = new int[statements.size()];
        this.placeInBroken = new int[statements.size()];
        Arrays.fill(placeInBroken, -1);
        var counts = new int[numbers.length];
        for (int number = 0; number < sums.length; number++) {
            sums[number] = Component.sum(statements.get(number).unknowns(), numbers);
            for (int unknown : statements.get(number).unknowns()) {
                counts[unknown]++;
            }
        }
        this.statementsOf = new int[numbers.length][];
        Arrays.setAll(statementsOf, unknown -> new int[counts[unknown]]);
        for (int number = 0; number < sums.length; number++) {
            for (int unknown : statements.get(number).unknowns()) {
                statementsOf[unknown][--counts[unknown]] = number;
            }
        }
    }

    /**
     * Makes one attempt to find a population in which a sum is another.
     *
     * @param secret the unknowns of the sum, ascending
     * @param by how much the sum is to differ from the true one
     * @return the numbers of such a population, of which all statements and bounds hold; null where none was found
     */
    int @Nullable [] find(int[] secret, int by) {
        try {
            int step = Integer.signum(by);
            for (int i = 0; i < Math.abs(by); i++) {
                int unknown = anyThatMay(secret, step);
                if (unknown < 0) {
                    return null;
                }
                move(unknown, step);
            }
            for (int made = 0; brokenCount > 0; made++) {
                if (made == MOST_MOVES || !repair(broken[random.nextInt(brokenCount)], secret)) {
                    return null;
                }
            }
            return numbers.clone();
        } finally {
            takeBack();
        }
    }

    private int anyThatMay(int[] unknowns, int step) {
        int begin = random.nextInt(unknowns.length);
        for (int i = 0; i < unknowns.length; i++) {
            int unknown = unknowns[(begin + i) % unknowns.length];
            if (may(unknown, step)) {
                return unknown;
            }
        }
        return -1;
    }

    private boolean may(int unknown, int step) {
        int moved = numbers[unknown] + step;
        return moved >= component.least()[unknown] && moved <= component.most()[unknown];
    }

    /** Makes the move that mends a statement by one and breaks the least else; the secret stays as it is. */
    private boolean repair(int number, int[] secret) {
        var statement = statements.get(number);
        int step = sums[number] > statement.most() ? -1 : 1;
        var unknowns = statement.unknowns();
        int begin = random.nextInt(unknowns.length);
        int best = -1;
        int leastBroken = Integer.MAX_VALUE;
        for (int i = 0; i < Math.min(unknowns.length, MOST_CANDIDATES); i++) {
            int unknown = unknowns[(begin + i) % unknowns.length];
            if (may(unknown, step) && Arrays.binarySearch(secret, unknown) < 0 && !undoes(unknown, step)) {
                int breaks = breaks(unknown, step);
                if (breaks < leastBroken) {
                    leastBroken = breaks;
                    best = unknown;
                }
            }
        }
        if (best < 0) {
            return false;
        }
        move(best, step);
        return true;
    }

    private boolean undoes(int unknown, int step) {
        var last = moves.getLast();
        return last[0] == unknown && last[1] == -step;
    }

    /** Returns the number of persons by which more the statements about an unknown would fail after a move; negative for fewer. */
    private int breaks(int unknown, int step) {
        int breaks = 0;
        for (int number : statementsOf[unknown]) {
            breaks += Integer.signum(Long.compare(failure(number, sums[number] + step), failure(number, sums[number])));
        }
        return breaks;
    }

    private long failure(int number, long sum) {
        var statement = statements.get(number);
        return Math.max(0, Math.max(statement.least() - sum, sum - statement.most()));
    }

    private void move(int unknown, int step) {
        moves.add(new int[] {unknown, step});
        change(unknown, step);
    }

    private void change(int unknown, int step) {
        numbers[unknown] += step;
        for (int number : statementsOf[unknown]) {
            sums[number] += step;
            note(number, failure(number, sums[number]) > 0);
        }
    }

    private void note(int number, boolean isBroken) {
        int place = placeInBroken[number];
        if (isBroken && place < 0) {
            placeInBroken[number] = brokenCount;
            broken[brokenCount++] = number;
        } else if (!isBroken && place >= 0) {
            int last = broken[--brokenCount];
            broken[place] = last;
            placeInBroken[last] = place;
            placeInBroken[number] = -1;
        }
    }

    private void takeBack() {
        for (var move : moves.reversed()) {
            change(move[0], -move[1]);
        }
        moves.clear();
    }
}
