package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.TupleDictionary;

/** A condition on one field against the condition itself. */
class TuplePredicateTest {

    @Property(tries = 60)
    void aTuplePassesByItsValueAndEachValueIsTestedOnce(@ForAll Random random) {
        var tuples = new TupleDictionary(2);
        var tested = new HashMap<Object, Integer>();
        var low = TuplePredicate.onField(0, value -> {
            tested.merge(value, 1, Integer::sum);
            return (int) value < 20;
        });
        var even = TuplePredicate.onField(1, value -> (int) value % 2 == 0);
        var both = TuplePredicate.ALL.and(low).and(even);
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 60; i++) {
                tuples.numberOf(new Object[] {random.nextInt(40), random.nextInt(4)});
            }
            var view = tuples.view();
            for (int tuple = 0; tuple < view.size(); tuple++) {
                boolean isLow = (int) view.value(tuple, 0) < 20;
                boolean isEven = (int) view.value(tuple, 1) % 2 == 0;
                assertThat(low.passes(view, tuple)).isEqualTo(isLow);
                assertThat(both.passes(view, tuple)).isEqualTo(isLow && isEven);
                assertThat(TuplePredicate.ALL.passes(view, tuple)).isTrue();
            }
        }
        assertThat(Set.copyOf(tested.values())).containsExactly(1);
    }
}
