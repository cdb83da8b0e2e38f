package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Filter;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;

/** Cells of profiles and states against the values grouped by. */
class GroupingPlanTest {

    @Property(tries = 150)
    void theCellOfAProfileAndAStateIsThatOfTheirValues(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var selections = new RandomSelections(random, index.unit());
        var selection = (random.nextBoolean() ? selections.any() : selections.ofRollup()).onAnyDay();
        int rollup = random.nextBoolean() ? GroupingPlan.rollupFor(selection) : GroupingPlan.NO_ROLLUP;
        var plan = new GroupingPlan(selection, rollup);
        for (int round = 0; round < 2; round++) {
            var snapshot = index.ofUnit();
            var layout = plan.layout(snapshot);
            assertThat(plan.layout(snapshot)).isSameAs(layout);
            assertThat(layout.isOfRollup()).isEqualTo(rollup != GroupingPlan.NO_ROLLUP);
            var parts = plan.parts(layout, snapshot);
            index.rows().stream()
                    .map(row -> index.versions().get(row.version()).profile())
                    .distinct()
                    .forEach(profile -> checkCells(index, selection, plan, profile, layout, parts));
            index.addEntries(10);
        }
    }

    private static void checkCells(
            RandomIndex index, Selection selection, GroupingPlan plan, int profile, CellLayout layout, int[] parts) {
        var snapshot = index.ofUnit();
        var fixed = index.profiles().get(profile);
        int firstCell = layout.firstCell(parts, profile);
        assertThat(firstCell >= 0).isEqualTo(RandomSelections.selectsProfile(selection, fixed));
        assertThat(plan.selectsProfile(snapshot, profile)).isEqualTo(firstCell >= 0);
        if (firstCell < 0 || layout.isSparse()) {
            return;
        }
        for (int state = 1; state <= layout.states().tuples(); state++) {
            var changing = index.states().get(state - 1);
            int part = layout.states().partOfTuple()[state - 1];
            assertThat(part >= 0).isEqualTo(RandomSelections.selectsState(selection, changing));
            assertThat(plan.selectsState(snapshot, state)).isEqualTo(part >= 0);
            if (part >= 0) {
                var counts = new int[layout.cells()];
                counts[firstCell + 1 + part] = 1;
                assertThat(layout.groups(counts))
                        .singleElement()
                        .satisfies(group -> assertThat(group.values())
                                .isEqualTo(RandomSelections.values(selection, fixed, changing)));
            }
        }
    }

    @net.jqwik.api.Example
    void aRollupHasTheCountsIfItHasAllDimensionsThatAreAskedFor() {
        assertThat(rollupFor(Population.EVERYTHING, "status")).isEqualTo(0);
        assertThat(rollupFor(Population.EVERYTHING.with(Filter.FORCE, "KENT"), "status"))
                .isEqualTo(2);
        assertThat(rollupFor(Population.EVERYTHING, "status", "force")).isEqualTo(2);
        assertThat(rollupFor(Population.EVERYTHING.with(Filter.TAG, "VAWG"), "status"))
                .isEqualTo(GroupingPlan.NO_ROLLUP);
        assertThat(rollupFor(Population.EVERYTHING, "stage")).isEqualTo(GroupingPlan.NO_ROLLUP);
    }

    private static int rollupFor(Population population, String... groupBy) {
        return GroupingPlan.rollupFor(new Selection(Unit.ALLEGATIONS, population, Map.of(), List.of(groupBy)));
    }

    @net.jqwik.api.Example
    void nobodyIsSelectedWhoDoesNotExist() {
        var plan = new GroupingPlan(
                new Selection(Unit.CASES, Population.EVERYTHING, Map.of(), List.of()), GroupingPlan.NO_ROLLUP);
        assertThat(plan.selectsState(
                        RandomIndex.empty(new Random(1), Unit.CASES).ofUnit(), UnitState.NOT_THERE))
                .isFalse();
    }
}
