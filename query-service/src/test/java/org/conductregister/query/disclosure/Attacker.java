package org.conductregister.query.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;
import org.jspecify.annotations.Nullable;

/**
 * Works out sums of whole numbers, none negative, from statements about other sums: by narrowing bounds, by the simplex method
 * of Commons Math, and by branching where that gives fractions. It shares no code with what protects tables.
 */
final class Attacker {

    private static final double TINY = 1e-6;
    private static final int MOST_BRANCHES = 400;

    private final List<int[]> sums = new ArrayList<>();
    private final List<int[]> bounds = new ArrayList<>();
    private int unknowns;
    private int[] least = {};
    private int[] most = {};
    private boolean narrowed;

    /** Adds an unknown, and returns its number. */
    int unknown() {
        return unknowns++;
    }

    /** A sum lies between two numbers. */
    void learn(List<Integer> sum, int atLeast, int atMost) {
        learn(sum, List.of(), atLeast, atMost);
    }

    /** A sum less another one lies between two numbers. */
    void learn(List<Integer> sum, List<Integer> less, int atLeast, int atMost) {
        var coefficients = new HashMap<Integer, Integer>();
        sum.forEach(i -> coefficients.merge(i, 1, Integer::sum));
        less.forEach(i -> coefficients.merge(i, -1, Integer::sum));
        var flat = new ArrayList<Integer>();
        coefficients.forEach((i, coefficient) -> {
            if (coefficient != 0) {
                flat.add(i);
                flat.add(coefficient);
            }
        });
        sums.add(flat.stream().mapToInt(Integer::intValue).toArray());
        bounds.add(new int[] {atLeast, atMost});
        narrowed = false;
    }

    /** The values that each sum can have, as many as are asked for: all of them where there are fewer. */
    List<Set<Integer>> values(List<List<Integer>> targets, int enough, int upTo) {
        narrow();
        var found = new ArrayList<Set<Integer>>();
        targets.forEach(target -> found.add(new HashSet<>()));
        var random = new Random(7);
        for (int i = 0; i < targets.size(); i++) {
            var range = new int[] {0, upTo};
            for (int sign = 1; sign >= -1 && found.get(i).size() < enough; sign -= 2) {
                var weights = new double[unknowns];
                for (int unknown : targets.get(i)) {
                    weights[unknown] = sign;
                }
                var solution = simplex(weights, Map.of());
                if (solution == null) {
                    throw new IllegalStateException("What is known contradicts itself");
                }
                double extreme = sum(targets.get(i), solution);
                range[sign == 1 ? 1 : 0] =
                        sign == 1 ? Math.min(upTo, (int) Math.floor(extreme + TINY)) : (int) Math.ceil(extreme - TINY);
                note(solution, targets, found);
            }
            for (int value = range[0]; value <= range[1] && found.get(i).size() < enough; value++) {
                if (!found.get(i).contains(value)) {
                    branch(targets.get(i), value, targets, found, random);
                }
            }
        }
        return found;
    }

    private static double sum(List<Integer> target, double[] solution) {
        return target.stream().mapToDouble(i -> solution[i]).sum();
    }

    private static void note(double[] solution, List<List<Integer>> targets, List<Set<Integer>> found) {
        if (firstFraction(solution) < 0) {
            for (int i = 0; i < targets.size(); i++) {
                found.get(i).add((int) Math.round(sum(targets.get(i), solution)));
            }
        }
    }

    private static int firstFraction(double[] solution) {
        for (int i = 0; i < solution.length; i++) {
            if (Math.abs(solution[i] - Math.rint(solution[i])) > TINY) {
                return i;
            }
        }
        return -1;
    }

    /** Looks for whole numbers with which a sum has a value; throws where it cannot be told in so many branches. */
    private void branch(
            List<Integer> target, int value, List<List<Integer>> targets, List<Set<Integer>> found, Random random) {
        var open = new ArrayList<Map<Integer, int[]>>();
        open.add(Map.of());
        learn(target, value, value);
        try {
            for (int branches = 0; !open.isEmpty(); branches++) {
                if (branches > MOST_BRANCHES) {
                    throw new IllegalStateException("Too many branches");
                }
                var limits = open.remove(open.size() - 1);
                var weights = new double[unknowns];
                Arrays.setAll(weights, i -> random.nextInt(9) - 4);
                var solution = simplex(weights, limits);
                if (solution == null) {
                    continue;
                }
                int fraction = firstFraction(solution);
                if (fraction < 0) {
                    note(solution, targets, found);
                    return;
                }
                var below = new HashMap<>(limits);
                var above = new HashMap<>(limits);
                var range = limits.getOrDefault(fraction, new int[] {0, Integer.MAX_VALUE});
                below.put(fraction, new int[] {range[0], (int) Math.floor(solution[fraction])});
                above.put(fraction, new int[] {(int) Math.ceil(solution[fraction]), range[1]});
                open.add(below);
                open.add(above);
            }
        } finally {
            sums.remove(sums.size() - 1);
            bounds.remove(bounds.size() - 1);
            narrowed = true;
        }
    }

