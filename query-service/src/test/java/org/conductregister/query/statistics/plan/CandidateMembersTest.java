package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.index.UnitSnapshot;

/** Candidates against a look at every version. */
class CandidateMembersTest {

    @Property(tries = 80)
    void aMemberIsACandidateIfAVersionOfItIsInThePopulation(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any().inAnyState();
        var candidates = new CandidateMembers(selection, DayWindow.of(selection.population()));
        var older = index.ofUnit();
        for (int round = 0; round < 3; round++) {
            var snapshot = index.ofUnit();
            var found = candidates.in(snapshot);
            assertThat(Arrays.copyOf(found.firstVersions(), found.count()))
                    .containsExactly(expected(selection, index, snapshot, 0));
            assertThat(candidates.weight()).isGreaterThanOrEqualTo(found.count());
            int from = random.nextInt(snapshot.versions().size() + 1);
            assertThat(candidates.since(from, snapshot))
                    .containsExactly(IntStream.of(expected(selection, index, snapshot, 0))
                            .filter(first -> IntStream.range(
                                            from, snapshot.versions().size())
                                    .anyMatch(version -> snapshot.versions().firstOf(version) == first))
                            .toArray());
            index.addEntries(10);
        }
        assertThat(candidates.in(older).versions()).isEqualTo(older.versions().size());
        assertThat(Arrays.stream(
                        candidates.in(older).firstVersions(),
                        0,
                        candidates.in(older).count()))
                .allMatch(first -> first < older.versions().size());
    }

    @Property(tries = 40)
    void theOrderIsOfAllCandidatesThatHaveNoNewVersion(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any().inAnyState();
        var candidates = new CandidateMembers(selection, DayWindow.of(selection.population()));
        candidates.latestReported(index.ofUnit());
        index.addEntries(10);
        var snapshot = index.ofUnit();

        var order = candidates.latestReported(snapshot);
        var added = candidates.since(order.versions(), snapshot);

        assertThat(IntStream.concat(IntStream.of(order.firstVersions()), IntStream.of(added))
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(IntStream.of(expected(selection, index, snapshot, 0))
                        .boxed()
                        .toList());
    }

    private static int[] expected(Selection selection, RandomIndex index, UnitSnapshot snapshot, int from) {
        return IntStream.range(from, snapshot.versions().size())
                .filter(version -> RandomSelections.selectsVersion(
                        selection, index, index.versions().get(version)))
                .map(snapshot.versions()::firstOf)
                .distinct()
                .sorted()
                .toArray();
    }
}
