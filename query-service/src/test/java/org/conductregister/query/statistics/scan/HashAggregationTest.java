package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.Selection;

/** A hash aggregation against a map. */
class HashAggregationTest {

    @Property(tries = 60)
    void groupsAreTheCellsWhoseCountIsNotZero(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var snapshot = index.ofUnit();
        var plan = new QueryPlanCache()
                .plan(new Selection(Unit.ALLEGATIONS, Population.EVERYTHING, Map.of(), List.of("category")));
        var layout = plan.grouping().layout(snapshot);
        int profileParts = layout.profiles() == null ? 0 : layout.profiles().count();
        int stateParts = layout.states().count();
        var counts = new HashAggregation(layout);
        var model = new HashMap<List<Integer>, Integer>();
        for (int i = 0; profileParts * stateParts > 0 && i < 3_000; i++) {
            int part = random.nextInt(profileParts);
            int offset = random.nextInt(stateParts + 1);
            int delta = random.nextInt(3) - 1;
            counts.add(part, offset, delta);
            if (offset != 0) {
                model.merge(List.of(part, offset), delta, Integer::sum);
            }
        }

        var expected = new ArrayList<Group>();
        model.forEach((cell, count) -> {
            if (count != 0) {
                expected.add(layout.group(cell.get(0), cell.get(1), count));
            }
        });
        assertThat(counts.groups()).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(counts.groups().stream().map(group -> group.values().toString()))
                .isSorted();
    }
}
