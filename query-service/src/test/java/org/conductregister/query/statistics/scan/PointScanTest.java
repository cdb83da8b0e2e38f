package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.RandomIndex;

/** A pass over rows against a loop over them. */
class PointScanTest {

    @Property(tries = 200)
    void rowsOfSomeDaysAreAddedAndTakenOff(@ForAll Random random) {
        var made = RandomScan.of(random);
        var index = made.index();
        int from = index.anyKnown();
        int to = index.anyKnown();
        int first = DayCode.code(index.randomDay());
        int last = DayCode.code(index.randomDay());
        var counts = made.noCounts();
        made.points(from, to, 1).add(first, last, counts);
        var oneByOne = made.noCounts();
        var scan = made.points(0, 0, 1);
        var rows = IntStream.range(from, Math.max(from, to))
                .filter(row -> {
                    int day = DayCode.code(index.rows().get(row).day());
                    return day >= first && day <= last;
                })
                .toArray();
        for (int row : rows) {
            scan.add(row, oneByOne);
        }
        assertThat(made.groups(counts)).isEqualTo(made.groups(oneByOne));
        assertThat(made.points(from, to, 1).cost(0, Character.MAX_VALUE)).isLessThanOrEqualTo(Math.max(0, to - from));

        made.points(from, to, -1).add(first, last, counts);
        assertThat(made.groups(counts)).isEmpty();
    }

    @Property(tries = 200)
    void aRowMovesAUnitFromGroupToGroup(@ForAll Random random) {
        var made = RandomScan.of(random);
        var index = made.index();
        var layout = made.layout();
        int known = index.rows().size();
        var counts = made.noCounts();
        var scan = made.points(0, known, 1);
        for (int row = 0; row < known; row++) {
            scan.add(row, counts);
        }
        assertThat(made.counted(counts)).isEqualTo(made.expected(known, Integer.MAX_VALUE));
        if (!layout.isOfRollup()) {
            var sparse = new HashAggregation(layout);
            scan.addUpTo(Character.MAX_VALUE, sparse);
            assertThat(sparse.groups()).isEqualTo(made.groups(counts));
        }
    }

    @Property(tries = 200)
    void rowsAreAddedToTheCellsOfTheirBucket(@ForAll Random random) {
        var made = RandomScan.of(random);
        var index = made.index();
        var layout = made.layout();
        int from = index.anyKnown();
        int to = index.anyKnown();
        var days = random.ints(1 + random.nextInt(5), 0, RandomIndex.DAYS)
                .sorted()
                .distinct()
                .mapToObj(RandomIndex.FIRST_DAY::plusDays)
                .toList();
        var buckets = new DayBuckets(days);
        var scan = made.points(from, to, 1);
        var counts = new int[layout.cells() * buckets.count()];
        scan.addByBucket(buckets, counts);

        int before = -1;
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            var expected = made.noCounts();
            scan.add(before + 1, buckets.day(bucket), expected);
            assertThat(made.groups(Arrays.copyOfRange(counts, bucket * layout.cells(), (bucket + 1) * layout.cells())))
                    .isEqualTo(made.groups(expected));
            before = buckets.day(bucket);
        }
    }
}
