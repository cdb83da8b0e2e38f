package org.conductregister.query.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.conductregister.query.disclosure.attack.Knowledge.Secret;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Finds the secrets that somebody could work out: by exchanges first, then by ojAlgo's linear and integer solvers. The same knowledge always gives the
 * same answer, unless time runs out. Not thread-safe.
 *
 * <p>Each secret is looked at among the unknowns nearest to it, the others as they truly are; where it has too few values then,
 * among more of them. A part that is too large to be looked at as a whole can leave a secret exposed that is none.
 */
public final class SafetyCheck {

    /** So many unknowns, the nearest, move at a time; the last number is the most that are looked at together. */
    private static final int[] SIZES = {24, 60, 160};

    private static final long MOST_MILLIS_A_PROBLEM = 1_000;
    private static final long SEED = 2026;

    /** So many attempts are made by exchanges before a solver is asked. */
    private static final int MOST_EXCHANGES = 24;

    private final TimeLimit limit;

    public SafetyCheck(TimeLimit limit) {
        this.limit = limit;
    }

    /**
     * The secrets for which fewer values than they are to have were found.
     *
     * @param of which secrets are looked for; the others are taken to be safe
     * @throws TimeRanOutException where that was not found out in time
     */
    public List<Secret> exposed(Knowledge knowledge, Predicate<Secret> of) {
        var parts = Component.of(knowledge, of);
        var exposed = new ArrayList<>(parts.told());
        for (var component : parts.components()) {
            exposed.addAll(new Search(component).exposed());
        }
        return exposed;
    }

    /**
     * The secrets that certainly have one value alone: bounds leave no other. Without a solver; O(unknowns) for each narrowing.
     *
     * @param of which secrets are looked for
     */
    public static List<Secret> told(Knowledge knowledge, Predicate<Secret> of) {
        return Component.of(knowledge, of).told();
    }

    /** The search for other populations in one part. */
    private final class Search {

        private final Component component;
        private final Neighbours neighbours;
        private final List<Secret> secrets;
        private final List<Set<Long>> values = new ArrayList<>();
        private final Random random = new Random(SEED);
        private final Exchanges exchanges;

        Search(Component component) {
            this.component = component;
            this.neighbours = new Neighbours(component);
            this.exchanges = new Exchanges(component, new Random(SEED));
            this.secrets = component.secrets();
            for (var secret : secrets) {
                var found = new HashSet<Long>();
                found.add(Component.sum(secret.unknowns(), component.truth()));
                values.add(found);
            }
        }

        List<Secret> exposed() {
            var exposed = new ArrayList<Secret>();
            for (int i = 0; i < secrets.size(); i++) {
                exchange(i);
                for (int size : SIZES) {
                    if (isOpen(i)) {
                        look(i, neighbours.of(secrets.get(i).unknowns(), size));
                    }
                }
                if (isOpen(i)) {
                    exposed.add(secrets.get(i));
                }
            }
            return exposed;
        }

        /** Looks for other values by exchanges, which settle most secrets without a solver. */
        private void exchange(int index) {
            var secret = secrets.get(index);
            for (int attempt = 0; attempt < MOST_EXCHANGES && isOpen(index); attempt++) {
                limit.check();
                int by = 1 + attempt / 2 % Math.max(1, secret.possibilities() - 1);
                var found = exchanges.find(secret.unknowns(), attempt % 2 == 0 ? by : -by);
                if (found != null) {
                    note(found);
                }
            }
        }

        private boolean isOpen(int index) {
            return values.get(index).size() < secrets.get(index).possibilities();
        }

        private void look(int index, int[] movable) {
            var secret = secrets.get(index);
            for (int sign = 1; sign >= -1 && isOpen(index); sign -= 2) {
                solve(weights(index, sign), movable, null, 0);
            }
            long truth = Component.sum(secret.unknowns(), component.truth());
            for (int step = 1; step < secret.possibilities() && isOpen(index); step++) {
                for (long value : new long[] {truth + step, truth - step}) {
                    if (value >= 0 && isOpen(index) && !values.get(index).contains(value)) {
                        solve(new double[component.truth().length], movable, secret, value);
                    }
                }
            }
        }

        /** One secret up or down, and others with it by chance. */
        private double[] weights(int index, int sign) {
            var weights = new double[component.truth().length];
            for (int i = 0; i < secrets.size(); i++) {
                double weight = i == index ? 16 * sign : isOpen(i) ? random.nextInt(5) - 2 : 0;
                for (int unknown : secrets.get(i).unknowns()) {
                    weights[unknown] += weight;
                }
            }
            return weights;
        }

        private void solve(double[] weights, int[] movable, @Nullable Secret fixed, long value) {
            if (!solve(weights, movable, fixed, value, false)) {
                solve(weights, movable, fixed, value, true);
            }
        }

        /**
         * Looks for the population that weighs most, in which a secret has a value where one is given.
         *
         * @param whole whether the solver is told that only whole numbers will do
         * @return whether the question is settled: such a population was found, or there is none
         */
        private boolean solve(double[] weights, int[] movable, @Nullable Secret fixed, long value, boolean whole) {
            limit.check();
            var model = new ExpressionsBasedModel();
            model.options.time_abort = Math.max(1, Math.min(MOST_MILLIS_A_PROBLEM, limit.millisLeft()));
            var place = new int[component.truth().length];
            Arrays.fill(place, -1);
            for (int i = 0; i < movable.length; i++) {
                int unknown = movable[i];
                place[unknown] = i;
                var variable = model.addVariable()
                        .lower(component.least()[unknown])
                        .upper(Math.min(component.most()[unknown], farEnough(unknown)))
                        .integer(whole);
                if (weights[unknown] != 0) {
                    variable.weight(weights[unknown]);
                }
            }
            for (int number : neighbours.statementsOf(movable)) {
                var statement = component.statements().get(number);
                constrain(model, place, statement.unknowns(), statement.least(), statement.most());
            }
            if (fixed != null) {
                constrain(model, place, fixed.unknowns(), value, value);
            }
            var result = model.maximise();
            return !result.getState().isFeasible() || note(result, movable);
        }

        private void constrain(ExpressionsBasedModel model, int[] place, int[] unknowns, long least, long most) {
            long fixed = 0;
            var expression = model.addExpression();
            for (int unknown : unknowns) {
                if (place[unknown] < 0) {
                    fixed += component.truth()[unknown];
                } else {
                    expression.set(place[unknown], 1);
                }
            }
            if (least == most) {
                expression.level(least - fixed);
            } else {
                expression.lower(least - fixed);
                if (most != Knowledge.UNBOUNDED) {
                    expression.upper(most - fixed);
                }
            }
        }

        /** An unknown without a bound need not move far to give a secret other values, and solvers like bounds. */
        private int farEnough(int unknown) {
            return component.truth()[unknown] + 1_000;
        }

        /** Notes down the values of all secrets, if the solution is of whole numbers and fulfils all statements. */
        private boolean note(Optimisation.Result result, int[] movable) {
            var numbers = component.truth().clone();
            for (int i = 0; i < movable.length; i++) {
                numbers[movable[i]] = (int) Math.round(result.doubleValue(i));
            }
            return note(numbers);
        }

        private boolean note(int[] numbers) {
            if (!component.admits(numbers)) {
                return false;
            }
            for (int i = 0; i < secrets.size(); i++) {
                if (isOpen(i)) {
                    values.get(i).add(Component.sum(secrets.get(i).unknowns(), numbers));
                }
            }
            return true;
        }
    }
}
