package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.CellLayout;
import org.conductregister.query.statistics.plan.RandomSelections;

/** Counts of some members against a look at every version. */
class FilteredCountTest {

    @Property(tries = 150)
    void theCountsAreThoseOfTheMembersAdmitted(@ForAll Random random) {
        var scan = RandomScan.of(random);
        var index = scan.index();
        var snapshot = index.snapshot();
        int position = random.nextInt(index.position() + 1);
        int day = index.randomDay();
        var at = new UnitAt(
                snapshot, index.unit(), snapshot.knownAt(RandomIndex.instant(position)), LocalDate.ofEpochDay(day));
        int every = 1 + random.nextInt(3);
        IntPredicate members = member -> member % every == 0;

        var groups = FilteredCount.groups(scan.plan(), at, members);

        var expected = new HashMap<List<Object>, Long>();
        RandomSelections.selected(scan.selection(), index, index.rowsAt(position), day)
                .forEach((version, state) -> {
                    var one = index.versions().get(version);
                    if (members.test(one.member())) {
                        var values = RandomSelections.values(
                                scan.selection(),
                                index.profiles().get(one.profile()),
                                index.states().get(state - 1));
                        expected.merge(values, 1L, Long::sum);
                    }
                });
        assertThat(RandomScan.asMap(groups)).isEqualTo(expected);
        assertThat(groups.stream().map(group -> group.values())).isSortedAccordingTo(CellLayout.ORDER);
    }
}
