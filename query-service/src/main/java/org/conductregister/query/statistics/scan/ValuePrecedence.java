package org.conductregister.query.statistics.scan;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.TreeSet;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.conductregister.query.statistics.dimension.Dimensions;
import org.conductregister.query.statistics.dimension.OfficerDimension;
import org.conductregister.query.statistics.index.UnitIndex;

/** What a dimension of people can say, in order of precedence, and which of it each allegation says. */
final class ValuePrecedence {

    private static final int NOTHING = -1;

    private final boolean lasting;
    private final TupleDictionary tuples;
    private final int[] places;

    /** By place, then by code of the value there. */
    private final int[][] ranks;

    private final List<Object> values;

    ValuePrecedence(OfficerDimension dimension, UnitIndex index) {
        var features = Dimensions.OF_ALLEGATIONS;
        this.lasting = features.isLasting(dimension.features().getFirst());
        this.tuples = lasting ? index.profiles() : index.states();
        this.places = dimension.features().stream().mapToInt(features::place).toArray();
        var distinct = new TreeSet<>(dimension.precedence());
        for (int place : places) {
            for (int code = 0; code < tuples.valuesAt(place); code++) {
                distinct.add(tuples.valueOf(place, code));
            }
        }
        this.values = List.copyOf(distinct);
        var rankOf = new HashMap<Object, Integer>();
        values.forEach(value -> rankOf.put(value, rankOf.size()));
        this.ranks = new int[places.length][];
        for (int i = 0; i < places.length; i++) {
            boolean last = i == places.length - 1;
            int place = places[i];
            ranks[i] = new int[tuples.valuesAt(place)];
            Arrays.setAll(ranks[i], code -> {
                var value = tuples.valueOf(place, code);
                return value.equals(Dimensions.ABSENT) && !last ? NOTHING : requireNonNull(rankOf.get(value));
            });
        }
    }

    /** The rank of what an allegation of this profile and state says; the least among a person's is the person's. */
    int of(int profile, int state) {
        int tuple = lasting ? profile : state - 1;
        int rank = NOTHING;
        for (int i = 0; rank == NOTHING; i++) {
            rank = ranks[i][tuples.code(tuple, places[i])];
        }
        return rank;
    }

    int size() {
        return values.size();
    }

    Object value(int rank) {
        return values.get(rank);
    }
}
