package org.conductregister.query.statistics.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.conductregister.query.statistics.Table.Group;
import org.conductregister.query.statistics.column.DayCode;
import org.conductregister.query.statistics.index.RandomIndex;
import org.conductregister.query.statistics.plan.QueryPlanCache;
import org.conductregister.query.statistics.plan.RandomSelections;

/** A pass over rows against a loop over them. */
class PointScanTest {

    @Property(tries = 200)
    void rowsOfSomeDaysAreAddedAndTakenOff(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        int from = index.anyKnown();
        int to = index.anyKnown();
        int first = DayCode.code(index.randomDay());
        int last = DayCode.code(index.randomDay());
        var counts = new int[layout.cells()];
        new PointScan(plan, layout, snapshot, from, to, 1).add(first, last, counts);
        var oneByOne = new int[layout.cells()];
        var scan = new PointScan(plan, layout, snapshot, 0, 0, 1);
        var rows = IntStream.range(from, Math.max(from, to))
                .filter(row -> {
                    int day = DayCode.code(index.rows().get(row).day());
                    return day >= first && day <= last;
                })
                .toArray();
        for (int row : rows) {
            scan.add(row, oneByOne);
        }
        assertThat(layout.groups(counts)).isEqualTo(layout.groups(oneByOne));
        assertThat(new PointScan(plan, layout, snapshot, from, to, 1).cost(0, Character.MAX_VALUE))
                .isLessThanOrEqualTo(Math.max(0, to - from));

        new PointScan(plan, layout, snapshot, from, to, -1).add(first, last, counts);
        assertThat(layout.groups(counts)).isEmpty();
    }

    @Property(tries = 200)
    void aRowMovesAUnitFromGroupToGroup(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        int known = index.rows().size();
        var counts = new int[layout.cells()];
        var scan = new PointScan(plan, layout, snapshot, 0, known, 1);
        for (int row = 0; row < known; row++) {
            scan.add(row, counts);
        }
        assertThat(asMap(layout.groups(counts)))
                .isEqualTo(RandomSelections.counts(selection, index, known, Integer.MAX_VALUE));
        if (!layout.isOfRollup()) {
            var sparse = new HashAggregation(layout);
            scan.addUpTo(Character.MAX_VALUE, sparse);
            assertThat(sparse.groups()).isEqualTo(layout.groups(counts));
        }
    }

    @Property(tries = 200)
    void rowsAreAddedToTheCellsOfTheirBucket(@ForAll Random random) {
        var index = RandomIndex.any(random);
        var snapshot = index.ofUnit();
        var selections = new RandomSelections(random, index.unit());
        var selection = random.nextBoolean() ? selections.any() : selections.ofRollup();
        var plan = new QueryPlanCache().plan(selection);
        var layout = plan.grouping().layout(snapshot);
        int from = index.anyKnown();
        int to = index.anyKnown();
        var days = random.ints(1 + random.nextInt(5), 0, RandomIndex.DAYS)
                .sorted()
                .distinct()
                .mapToObj(RandomIndex.FIRST_DAY::plusDays)
                .toList();
        var buckets = new DayBuckets(days);
        var scan = new PointScan(plan, layout, snapshot, from, to, 1);
        var counts = new int[layout.cells() * buckets.count()];
        scan.addByBucket(buckets, counts);

        int before = -1;
        for (int bucket = 0; bucket < buckets.count(); bucket++) {
            var expected = new int[layout.cells()];
            scan.add(before + 1, buckets.day(bucket), expected);
            assertThat(layout.groups(java.util.Arrays.copyOfRange(
                            counts, bucket * layout.cells(), (bucket + 1) * layout.cells())))
                    .isEqualTo(layout.groups(expected));
            before = buckets.day(bucket);
        }
    }

    static Map<List<Object>, Long> asMap(List<Group> groups) {
        return groups.stream().collect(Collectors.toMap(Group::values, Group::count));
    }
}
