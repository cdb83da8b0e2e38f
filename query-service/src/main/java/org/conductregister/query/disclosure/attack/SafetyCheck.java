package org.conductregister.query.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.conductregister.query.disclosure.attack.Knowledge.Secret;
import org.jspecify.annotations.Nullable;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;

/**
 * Finds the secrets that somebody could work out, by ojAlgo's linear and integer solvers. The same knowledge always gives the
 * same answer, unless time runs out. Not thread-safe.
 */
public final class SafetyCheck {

    /** So many times all open secrets of a part are pushed up or down together, before each is looked at by itself. */
    private static final int ROUNDS_TOGETHER = 8;

    private static final long MOST_MILLIS_A_PROBLEM = 2_000;
    private static final long SEED = 2026;

    private final TimeLimit limit;

    public SafetyCheck(TimeLimit limit) {
        this.limit = limit;
    }

    /**
     * The secrets for which fewer values than they are to have were found.
     *
     * @throws TimeRanOutException where that was not found out in time
     */
    public List<Secret> exposed(Knowledge knowledge) {
        var parts = Component.of(knowledge);
        var exposed = new ArrayList<>(parts.told());
        for (var component : parts.components()) {
            exposed.addAll(new Search(component).exposed());
        }
        return exposed;
    }

    /** The search for other populations in one part. */
    private final class Search {

        private final Component component;
        private final List<Secret> secrets;
        private final List<Set<Long>> values = new ArrayList<>();
        private final Random random = new Random(SEED);

        Search(Component component) {
            this.component = component;
            this.secrets = component.secrets();
            for (var secret : secrets) {
                var found = new HashSet<Long>();
                found.add(Component.sum(secret.unknowns(), component.truth()));
                values.add(found);
            }
        }

        List<Secret> exposed() {
            for (int round = 0; round < ROUNDS_TOGETHER && !open().isEmpty(); round++) {
                push(open(), round);
            }
            for (int secret : open()) {
                alone(secret);
            }
            return open().stream().map(secrets::get).toList();
        }

        private List<Integer> open() {
            var open = new ArrayList<Integer>();
            for (int i = 0; i < secrets.size(); i++) {
                if (values.get(i).size() < secrets.get(i).possibilities()) {
                    open.add(i);
                }
            }
            return open;
        }

        /** All up, all down, then each up or down at random. */
        private void push(List<Integer> which, int round) {
            var weights = new double[component.truth().length];
            for (int secret : which) {
                double weight = round == 0 ? 1 : round == 1 ? -1 : random.nextBoolean() ? 1 : -1;
                for (int unknown : secrets.get(secret).unknowns()) {
                    weights[unknown] += weight * (1 + random.nextInt(8) / 8.0);
                }
            }
            solve(weights, null, 0);
        }

        private void alone(int index) {
            var secret = secrets.get(index);
            var weights = new double[component.truth().length];
            for (int unknown : secret.unknowns()) {
                weights[unknown] = 1;
            }
            long truth = Component.sum(secret.unknowns(), component.truth());
            for (int sign = 1; sign >= -1 && isOpen(index); sign -= 2) {
                for (int i = 0; i < weights.length; i++) {
                    weights[i] = Math.abs(weights[i]) * sign;
                }
                solve(weights, null, 0);
            }
            for (int step = 1; step < secret.possibilities() && isOpen(index); step++) {
                solve(new double[weights.length], secret, truth + step);
                if (isOpen(index)) {
                    solve(new double[weights.length], secret, truth - step);
                }
            }
        }

        private boolean isOpen(int index) {
            return values.get(index).size() < secrets.get(index).possibilities();
        }

        /** Looks for the population that weighs most, in which a secret has a value where one is given. */
        private void solve(double[] weights, @Nullable Secret fixed, long value) {
            limit.check();
            var model = new ExpressionsBasedModel();
            model.options.time_abort = Math.max(1, Math.min(MOST_MILLIS_A_PROBLEM, limit.millisLeft()));
            for (int i = 0; i < weights.length; i++) {
                var unknown =
                        model.addVariable("x" + i).lower(component.least()[i]).integer(true);
                unknown.upper(Math.min(component.most()[i], farEnough(i)));
                if (weights[i] != 0) {
                    unknown.weight(weights[i]);
                }
            }
            int number = 0;
            for (var statement : component.statements()) {
                var expression = model.addExpression("s" + number++);
                for (int unknown : statement.unknowns()) {
                    expression.set(unknown, 1);
                }
                if (statement.least() == statement.most()) {
                    expression.level(statement.least());
                } else {
                    expression.lower(statement.least());
                    if (statement.most() != Knowledge.UNBOUNDED) {
                        expression.upper(statement.most());
                    }
                }
            }
            if (fixed != null) {
                if (value < 0) {
                    return;
                }
                var expression = model.addExpression("secret").level(value);
                for (int unknown : fixed.unknowns()) {
                    expression.set(unknown, 1);
                }
            }
            note(model.maximise());
        }

        /** An unknown without a bound need not move far to give a secret other values, and solvers like bounds. */
        private int farEnough(int unknown) {
            return component.truth()[unknown] + 1_000;
        }

        private void note(Optimisation.Result result) {
            if (!result.getState().isFeasible()) {
                return;
            }
            var numbers = new int[component.truth().length];
            Arrays.setAll(numbers, i -> (int) Math.round(result.doubleValue(i)));
            if (!component.admits(numbers)) {
                return;
            }
            for (int i = 0; i < secrets.size(); i++) {
                values.get(i).add(Component.sum(secrets.get(i).unknowns(), numbers));
            }
        }
    }
}
