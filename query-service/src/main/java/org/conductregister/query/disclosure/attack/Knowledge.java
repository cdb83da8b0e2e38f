package org.conductregister.query.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The knowledge of somebody who has seen published tables: unknown whole numbers with bounds, statements about their
 * sums, and the sums that are to stay secret. It knows the true numbers too, which fulfil every statement. Not
 * thread-safe.
 */
public final class Knowledge {

    /** No upper bound. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    private final List<Integer> truth = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<Secret> secrets = new ArrayList<>();

    /**
     * A sum that is known to lie between two numbers, both included.
     *
     * @param unknowns by number, ascending, each once
     */
    public record Statement(int[] unknowns, int least, int most) {}

    /**
     * A sum that is not to be known too well.
     *
     * @param subject what it is a count of, for whoever asked
     * @param unknowns by number, ascending, each once
     * @param possibilities how many values it must be able to have
     */
    public record Secret(Object subject, int[] unknowns, int possibilities) {}

    /** Adds an unknown, never negative, and returns its number. */
    public int add(int trueNumber) {
        truth.add(trueNumber);
        return truth.size() - 1;
    }

    /**
     * Adds a statement; one about nothing is left out.
     *
     * @throws IllegalArgumentException where it is not true
     */
    public void state(int[] unknowns, int least, int most) {
        int sum = sum(unknowns);
        if (sum < least || sum > most) {
            throw new IllegalArgumentException("%d is not between %d and %d".formatted(sum, least, most));
        }
        if (unknowns.length > 0) {
            statements.add(new Statement(ascending(unknowns), least, most));
        }
    }

    /** Adds a secret. */
    public void protect(Object subject, int[] unknowns, int possibilities) {
        secrets.add(new Secret(subject, ascending(unknowns), possibilities));
    }

    private static int[] ascending(int[] unknowns) {
        var sorted = unknowns.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    /** The true sum of some unknowns. */
    public int sum(int[] unknowns) {
        int sum = 0;
        for (int unknown : unknowns) {
            sum += truth.get(unknown);
        }
        return sum;
    }

    /** The number of unknowns. */
    public int size() {
        return truth.size();
    }

    /** The true numbers, by the numbers of the unknowns. */
    public int[] truth() {
        return truth.stream().mapToInt(Integer::intValue).toArray();
    }

    public List<Statement> statements() {
        return List.copyOf(statements);
    }

    public List<Secret> secrets() {
        return List.copyOf(secrets);
    }
}
