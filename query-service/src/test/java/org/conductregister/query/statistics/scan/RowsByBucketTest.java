package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.index.RandomIndex;

/** The counting sort against a look at each row for each bucket. */
class RowsByBucketTest {

    @Property(tries = 80)
    void aBucketHasTheRowsSinceTheDayBefore(@ForAll Random random) {
        var index = RandomIndex.any(random);
        int known = index.anyKnown();
        var days = random.ints(random.nextInt(6), -5, RandomIndex.DAYS + 5)
                .sorted()
                .distinct()
                .mapToObj(RandomIndex.FIRST_DAY::plusDays)
                .toList();

        var sorted = RowsByBucket.of(index.ofUnit().points(), known, new DayBuckets(days));

        for (int bucket = 0; bucket < days.size(); bucket++) {
            long after = bucket == 0 ? Long.MIN_VALUE : days.get(bucket - 1).toEpochDay();
            long upTo = days.get(bucket).toEpochDay();
            var found = new ArrayList<Integer>();
            sorted.forEach(bucket, found::add);
            assertThat(found)
                    .isEqualTo(IntStream.range(0, known)
                            .filter(row -> {
                                int day = index.rows().get(row).day();
                                return day > after && day <= upTo;
                            })
                            .boxed()
                            .toList());
        }
        assertThat(days.isEmpty() ? List.<LocalDate>of() : days).hasSize(sorted.begins().length - 1);
    }
}
