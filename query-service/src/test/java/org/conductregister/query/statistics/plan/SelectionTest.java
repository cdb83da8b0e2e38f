package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Population;
import org.conductregister.query.statistics.Unit;
import org.conductregister.query.statistics.index.RandomIndex;

/** Tests that the rest of a selection selects what it should. */
class SelectionTest {

    @Property(tries = 200)
    void withoutDaysOrStatesItSelectsMore(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();

        for (var version : index.versions()) {
            var profile = index.profiles().get(version.profile());
            assertThat(RandomSelections.selectsVersion(selection.onAnyDay(), index, version))
                    .isEqualTo(RandomSelections.selectsProfile(selection, profile));
            assertThat(RandomSelections.selectsVersion(selection.inAnyState(), index, version))
                    .isEqualTo(RandomSelections.selectsVersion(selection, index, version));
        }
        assertThat(index.states()).allMatch(state -> RandomSelections.selectsState(selection.inAnyState(), state));
        assertThat(selection.inAnyState().groupBy()).isEmpty();
    }

    @net.jqwik.api.Example
    void wholeYearsAreALimitOnTheDimensionOfYears() {
        var days = Population.EVERYTHING.reported(LocalDate.of(2010, 1, 1), LocalDate.of(2012, 12, 31));
        var selection = new Selection(Unit.CASES, days, Map.of(), List.of("status"));

        assertThat(selection.withYearsForDays())
                .isEqualTo(new Selection(
                        Unit.CASES,
                        Population.EVERYTHING,
                        Map.of("reportedYear", Set.of(2010, 2011, 2012)),
                        List.of("status")));
    }

    @net.jqwik.api.Example
    void daysThatAreNotWholeYearsStay() {
        for (var days : List.of(
                Population.EVERYTHING.reported(LocalDate.of(2010, 1, 1), LocalDate.of(2012, 12, 30)),
                Population.EVERYTHING.reported(LocalDate.of(2010, 1, 2), LocalDate.of(2012, 12, 31)),
                Population.EVERYTHING.reported(LocalDate.of(2010, 1, 1), null),
                Population.EVERYTHING.reported(LocalDate.of(2012, 1, 1), LocalDate.of(2010, 12, 31)),
                Population.EVERYTHING)) {
            var selection = new Selection(Unit.CASES, days, Map.of(), List.of("status"));
            assertThat(selection.withYearsForDays()).isEqualTo(selection);
        }
    }
}