    private void narrow() {
        if (narrowed) {
            return;
        }
        least = new int[unknowns];
        most = new int[unknowns];
        Arrays.fill(most, 1_000);
        boolean more = true;
        for (int round = 0; more && round < 30; round++) {
            more = false;
            for (int s = 0; s < sums.size(); s++) {
                more |= narrow(sums.get(s), bounds.get(s));
            }
        }
        narrowed = true;
    }

    private boolean narrow(int[] sum, int[] bound) {
        boolean more = false;
        for (int i = 0; i < sum.length; i += 2) {
            long othersLeast = 0;
            long othersMost = 0;
            for (int j = 0; j < sum.length; j += 2) {
                if (j != i) {
                    othersLeast += sum[j + 1] > 0 ? least[sum[j]] : -most[sum[j]];
                    othersMost += sum[j + 1] > 0 ? most[sum[j]] : -least[sum[j]];
                }
            }
            long upper = bound[1] - othersLeast;
            long lower = bound[0] - othersMost;
            int unknown = sum[i];
            if (sum[i + 1] < 0) {
                long swapped = -lower;
                lower = -upper;
                upper = swapped;
            }
            if (lower > least[unknown]) {
                least[unknown] = (int) lower;
                more = true;
            }
            if (upper < most[unknown]) {
                most[unknown] = (int) upper;
                more = true;
            }
        }
        return more;
    }

    /** The solution that weighs most; null where there is none. What is known for sure is put in, and left out of the problem. */
    private double @Nullable [] simplex(double[] weights, Map<Integer, int[]> limits) {
        var column = new int[unknowns];
        int columns = 0;
        for (int i = 0; i < unknowns; i++) {
            column[i] = least[i] == most[i] ? -1 : columns++;
        }
        var constraints = new ArrayList<LinearConstraint>();
        for (int s = 0; s < sums.size(); s++) {
            var coefficients = new double[columns];
            long known = 0;
            boolean open = false;
            var sum = sums.get(s);
            for (int i = 0; i < sum.length; i += 2) {
                if (column[sum[i]] < 0) {
                    known += (long) sum[i + 1] * least[sum[i]];
                } else {
                    coefficients[column[sum[i]]] = sum[i + 1];
                    known += (long) sum[i + 1] * least[sum[i]];
                    open = true;
                }
            }
            int[] bound = bounds.get(s);
            if (!open) {
                if (known < bound[0] || known > bound[1]) {
                    return null;
                }
            } else if (bound[0] == bound[1]) {
                constraints.add(new LinearConstraint(coefficients, Relationship.EQ, bound[0] - known));
            } else {
                if (bound[0] > Integer.MIN_VALUE) {
                    constraints.add(new LinearConstraint(coefficients, Relationship.GEQ, bound[0] - known));
                }
                if (bound[1] < Integer.MAX_VALUE) {
                    constraints.add(new LinearConstraint(coefficients, Relationship.LEQ, bound[1] - known));
                }
            }
        }
        for (int i = 0; i < unknowns; i++) {
            var limit = limits.getOrDefault(i, new int[] {0, Integer.MAX_VALUE});
            if (column[i] < 0) {
                if (least[i] < limit[0] || least[i] > limit[1]) {
                    return null;
                }
                continue;
            }
            var one = new double[columns];
            one[column[i]] = 1;
            constraints.add(new LinearConstraint(one, Relationship.LEQ, Math.min(most[i], limit[1]) - least[i]));
            if (limit[0] > least[i]) {
                constraints.add(new LinearConstraint(one, Relationship.GEQ, limit[0] - least[i]));
            }
        }
        var solution = new double[unknowns];
        if (columns > 0) {
            var objective = new double[columns];
            for (int i = 0; i < unknowns; i++) {
                if (column[i] >= 0) {
                    objective[column[i]] = weights[i];
                }
            }
            try {
                var point = new SimplexSolver(1e-7, 10, 1e-10)
                        .optimize(
                                new MaxIter(20_000),
                                new LinearObjectiveFunction(objective, 0),
                                new LinearConstraintSet(constraints),
                                GoalType.MAXIMIZE,
                                new NonNegativeConstraint(true))
                        .getPoint();
                for (int i = 0; i < unknowns; i++) {
                    solution[i] = column[i] < 0 ? 0 : point[column[i]];
                }
            } catch (org.apache.commons.math3.optim.linear.NoFeasibleSolutionException e) {
                return null;
            } catch (MathIllegalStateException e) {
                throw new IllegalStateException("The simplex method failed", e);
            }
        }
        for (int i = 0; i < unknowns; i++) {
            solution[i] += least[i];
        }
        return solution;
    }
}
