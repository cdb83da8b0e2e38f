package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import java.util.function.Predicate;
import org.conductregister.query.statistics.column.TupleDictionary;

/** A condition on tuples. Any thread may test it. */
@FunctionalInterface
interface TuplePredicate {

    /** Every tuple passes. */
    TuplePredicate ALL = (tuples, tuple) -> true;

    /** Whether a tuple passes. */
    boolean passes(TupleDictionary.View tuples, int tuple);

    /** Both conditions. */
    default TuplePredicate and(TuplePredicate other) {
        return this == ALL ? other : (tuples, tuple) -> passes(tuples, tuple) && other.passes(tuples, tuple);
    }

    /**
     * A condition on the value of one field. It is evaluated once for each different value, however many tuples have it; a
     * later test is O(1).
     *
     * @param condition always the same answer for the same value
     */
    static TuplePredicate onField(int field, Predicate<Object> condition) {
        return new OnField(field, condition);
    }

    /** See {@link #onField}. Threads that race evaluate the condition each for itself, with the same result. */
    final class OnField implements TuplePredicate {

        private static final byte UNKNOWN = 0;
        private static final byte PASSES = 1;
        private static final byte FAILS = 2;

        private final int field;
        private final Predicate<Object> condition;

        /** By code of the value. */
        private byte[] results = new byte[16];

        private OnField(int field, Predicate<Object> condition) {
            this.field = field;
            this.condition = condition;
        }

        @Override
        public boolean passes(TupleDictionary.View tuples, int tuple) {
            int code = tuples.code(tuple, field);
            var known = results;
            if (code >= known.length) {
                known = Arrays.copyOf(known, Math.max(code + 1, 2 * known.length));
                results = known;
            }
            byte result = known[code];
            if (result == UNKNOWN) {
                result = condition.test(tuples.valueOf(field, code)) ? PASSES : FAILS;
                known[code] = result;
            }
            return result == PASSES;
        }
    }
}
