package org.conductregister.query.statistics.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** The order against sorting. */
class LatestReportedOrderTest {

    @Property(tries = 60)
    void membersComeByTheLatestDayOfAnyOfTheirVersions(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var versions = index.ofUnit().versions();
        var firsts = IntStream.range(0, versions.size())
                .filter(version -> versions.isFirst(version) && random.nextBoolean())
                .toArray();

        var order = LatestReportedOrder.of(versions, firsts, firsts.length);

        assertThat(order.size()).isEqualTo(firsts.length);
        assertThat(order.versions()).isEqualTo(versions.size());
        assertThat(order.firstVersions())
                .containsExactly(IntStream.of(firsts)
                        .boxed()
                        .sorted(Comparator.comparingInt((Integer first) -> -latest(index, first))
                                .thenComparing(Comparator.naturalOrder()))
                        .mapToInt(first -> first)
                        .toArray());
        for (int i = 0; i < order.size(); i++) {
            assertThat(order.days()[i]).isEqualTo(latest(index, order.firstVersions()[i]));
        }
    }

    @net.jqwik.api.Example
    void anOrderServesReadersWhoHaveItsVersionsAndFewMore() {
        var order = new LatestReportedOrder(new int[0], new int[0], 1_000);
        assertThat(order.canServe(999)).isFalse();
        assertThat(order.canServe(1_000)).isTrue();
        assertThat(order.canServe(5_000)).isTrue();
        assertThat(order.canServe(6_000)).isFalse();
    }

    private static int latest(RandomIndex index, int first) {
        int member = index.versions().get(first).member();
        return index.versions().stream()
                .filter(version -> version.member() == member)
                .mapToInt(RandomIndex.Version::reported)
                .max()
                .orElseThrow();
    }
}
