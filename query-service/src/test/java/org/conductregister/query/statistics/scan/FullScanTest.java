package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;

/** Forward or back, against a look at every version. */
class FullScanTest {

    @Property(tries = 200)
    void theCountsAreThoseOfTheStatesAtTheDay(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        int known = random.nextInt(3) == 0 ? index.rows().size() : index.anyKnown();
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay()) + random.nextInt(2 * RandomIndex.DAYS);
        var counts = new int[layout.cells()];

        new FullScan(plan, layout, snapshot, known).addUpTo(DayCode.upTo(day), counts);

        assertThat(PointScanTest.asMap(layout.groups(counts)))
                .isEqualTo(RandomSelections.counts(selection, index, known, day));
    }

    @Property(tries = 10)
    void beforeAllDaysThereIsNothing(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        var counts = new int[layout.cells()];
        new FullScan(plan, layout, snapshot, index.rows().size()).addUpTo(-1, counts);
        assertThat(selection.unit()).isEqualTo(index.unit());
        assertThat(layout.groups(counts)).isEmpty();
    }
}
