package org.conductregister.query.disclosure.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.conductregister.query.disclosure.attack.Knowledge.Secret;
import org.conductregister.query.disclosure.attack.Knowledge.Statement;

/**
 * A part of what is known that no statement links to the rest: unknowns that are still open, renumbered, with their bounds.
 *
 * @param truth the true numbers
 * @param least a bound that follows from the statements
 * @param most likewise; {@link Knowledge#UNBOUNDED} for none
 * @param statements of at least two of these unknowns each
 * @param secrets of these unknowns; none is a sum of no unknowns
 */
record Component(int[] truth, int[] least, int[] most, List<Statement> statements, List<Secret> secrets) {

    /**
     * The parts of a system that share no unknown; parts without a secret are left out. Secrets of which nothing is
     * open come as {@code told}.
     */
    record Parts(List<Component> components, List<Secret> told) {}

    /** Narrows bounds as long as statements narrow them, leaves out what is then known, and takes the rest apart. */
    static Parts of(Knowledge knowledge) {
        return new Parting(knowledge).parts();
    }

    /** Whether numbers fulfil every bound and statement. */
    boolean admits(int[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            if (numbers[i] < least[i] || numbers[i] > most[i]) {
                return false;
            }
        }
        for (var statement : statements) {
            long sum = sum(statement.unknowns(), numbers);
            if (sum < statement.least() || sum > statement.most()) {
                return false;
            }
        }
        return true;
    }

    static long sum(int[] unknowns, int[] numbers) {
        long sum = 0;
        for (int unknown : unknowns) {
            sum += numbers[unknown];
        }
        return sum;
    }

    private static final class Parting {

        /** Bounds that move by one at a time could take long; what is not narrowed after so many rounds is left to the solver. */
        private static final int MOST_ROUNDS = 50;

        private final Knowledge knowledge;
        private final int[] truth;
        private final int[] least;
        private final int[] most;

        Parting(Knowledge knowledge) {
            this.knowledge = knowledge;
            this.truth = knowledge.truth();
            this.least = new int[truth.length];
            this.most = new int[truth.length];
            Arrays.fill(most, Knowledge.UNBOUNDED);
        }

        Parts parts() {
            for (int round = 0; round < MOST_ROUNDS; round++) {
                boolean narrowed = false;
                for (var statement : knowledge.statements()) {
                    narrowed |= narrow(statement);
                }
                if (!narrowed) {
                    break;
                }
            }
            return split();
        }

        private boolean narrow(Statement statement) {
            long leastSum = 0;
            long mostSum = 0;
            int unbounded = 0;
            for (int unknown : statement.unknowns()) {
                leastSum += least[unknown];
                if (most[unknown] == Knowledge.UNBOUNDED) {
                    unbounded++;
                } else {
                    mostSum += most[unknown];
                }
            }
            boolean narrowed = false;
            for (int unknown : statement.unknowns()) {
                if (statement.most() != Knowledge.UNBOUNDED) {
                    long upper = statement.most() - (leastSum - least[unknown]);
                    if (upper < most[unknown]) {
                        if (most[unknown] == Knowledge.UNBOUNDED) {
                            unbounded--;
                        } else {
                            mostSum -= most[unknown];
                        }
                        most[unknown] = (int) upper;
                        mostSum += upper;
                        narrowed = true;
                    }
                }
                boolean othersBounded = unbounded == (most[unknown] == Knowledge.UNBOUNDED ? 1 : 0);
                if (othersBounded) {
                    long others = most[unknown] == Knowledge.UNBOUNDED ? mostSum : mostSum - most[unknown];
                    long lower = statement.least() - others;
                    if (lower > least[unknown]) {
                        leastSum += lower - least[unknown];
                        least[unknown] = (int) lower;
                        narrowed = true;
                    }
                }
            }
            return narrowed;
        }

        private boolean isOpen(int unknown) {
            return least[unknown] < most[unknown];
        }

        private int[] open(int[] unknowns) {
            return Arrays.stream(unknowns).filter(this::isOpen).toArray();
        }

        private Parts split() {
            var root = new int[truth.length];
            Arrays.setAll(root, i -> i);
            var told = new ArrayList<Secret>();
            for (var statement : knowledge.statements()) {
                join(root, open(statement.unknowns()));
            }
            for (var secret : knowledge.secrets()) {
                var open = open(secret.unknowns());
                join(root, open);
                if (open.length == 0) {
                    told.add(secret);
                }
            }
            var withSecrets = new boolean[truth.length];
            for (var secret : knowledge.secrets()) {
                for (int unknown : open(secret.unknowns())) {
                    withSecrets[find(root, unknown)] = true;
                }
            }
            var components = new ArrayList<Component>();
            for (int i = 0; i < truth.length; i++) {
                if (withSecrets[i] && find(root, i) == i) {
                    components.add(component(root, i));
                }
            }
            return new Parts(components, told);
        }

        private Component component(int[] root, int of) {
            var members = new ArrayList<Integer>();
            var number = new int[truth.length];
            for (int i = 0; i < truth.length; i++) {
                if (isOpen(i) && find(root, i) == of) {
                    number[i] = members.size();
                    members.add(i);
                }
            }
            var picked = members.stream().mapToInt(Integer::intValue).toArray();
            var statements = new ArrayList<Statement>();
            for (var statement : knowledge.statements()) {
                var open = open(statement.unknowns());
                if (open.length > 1 && find(root, open[0]) == of) {
                    int known = Math.toIntExact(sum(statement.unknowns(), truth) - sum(open, truth));
                    statements.add(new Statement(
                            renumbered(open, number),
                            statement.least() - known,
                            statement.most() == Knowledge.UNBOUNDED ? Knowledge.UNBOUNDED : statement.most() - known));
                }
            }
            var secrets = new ArrayList<Secret>();
            for (var secret : knowledge.secrets()) {
                var open = open(secret.unknowns());
                if (open.length > 0 && find(root, open[0]) == of) {
                    secrets.add(new Secret(secret.subject(), renumbered(open, number), secret.possibilities()));
                }
            }
            return new Component(pick(truth, picked), pick(least, picked), pick(most, picked), statements, secrets);
        }

        private static int[] renumbered(int[] unknowns, int[] number) {
            return Arrays.stream(unknowns).map(unknown -> number[unknown]).toArray();
        }

        private static int[] pick(int[] values, int[] picked) {
            return Arrays.stream(picked).map(i -> values[i]).toArray();
        }

        private static void join(int[] root, int[] unknowns) {
            for (int i = 1; i < unknowns.length; i++) {
                int a = find(root, unknowns[0]);
                int b = find(root, unknowns[i]);
                root[Math.max(a, b)] = Math.min(a, b);
            }
        }

        private static int find(int[] root, int i) {
            int at = i;
            while (root[at] != at) {
                root[at] = root[root[at]];
                at = root[at];
            }
            return at;
        }
    }
}
