package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Against the least and the greatest of a list, by chunk. */
class ZoneMapTest {

    private ZoneMap zones;
    private List<Integer> model;

    @BeforeTry
    void begin() {
        zones = new ZoneMap();
        model = new ArrayList<>();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return ColumnSizes.sizes();
    }

    @Property(tries = 30)
    void aChunkHasTheRangeOfItsValues(@ForAll("sizes") int size, @ForAll Random random) {
        add(size, random);
        var view = zones.view();

        for (int chunk = 0; chunk << IntColumn.SHIFT < size; chunk++) {
            var range = rangeOf(chunk, size);
            assertThat(view.lowest(chunk)).isEqualTo(range.getMin());
            assertThat(view.highest(chunk)).isEqualTo(range.getMax());
        }
    }

    @Property(tries = 30)
    void aRangeOverlapsAChunkUnlessAllOfItsValuesLieOnOneSide(@ForAll("sizes") int size, @ForAll Random random) {
        add(size, random);
        var view = zones.view();

        for (int chunk = 0; chunk << IntColumn.SHIFT < size; chunk++) {
            var range = rangeOf(chunk, size);
            int from = random.nextInt(-50, 1050);
            int to = from + random.nextInt(50);
            assertThat(view.overlaps(chunk, from, to)).isEqualTo(range.getMin() <= to && range.getMax() >= from);
            assertThat(view.overlaps(chunk, range.getMax(), range.getMax())).isTrue();
            assertThat(view.overlaps(chunk, range.getMax() + 1, Integer.MAX_VALUE))
                    .isFalse();
            assertThat(view.overlaps(chunk, Integer.MIN_VALUE, range.getMin() - 1))
                    .isFalse();
        }
    }

    @Property(tries = 30)
    void valuesAddedLaterWidenAViewIfAnything(
            @ForAll("sizes") int size, @ForAll("sizes") int more, @ForAll Random random) {
        add(size, random);
        var view = zones.view();

        add(more, random);

        for (int chunk = 0; chunk << IntColumn.SHIFT < size; chunk++) {
            var range = rangeOf(chunk, size);
            assertThat(view.lowest(chunk)).isLessThanOrEqualTo(range.getMin());
            assertThat(view.highest(chunk)).isGreaterThanOrEqualTo(range.getMax());
        }
    }

    private void add(int count, Random random) {
        for (int i = 0; i < count; i++) {
            int value = 400 + random.nextInt(1 + random.nextInt(600));
            zones.add(model.size(), value);
            model.add(value);
        }
    }

    private IntSummaryStatistics rangeOf(int chunk, int size) {
        int from = chunk << IntColumn.SHIFT;
        return model.subList(from, Math.min(size, from + IntColumn.CHUNK)).stream()
                .mapToInt(value -> value)
                .summaryStatistics();
    }
}
