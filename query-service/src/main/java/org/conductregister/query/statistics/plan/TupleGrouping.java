package org.conductregister.query.statistics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.conductregister.query.statistics.column.TupleDictionary;
import org.jspecify.annotations.Nullable;

/**
 * Which part of an answer each tuple goes to: tuples that are alike in what is grouped by go together, those not wanted
 * go nowhere. New tuples are told apart as they come.
 */
public final class TupleGrouping {

    public static final int NOWHERE = -1;

    private final TupleDictionary tuples;
    private final TuplePredicate wanted;
    private final int[] places;
    private final Map<Key, Integer> numbers = new HashMap<>();
    private final List<List<Object>> values = new ArrayList<>();
    private volatile Known known = new Known(new int[16], 0, 0);

    /**
     * What is known of the first tuples.
     *
     * @param of the part of each tuple
     * @param tuples how many
     * @param parts how many different
     */
    public record Known(int[] of, int tuples, int parts) {}

    private record Key(int[] codes) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && Arrays.equals(key.codes, codes);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(codes);
        }
    }

    /** @param places of the values grouped by */
    TupleGrouping(TupleDictionary tuples, TuplePredicate wanted, int[] places) {
        this.tuples = tuples;
        this.wanted = wanted;
        this.places = places;
    }

    /** Whether all tuples are of one part. */
    boolean isOnePart() {
        return wanted == TuplePredicate.ALL && places.length == 0;
    }

    boolean isWanted(int tuple) {
        return wanted.passes(tuples, tuple);
    }

    /** At least the first so many tuples. */
    Known upTo(int count) {
        var now = known;
        return now.tuples() >= count ? now : extend(count);
    }

    private synchronized Known extend(int count) {
        var now = known;
        if (now.tuples() >= count) {
            return now;
        }
        var of = now.of();
        if (count > of.length) {
            of = Arrays.copyOf(of, count + (count >> 2));
        }
        for (int tuple = now.tuples(); tuple < count; tuple++) {
            of[tuple] = of(tuple);
        }
        known = new Known(of, count, values.size());
        return known;
    }

    /** The part of one tuple, or {@link #NOWHERE}. */
    synchronized int of(int tuple) {
        if (!isWanted(tuple)) {
            return NOWHERE;
        }
        var codes = new int[places.length];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = tuples.code(tuple, places[i]);
        }
        var key = new Key(codes);
        var number = numbers.get(key);
        return number == null ? add(key, tuple) : number;
    }

    private int add(Key key, int tuple) {
        var of = new ArrayList<Object>(places.length);
        for (int place : places) {
            of.add(tuples.value(tuple, place));
        }
        values.add(List.copyOf(of));
        numbers.put(key, values.size() - 1);
        return values.size() - 1;
    }

    /** How many parts have been met. */
    synchronized int count() {
        return values.size();
    }

    /** The values grouped by, in order of the places. */
    synchronized List<Object> valuesOf(int part) {
        return values.get(part);
    }
}
