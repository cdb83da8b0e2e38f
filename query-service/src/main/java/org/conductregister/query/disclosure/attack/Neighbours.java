package org.conductregister.query.disclosure.attack;

import java.util.Arrays;
import java.util.BitSet;
import java.util.PriorityQueue;

/** Which unknowns of a part are near to one another: those that statements link. Not thread-safe. */
final class Neighbours {

    private final Component component;

    /** The statements about each unknown, by number. */
    private final int[][] statements;

    /** The statements that name an exact sum: what one unknown takes from it another must give back. */
    private final BitSet exact = new BitSet();

    private int order;

    Neighbours(Component component) {
        this.component = component;
        var counts = new int[component.truth().length];
        for (var statement : component.statements()) {
            for (int unknown : statement.unknowns()) {
                counts[unknown]++;
            }
        }
        this.statements = new int[counts.length][];
        Arrays.setAll(statements, i -> new int[counts[i]]);
        for (int number = 0; number < component.statements().size(); number++) {
            var statement = component.statements().get(number);
            exact.set(number, statement.least() == statement.most());
            for (int unknown : statement.unknowns()) {
                statements[unknown][--counts[unknown]] = number;
            }
        }
    }

    /** The numbers of the statements about any of some unknowns, ascending. */
    int[] statementsOf(int[] unknowns) {
        var all = new BitSet();
        for (int unknown : unknowns) {
            for (int statement : statements[unknown]) {
                all.set(statement);
            }
        }
        return all.stream().toArray();
    }

    private record Candidate(int unknown, int untouched, int order) implements Comparable<Candidate> {

        @Override
        public int compareTo(Candidate other) {
            return untouched != other.untouched
                    ? Integer.compare(untouched, other.untouched)
                    : Integer.compare(order, other.order);
        }
    }

    /**
     * The unknowns nearest to some: one after the other, those in the fewest exact sums that none of them is in yet.
     *
     * @param size the most there may be, unless there are more to begin with
     */
    int[] of(int[] unknowns, int size) {
        var chosen = new BitSet();
        var touched = new BitSet();
        var candidates = new PriorityQueue<Candidate>();
        order = 0;
        for (int unknown : unknowns) {
            choose(unknown, chosen, touched, candidates);
        }
        while (chosen.cardinality() < size && !candidates.isEmpty()) {
            var candidate = candidates.poll();
            if (!chosen.get(candidate.unknown())) {
                int untouched = untouched(candidate.unknown(), touched);
                if (untouched < candidate.untouched()) {
                    candidates.add(new Candidate(candidate.unknown(), untouched, candidate.order()));
                } else {
                    choose(candidate.unknown(), chosen, touched, candidates);
                }
            }
        }
        return chosen.stream().toArray();
    }

    private void choose(int unknown, BitSet chosen, BitSet touched, PriorityQueue<Candidate> candidates) {
        chosen.set(unknown);
        for (int statement : statements[unknown]) {
            if (exact.get(statement) && !touched.get(statement)) {
                touched.set(statement);
                for (int other : component.statements().get(statement).unknowns()) {
                    if (!chosen.get(other)) {
                        candidates.add(new Candidate(other, untouched(other, touched), order++));
                    }
                }
            }
        }
    }

    private int untouched(int unknown, BitSet touched) {
        int untouched = 0;
        for (int statement : statements[unknown]) {
            untouched += !exact.get(statement) || touched.get(statement) ? 0 : 1;
        }
        return untouched;
    }
}
