package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;
import org.conductregister.query.statistics.plan.Selection;

/** Counts from every source against a look at every version. */
class CountQueryTest {

    @Property(tries = 300)
    void theCountsAreThoseOfTheStatesAtTheDay(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        int known = random.nextInt(3) == 0 ? index.rows().size() : index.anyKnown();
        int day = index.randomDay();
        var query = new CountQuery(plan, index.ofUnit(), known);

        var groups = query.groups(LocalDate.ofEpochDay(day));

        var expected = RandomSelections.counts(selection, index, known, day);
        assertThat(RandomScan.asMap(groups)).isEqualTo(expected);
        assertThat(query.total(LocalDate.ofEpochDay(day)))
                .isEqualTo(expected.values().stream().mapToLong(count -> count).sum());
    }

    @Property(tries = 200)
    void aSeriesHasTheCountsOfEachDay(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var query = new CountQuery(new QueryPlanCache().plan(selection), index.ofUnit(), index.anyKnown());
        var days = random.ints(random.nextInt(6), 0, 1)
                .map(i -> index.randomDay())
                .sorted()
                .distinct()
                .mapToObj(LocalDate::ofEpochDay)
                .toList();

        var points = query.series(days);

        assertThat(points).hasSameSizeAs(days);
        for (var point : points) {
            assertThat(point.groups()).isEqualTo(query.groups(point.asAt()));
        }
    }

    @net.jqwik.api.Example
    void eachSourceIsChosenAtSomeTime() {
        var random = new Random(3);
        var chosen = EnumSet.noneOf(CountQuery.Source.class);
        for (int i = 0; i < 200; i++) {
            var index = RandomIndex.any(random);
            var plan = new QueryPlanCache().plan(new RandomSelections(random, index.unit()).ofRollup());
            var query = new CountQuery(plan, index.ofUnit(), index.anyKnown());
            chosen.add(query.source());
        }
        var index = RandomIndex.any(random);
        var byDay = new Selection(
                index.unit(), Population.EVERYTHING.reported(RandomIndex.FIRST_DAY, null), Map.of(), List.of());
        chosen.add(new CountQuery(new QueryPlanCache().plan(byDay), index.ofUnit(), 0).source());

        assertThat(chosen).isEqualTo(EnumSet.allOf(CountQuery.Source.class));
    }
}
