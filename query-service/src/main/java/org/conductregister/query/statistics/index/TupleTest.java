package org.conductregister.query.statistics.index;

import java.util.Arrays;
import java.util.function.Predicate;

/** Whether a tuple is wanted. */
@FunctionalInterface
interface TupleTest {

    TupleTest ALL = (tuples, number) -> true;

    boolean passes(Tuples tuples, int number);

    default TupleTest and(TupleTest other) {
        return this == ALL ? other : (tuples, number) -> passes(tuples, number) && other.passes(tuples, number);
    }

    /** By the value at one place: looked at once, however many tuples have it. What threads find out at once they find alike. */
    static TupleTest at(int place, Predicate<Object> wanted) {
        return new OfValue(place, wanted);
    }

    /** See {@link #at}. */
    final class OfValue implements TupleTest {

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
        public boolean passes(Tuples tuples, int number) {
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
