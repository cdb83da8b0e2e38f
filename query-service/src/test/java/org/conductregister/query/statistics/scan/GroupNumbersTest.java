package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.RandomSelections;

/** Numbers of groups against a list of their values in the order in which they were met. */
class GroupNumbersTest {

    @Property(tries = 150)
    void eachGroupHasANumberFromItsFirstMemberOn(@ForAll Random random) {
        var scan = RandomScan.of(random);
        var groups = new GroupNumbers(scan.plan(), scan.snapshot());
        var met = new ArrayList<List<Object>>();

        members(scan, random).forEach((version, state) -> {
            var values = values(scan, version, state);
            if (!met.contains(values)) {
                met.add(values);
            }
            assertThat(groups.of(version, state)).isEqualTo(met.indexOf(values));
            assertThat(groups.count()).isEqualTo(met.size());
        });

        for (int number = 0; number < met.size(); number++) {
            assertThat(groups.values(number)).isEqualTo(met.get(number));
        }
        assertThat(Arrays.stream(groups.inOrder()).mapToObj(groups::values))
                .isSortedAccordingTo(CellLayout.ORDER)
                .containsExactlyInAnyOrderElementsOf(met);
    }

    @Property(tries = 100)
    void theVersionsAndStatesSelectedAreThoseOfTheQuestion(@ForAll Random random) {
        var scan = RandomScan.of(random);
        var groups = new GroupNumbers(scan.plan(), scan.snapshot());
        var states = scan.index().states();

        for (int version = 0; version < scan.index().versions().size(); version++) {
            boolean selected = RandomSelections.selectsVersion(
                    scan.selection(), scan.index(), scan.index().versions().get(version));
            assertThat(groups.selectsVersion(version)).isEqualTo(selected);
            for (int state = 1; state <= states.size(); state++) {
                assertThat(groups.selects(version, state))
                        .isEqualTo(selected && RandomSelections.selectsState(scan.selection(), states.get(state - 1)));
            }
        }
        assertThat(groups.count()).isZero();
    }

    @Property(tries = 100)
    void whatAnotherThreadHasNumberedIsFoundUnderTheNumbersOfThisOne(@ForAll Random random) {
        var scan = RandomScan.of(random);
        var ours = new GroupNumbers(scan.plan(), scan.snapshot());
        var others = ours.another();
        members(scan, random).forEach(ours::of);
        members(scan, random).forEach(others::of);

        for (int number = 0; number < others.count(); number++) {
            int found = ours.of(others, number);
            assertThat(ours.values(found)).isEqualTo(others.values(number));
        }

        var numbers = new HashMap<List<Object>, Integer>();
        for (int number = 0; number < ours.count(); number++) {
            assertThat(numbers.put(ours.values(number), number)).isNull();
        }
    }

    /** Some of the versions that a question selects, with the states in which it does. */
    private static Map<Integer, Integer> members(RandomScan scan, Random random) {
        return RandomSelections.selected(
                scan.selection(),
                scan.index(),
                scan.index().anyKnown(),
                scan.index().randomDay() + random.nextInt(20));
    }

    private static List<Object> values(RandomScan scan, int version, int state) {
        var index = scan.index();
        return RandomSelections.values(
                scan.selection(),
                index.profiles().get(index.versions().get(version).profile()),
                index.states().get(state - 1));
    }
}
