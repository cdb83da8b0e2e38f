package org.conductregister.query.statistics.column;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Numbers of values: few, and about where a column gets another chunk. */
final class ColumnSizes {

    private static final int CHUNK = IntColumn.CHUNK;

    private ColumnSizes() {}

    static Arbitrary<Integer> sizes() {
        return Arbitraries.frequencyOf(
                Tuple.of(2, Arbitraries.integers().between(0, 70)),
                Tuple.of(1, Arbitraries.integers().between(CHUNK - 2, CHUNK + 2)),
                Tuple.of(1, Arbitraries.integers().between(2 * CHUNK - 1, 2 * CHUNK + 20)));
    }
}
