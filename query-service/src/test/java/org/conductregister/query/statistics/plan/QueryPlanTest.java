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
import org.junit.jupiter.api.Test;

/** Plans of random selections against the versions that a selection has in it, worked out value by value. */
class QueryPlanTest {

    @Property(tries = 150)
    void itAdmitsAVersionIfItsSelectionDoes(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();
        var plan = planOf(selection);
        var snapshot = index.ofUnit();

        for (int version = 0; version < index.versions().size(); version++) {
            assertThat(plan.admits(snapshot, version))
                    .isEqualTo(RandomSelections.selectsVersion(
                            selection, index, index.versions().get(version)));
        }
    }

    /** All units of one state are then in the same group, or all in none. */
    @Property(tries = 150)
    void whereItIsOneProfilePartVersionsAreAlike(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();
        if (!planOf(selection).isOneProfilePart()) {
            selection = new Selection(index.unit(), Population.EVERYTHING, Map.of(), List.of("status"));
        }
        var plan = planOf(selection);
        var status = Map.<String, Object>of("status", "PENDING");

        assertThat(plan.isOneProfilePart()).isTrue();
        for (var version : index.versions()) {
            var first = index.versions().getFirst();
            assertThat(RandomSelections.selectsVersion(selection, index, version))
                    .isEqualTo(RandomSelections.selectsVersion(selection, index, first));
            if (selection.groupBy().equals(List.of("status"))) {
                assertThat(RandomSelections.values(selection, index.profiles().get(version.profile()), status))
                        .containsExactly("PENDING");
            }
        }
    }

    @Test
    void anyLimitOrGroupingByWhatIsFixedMakesSeveralParts() {
        var day = RandomIndex.FIRST_DAY;
        assertThat(isOneProfilePart(Population.EVERYTHING)).isTrue();
        assertThat(isOneProfilePart(Population.EVERYTHING, "status", "stage")).isTrue();
        assertThat(isOneProfilePart(Population.EVERYTHING, "status", "force")).isFalse();
        assertThat(isOneProfilePart(Population.EVERYTHING.with(Filter.FORCE, "KENT")))
                .isFalse();
        assertThat(isOneProfilePart(Population.EVERYTHING.reported(day, null))).isFalse();
        assertThat(isOneProfilePart(Population.EVERYTHING.referred(null, day))).isFalse();
    }

    private static boolean isOneProfilePart(Population population, String... groupBy) {
        return planOf(new Selection(Unit.ALLEGATIONS, population, Map.of(), List.of(groupBy)))
                .isOneProfilePart();
    }

    private static QueryPlan planOf(Selection selection) {
        return new QueryPlan(
                selection,
                new GroupingPlan(selection.onAnyDay(), GroupingPlan.NO_ROLLUP),
                DayWindow.of(selection.population()));
    }
}
