package org.conductregister.query.statistics.duration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

/** Quantiles, means and shares of durations. */
class DistributionsTest {

    @Test
    void quantilesAreLinearBetweenRanks() {
        var distributions = new Distributions();
        List.of(40, 10, 20, 30).forEach(days -> distributions.add(0, false, days));
        distributions.sort(1);

        var ended = distributions.ended(0, 20);

        assertThat(ended.median()).isEqualTo(25.0);
        assertThat(ended.p25()).isEqualTo(17.5);
        assertThat(ended.p75()).isEqualTo(32.5);
        assertThat(ended.p90()).isEqualTo(37.0);
        assertThat(ended.mean()).isEqualTo(25.0);
        assertThat(ended.shareOver()).isEqualTo(0.5);
    }

    @Test
    void aGroupOfNothingHasNoNumbers() {
        var distributions = new Distributions();
        distributions.add(1, true, 5);
        distributions.sort(2);

        assertThat(distributions.ended(0, 1).count()).isZero();
        assertThat(distributions.ended(1, 1).median()).isNull();
        assertThat(distributions.open(0, 1).shareOver()).isNull();
        assertThat(distributions.open(1, null).shareOver()).isNull();
        assertThat(distributions.open(1, 5).shareOver()).isZero();
    }

    /** Some close together, which are counted, some far apart, which are sorted. */
    @Property(tries = 200)
    void equalsTheSortedList(
            @ForAll @NotEmpty List<@IntRange(max = 3_000) Integer> days,
            @ForAll @IntRange(min = 1, max = 500) int spread,
            @ForAll @IntRange(max = 3_000) int over) {
        var distributions = new Distributions();
        var all = new ArrayList<Integer>();
        for (int each : days) {
            all.add(each * spread);
            distributions.add(2, false, each * spread);
            distributions.add(each % 2, true, each);
        }
        distributions.sort(3);
        var sorted = all.stream().sorted().toList();

        var ended = distributions.ended(2, over);

        assertThat(ended.count()).isEqualTo(all.size());
        assertThat(ended.mean())
                .isCloseTo(all.stream().mapToInt(each -> each).average().orElseThrow(), within(1e-6));
        double rank = (sorted.size() - 1) * 0.9;
        int below = (int) Math.floor(rank);
        int above = (int) Math.ceil(rank);
        assertThat(ended.p90())
                .isCloseTo(sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below)), within(1e-6));
        assertThat(ended.shareOver())
                .isCloseTo((double) all.stream().filter(each -> each > over).count() / all.size(), within(1e-9));
        assertThat(distributions.open(0, null).count()
                        + distributions.open(1, null).count())
                .isEqualTo(days.size());
    }
}
