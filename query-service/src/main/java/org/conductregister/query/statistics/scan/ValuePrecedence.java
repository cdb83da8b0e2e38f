package org.conductregister.query.statistics.scan;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.NoValue;
import org.conductregister.query.statistics.dimension.OfficerDimension;
import org.conductregister.query.statistics.index.UnitSnapshot;

/**
 * The values that a dimension of officers has in a snapshot, ranked: 0, 1, 2, … in order of precedence. Of the values of an
 * officer's allegations, the one with the lowest rank is the officer's. Immutable.
 */
final class ValuePrecedence {

    private static final int NO_RANK = -1;

    private final boolean fixed;

    /** By profile where the dimension is fixed, else by state less one. */
    private final int[] rankOfTuple;

    /** By rank. */
    private final List<Object> values;

    /** Made in O(n log n) for n different values, and O(1) for each profile or state. */
    ValuePrecedence(OfficerDimension dimension, UnitSnapshot allegations) {
        var features = Dimensions.OF_ALLEGATIONS;
        this.fixed = features.isFixed(dimension.features().getFirst());
        var tuples = fixed ? allegations.profiles() : allegations.states();
        int[] fields = dimension.features().stream().mapToInt(features::field).toArray();
        var distinct = new TreeSet<>(dimension.precedence());
        for (int field : fields) {
            for (int code = 0; code < tuples.distinctValues(field); code++) {
                distinct.add(tuples.valueOf(field, code));
            }
        }
        this.values = List.copyOf(distinct);
        var rankOf = new HashMap<Object, Integer>();
        values.forEach(value -> rankOf.put(value, rankOf.size()));
        int[][] ranks = new int[fields.length][];
        for (int i = 0; i < fields.length; i++) {
            boolean isLast = i == fields.length - 1;
            int field = fields[i];
            ranks[i] = new int[tuples.distinctValues(field)];
            Arrays.setAll(ranks[i], code -> {
                var value = tuples.valueOf(field, code);
                return value.equals(NoValue.ABSENT) && !isLast ? NO_RANK : requireNonNull(rankOf.get(value));
            });
        }
        this.rankOfTuple = new int[tuples.size()];
        Arrays.setAll(rankOfTuple, tuple -> rank(tuples, tuple, fields, ranks));
    }

    /** The rank of a tuple's value in the first of some fields that has one. */
    private static int rank(TupleDictionary.View tuples, int tuple, int[] fields, int[][] ranks) {
        int rank = NO_RANK;
        for (int i = 0; rank == NO_RANK; i++) {
            rank = ranks[i][tuples.code(tuple, fields[i])];
        }
        return rank;
    }

    /** The rank of the value of an allegation; O(1). */
    int rank(int profile, int state) {
        return rankOfTuple[fixed ? profile : state - 1];
    }

    /** The number of values. */
    int size() {
        return values.size();
    }

    /** The value with a rank. */
    Object value(int rank) {
        return values.get(rank);
    }
}
