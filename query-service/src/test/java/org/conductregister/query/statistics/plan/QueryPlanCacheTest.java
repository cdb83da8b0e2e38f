package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.index.RandomIndex;

/** Plans are shared, and are those of the selections asked about. */
class QueryPlanCacheTest {

    @Property(tries = 150)
    void aPlanAdmitsTheVersionsOfItsSelection(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var cache = new QueryPlanCache();
        for (int i = 0; i < 10; i++) {
            var selection = new RandomSelections(random, index.unit()).any();
            var plan = cache.plan(selection);
            assertThat(cache.plan(selection)).isSameAs(plan);
            var snapshot = index.ofUnit();
            for (int version = 0; version < index.versions().size(); version++) {
                assertThat(plan.admits(snapshot, version))
                        .isEqualTo(RandomSelections.selectsVersion(
                                selection, index, index.versions().get(version)));
            }
            assertThat(cache.candidates(plan, snapshot)).isSameAs(cache.candidates(plan, snapshot));
        }
    }

    @Property(tries = 20)
    void plansThatDifferInDaysAloneShareTheirGrouping(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var cache = new QueryPlanCache();
        var first = RandomIndex.FIRST_DAY;
        var one = new Selection(index.unit(), Population.EVERYTHING.reported(first, null), Map.of(), List.of("status"));
        var other =
                new Selection(index.unit(), Population.EVERYTHING.reported(null, first), Map.of(), List.of("status"));
        var always = new Selection(index.unit(), Population.EVERYTHING, Map.of(), List.of("status"));

        assertThat(cache.plan(one).grouping()).isSameAs(cache.plan(other).grouping());
        assertThat(cache.plan(always).grouping().rollup()).isNotEqualTo(GroupingPlan.NO_ROLLUP);
        assertThat(cache.plan(one).grouping().rollup()).isEqualTo(GroupingPlan.NO_ROLLUP);
    }

    @Property(tries = 3)
    void howeverManyAreAskedForTheAnswersAreRight(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var cache = new QueryPlanCache();
        for (int day = 0; day < 2_000; day++) {
            var population = Population.EVERYTHING.reported(RandomIndex.FIRST_DAY.plusDays(day), null);
            var plan = cache.plan(new Selection(index.unit(), population, Map.of(), List.of()));
            assertThat(plan.window()).isEqualTo(DayWindow.of(population));
            cache.candidates(plan, snapshot);
        }
    }
}
