package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.MemberVersions;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;

/** A page against sorting everything. */
class LatestFirstPageTest {

    @Property(tries = 200)
    void aPageIsAPartOfAllInOrder(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var selection = new RandomSelections(random, index.unit()).any();
        var cache = new QueryPlanCache();
        var plan = cache.plan(selection);
        var candidates = cache.candidates(plan, index.ofUnit());
        candidates.latestReported(index.ofUnit());
        index.addEntries(random.nextInt(30));
        var snapshot = index.ofUnit();
        int known = index.rows().size();
        int day = Math.toIntExact(RandomIndex.FIRST_DAY.toEpochDay()) + random.nextInt(2 * RandomIndex.DAYS);
        var selected = RandomSelections.selected(selection, index, known, day).keySet();
        var expected = selected.stream()
                .sorted(Comparator.comparingInt((Integer version) ->
                                -index.versions().get(version).reported())
                        .thenComparing(version ->
                                index.record(index.versions().get(version).member()))
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(version -> version)
                .toArray();
        int offset = random.nextInt(5);
        int limit = random.nextInt(12);
        int from = Math.min(offset, expected.length);
        var page = Arrays.copyOfRange(expected, from, Math.min(expected.length, from + limit));

        assertThat(new LatestFirstPage(snapshot, candidates, first -> {
                            for (int version = first;
                                    version != MemberVersions.NONE;
                                    version = snapshot.versions().next(version)) {
                                if (selected.contains(version)) {
                                    return version;
                                }
                            }
                            return MemberVersions.NONE;
                        })
                        .page(offset, limit))
                .containsExactly(page);
        assertThat(LatestFirstPage.page(
                        snapshot, selected.stream().mapToInt(version -> version).toArray(), offset, limit))
                .containsExactly(page);
    }
}
