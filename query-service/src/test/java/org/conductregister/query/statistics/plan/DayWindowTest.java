package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.path.UnitState;

/** A window against the days of its population. */
class DayWindowTest {

    @Property(tries = 200)
    void aWindowAdmitsTheVersionsOfItsPopulation(@ForAll Random random) {
        var index = RandomIndex.ofAllegations(random);
        var population = new RandomSelections(random, Unit.ALLEGATIONS).population();
        var window = DayWindow.of(population);
        var versions = index.ofUnit().versions();

        for (int version = 0; version < versions.size(); version++) {
            assertThat(window.admits(versions, version))
                    .isEqualTo(RandomSelections.selectsDays(
                            population, index.versions().get(version)));
        }
        assertThat(window.isUnlimited())
                .isEqualTo(population.reported().isAlways()
                        && population.referred().isAlways());
    }

    @net.jqwik.api.Example
    void anyLimitOnReferralsLeavesOutWhatIsNotReferred() {
        var first = RandomIndex.FIRST_DAY;
        assertThat(DayWindow.of(Population.EVERYTHING).admits(0, UnitState.NOT_REFERRED))
                .isTrue();
        assertThat(DayWindow.of(Population.EVERYTHING.referred(first, null)).admits(0, UnitState.NOT_REFERRED))
                .isFalse();
    }
}
