package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.DayCode;

/** Buckets against a look at each day in turn. */
class DayBucketsTest {

    @Property(tries = 200)
    void aDayIsInTheBucketOfTheFirstDayNoEarlier(@ForAll Random random) {
        var days = random.ints(random.nextInt(10), 0, 100)
                .sorted()
                .distinct()
                .mapToObj(LocalDate.of(2012, 1, 1)::plusDays)
                .toList();
        var buckets = new DayBuckets(days);
        assertThat(buckets.count()).isEqualTo(days.size());
        assertThat(buckets.areCoded()).isTrue();
        var table = buckets.table();
        for (int code = 0; code <= buckets.last(); code++) {
            int day = code;
            int expected = IntStream.range(0, days.size())
                    .filter(bucket ->
                            DayCode.code(Math.toIntExact(days.get(bucket).toEpochDay())) >= day)
                    .findFirst()
                    .orElseThrow();
            assertThat(buckets.find(code)).isEqualTo(expected);
            assertThat(table[Math.max(code - buckets.first(), 0)]).isEqualTo(expected);
        }
        for (int bucket = 0; bucket < days.size(); bucket++) {
            assertThat(buckets.find(buckets.day(bucket))).isEqualTo(bucket);
        }
        assertThat(buckets.span()).isEqualTo(buckets.last() - buckets.first());
    }

    @net.jqwik.api.Example
    void daysWithoutACodeHaveNoBuckets() {
        assertThat(new DayBuckets(List.of(LocalDate.of(1850, 1, 1), LocalDate.of(2012, 1, 1))).areCoded())
                .isFalse();
        assertThat(new DayBuckets(List.of()).last()).isNegative();
    }
}
