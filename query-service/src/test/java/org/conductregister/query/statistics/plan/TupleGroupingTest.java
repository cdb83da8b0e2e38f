package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.TupleDictionary;

/** Parts against the lists of the values that they stand for. */
class TupleGroupingTest {

    @Property(tries = 60)
    void tuplesWithTheSameValuesAreOnePart(@ForAll Random random) {
        var tuples = new TupleDictionary(3);
        var predicate = TuplePredicate.onField(0, value -> (int) value != 1);
        var grouping = new TupleGrouping(predicate, new int[] {2, 0});
        var parts = new ArrayList<List<Object>>();
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 30; i++) {
                tuples.numberOf(new Object[] {random.nextInt(4), random.nextInt(4), random.nextInt(4)});
            }
            var view = tuples.view();
            var found = grouping.parts(view);
            for (int tuple = 0; tuple < view.size(); tuple++) {
                var values = List.of(view.value(tuple, 2), view.value(tuple, 0));
                boolean passes = (int) view.value(tuple, 0) != 1;
                if (passes && !parts.contains(values)) {
                    parts.add(values);
                }
                int expected = passes ? parts.indexOf(values) : TupleGrouping.NO_PART;
                assertThat(found.partOfTuple()[tuple]).isEqualTo(expected);
                assertThat(grouping.part(view, tuple)).isEqualTo(expected);
            }
            assertThat(found.tuples()).isEqualTo(view.size());
            assertThat(found.count()).isEqualTo(parts.size()).isEqualTo(grouping.count());
        }
        for (int part = 0; part < parts.size(); part++) {
            assertThat(grouping.values(part)).isEqualTo(parts.get(part));
        }
    }

    @net.jqwik.api.Example
    void allTuplesAreOnePartWhereNothingIsGroupedOrLimited() {
        assertThat(new TupleGrouping(TuplePredicate.ALL, new int[0]).isOnePart())
                .isTrue();
        assertThat(new TupleGrouping(TuplePredicate.ALL, new int[] {0}).isOnePart())
                .isFalse();
        assertThat(new TupleGrouping((tuples, tuple) -> true, new int[0]).isOnePart())
                .isFalse();
    }
}
