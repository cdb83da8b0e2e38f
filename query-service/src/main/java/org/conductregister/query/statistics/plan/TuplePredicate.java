package org.conductregister.query.statistics.plan;

import java.util.Arrays;
import java.util.function.Predicate;
import org.conductregister.query.statistics.column.TupleDictionary;

/** Whether a tuple is wanted. */
@FunctionalInterface
interface TuplePredicate {

    TuplePredicate ALL = (tuples, number) -> true;

    boolean passes(TupleDictionary tuples, int number);

    default TuplePredicate and(TuplePredicate other) {
        return this == ALL ? other : (tuples, number) -> passes(tuples, number) && other.passes(tuples, number);
    }

    /** By the value at one place: looked at once, however many tuples have it. What threads find out at once they find alike. */
    static TuplePredicate at(int place, Predicate<Object> wanted) {
        return new OfValue(place, wanted);
    }

    /** See {@link #at}. */
    final class OfValue implements TuplePredicate {

        private static final byte UNKNOWN = 0;
        private static final byte PASSES = 1;
        private static final byte FAILS = 2;

        private final int place;
        private final Predicate<Object> wanted;
        private byte[] verdicts = new byte[16];

        private OfValue(int place, Predicate<Object> wanted) {
            this.place = place;
            this.wanted = wanted;
        }

        @Override
        public boolean passes(TupleDictionary tuples, int number) {
            int code = tuples.code(number, place);
            var known = verdicts;
            if (code >= known.length) {
                known = Arrays.copyOf(known, Math.max(code + 1, 2 * known.length));
                verdicts = known;
            }
            if (known[code] == UNKNOWN) {
                known[code] = wanted.test(tuples.valueOf(place, code)) ? PASSES : FAILS;
            }
            return known[code] == PASSES;
        }
    }
}
