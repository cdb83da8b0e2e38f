package org.conductregister.query.statistics.benchmark.generator;

import java.util.Arrays;
import java.util.List;

/** Choices, some drawn more often than others. */
final class Weighted<T> {

    private final List<T> choices;
    private final double[] upTo;

    private Weighted(List<T> choices, double... weights) {
        if (weights.length != choices.size()) {
            throw new IllegalArgumentException("one weight for each choice");
        }
        this.choices = choices;
        this.upTo = weights.clone();
        Arrays.parallelPrefix(upTo, Double::sum);
    }

    static <T> Weighted<T> of(List<T> choices, double... weights) {
        return new Weighted<>(choices, weights);
    }

    /** The first is drawn most often, the second half as often, the third a third as often. */
    static <T> Weighted<T> falling(List<T> choices) {
        var weights = new double[choices.size()];
        Arrays.setAll(weights, i -> 1.0 / (i + 1));
        return new Weighted<>(choices, weights);
    }

    /**
     * The value at a fraction of the sum of all weights.
     *
     * @param fraction from 0 to less than 1
     */
    T at(double fraction) {
        double place = fraction * upTo[upTo.length - 1];
        int i = 0;
        while (upTo[i] <= place) {
            i++;
        }
        return choices.get(i);
    }
}
