package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;

/** The first cells of a range of versions against a look at each. */
class VersionCellsTest {

    @Property(tries = 150)
    void aVersionHasTheFirstCellOfItsProfileIfItIsSelected(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        int versions = index.versions().size();
        if (versions == 0) {
            return;
        }
        var selection = new RandomSelections(random, index.unit()).any();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        if (layout.isOfRollup()) {
            return;
        }
        int lowest = random.nextInt(versions);
        int highest = lowest + random.nextInt(versions - lowest);

        var cells = VersionCells.of(plan, layout, snapshot, lowest, highest);

        var parts = plan.grouping().parts(layout, snapshot);
        for (int version = lowest; version <= highest; version++) {
            var of = index.versions().get(version);
            int expected = RandomSelections.selectsVersion(selection, index, of)
                    ? layout.firstCell(parts, of.profile())
                    : CellLayout.NO_CELL;
            assertThat(cells.firstCell(version)).isEqualTo(expected);
            int at = version - cells.firstVersion();
            assertThat(at >= 0 && at < cells.firstCells().length ? cells.firstCells()[at] : CellLayout.NO_CELL)
                    .isEqualTo(expected);
        }
    }
}
