package org.conductregister.query.statistics.benchmark.generator;

import java.util.SplittableRandom;

/** Chance, the same for the same seed. */
final class RandomDraw {

    private final SplittableRandom random;

    RandomDraw(long seed, long number) {
        this.random = new SplittableRandom(seed * 0x9E37_79B9_7F4A_7C15L + number * 0xD1B5_4A32_D192_ED03L);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Both ends included. */
    int between(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    long below(long end) {
        return random.nextLong(end);
    }

    /** Many short, few long; never less than 0. */
    int about(double mean) {
        return (int) (-Math.log(1 - random.nextDouble()) * mean);
    }

    <T> T of(Weighted<T> choices) {
        return choices.at(random.nextDouble());
    }
}
