package org.conductregister.query.statistics.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.conductregister.query.statistics.column.TupleDictionary;

/**
 * Divides the tuples of a dictionary into parts: the tuples that pass a predicate and have the same values in the fields
 * grouped by are one part. Parts are numbered 0, 1, 2, … in the order of their first tuples. Tuples added to the dictionary
 * later are looked at when a view that has them is asked about. Any thread may ask.
 */
public final class TupleGrouping {

    /** In place of a part: the tuple fails the predicate. */
    public static final int NO_PART = -1;

    private final TuplePredicate predicate;
    private final int[] fields;

    /** By the codes in the fields. */
    private final Map<List<Integer>, Integer> numbers = new HashMap<>();

    /** By the values in the fields, which may be the same for other codes. */
    private final Map<List<Object>, Integer> numbersByValues = new HashMap<>();

    /** By part, the values in the fields. */
    private final List<List<Object>> values = new ArrayList<>();

    private volatile Parts parts = new Parts(new int[16], 0, 0);

    /**
     * The parts of the first tuples.
     *
     * @param partOfTuple by tuple; {@link #NO_PART} for one that fails the predicate. It may be longer than {@code tuples}
     * @param tuples the number of tuples
     * @param count the number of parts
     */
    public record Parts(int[] partOfTuple, int tuples, int count) {}

    /** @param fields those grouped by */
    TupleGrouping(TuplePredicate predicate, int[] fields) {
        this.predicate = predicate;
        this.fields = fields;
    }

    /** Whether all tuples are one part. */
    boolean isOnePart() {
        return predicate == TuplePredicate.ALL && fields.length == 0;
    }

    /** Whether a tuple passes the predicate. */
    boolean passes(TupleDictionary.View tuples, int tuple) {
        return predicate.passes(tuples, tuple);
    }

    /** The parts of all tuples of a view, and perhaps of later ones; O(1), but for O(tuples) that are new. */
    Parts parts(TupleDictionary.View tuples) {
        var known = parts;
        return known.tuples() >= tuples.size() ? known : extend(tuples);
    }

    private synchronized Parts extend(TupleDictionary.View tuples) {
        var known = parts;
        int size = tuples.size();
        if (known.tuples() >= size) {
            return known;
        }
        var partOfTuple = known.partOfTuple();
        if (size > partOfTuple.length) {
            partOfTuple = Arrays.copyOf(partOfTuple, size + (size >> 2));
        }
        for (int tuple = known.tuples(); tuple < size; tuple++) {
            partOfTuple[tuple] = part(tuples, tuple);
        }
        parts = new Parts(partOfTuple, size, values.size());
        return parts;
    }

    /** The part of one tuple, or {@link #NO_PART}; O(fields). */
    synchronized int part(TupleDictionary.View tuples, int tuple) {
        if (!passes(tuples, tuple)) {
            return NO_PART;
        }
        var codes = IntStream.of(fields)
                .mapToObj(field -> tuples.code(tuple, field))
                .toList();
        var number = numbers.get(codes);
        return number == null ? add(codes, tuples, tuple) : number;
    }

    private int add(List<Integer> codes, TupleDictionary.View tuples, int tuple) {
        List<Object> read = IntStream.of(fields)
                .mapToObj(field -> tuples.value(tuple, field))
                .toList();
        int number = numbersByValues.computeIfAbsent(read, added -> {
            values.add(added);
            return values.size() - 1;
        });
        numbers.put(codes, number);
        return number;
    }

    /** The number of parts found so far. */
    synchronized int count() {
        return values.size();
    }

    /** The values that a part has in the fields grouped by, in their order. */
    synchronized List<Object> values(int part) {
        return values.get(part);
    }
}
