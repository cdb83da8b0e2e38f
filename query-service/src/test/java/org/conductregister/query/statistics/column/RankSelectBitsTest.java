package org.conductregister.query.statistics.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;
import org.conductregister.query.statistics.checkpoint.RoundTrip;

/** Against a list of the rows' positions. */
class RankSelectBitsTest {

    private RankSelectBits bits;
    private List<Integer> model;

    /** How far positions lie apart, at most: from many rows of each to few positions with any. */
    private int gap;

    @BeforeTry
    void begin() {
        bits = new RankSelectBits();
        model = new ArrayList<>();
    }

    @Property(tries = 100)
    void theRowsUpToAPositionAreCounted(
            @ForAll @IntRange(max = 3000) int rows, @ForAll @IntRange(max = 300) int maxGap, @ForAll Random random) {
        gap = maxGap;
        append(rows, random);

        assertCounts(bits.view(rows), random);
    }

    @Property(tries = 100)
    void aViewStaysAsItWasWhileMoreIsAppended(
            @ForAll @IntRange(max = 1000) int rows, @ForAll @IntRange(max = 100) int maxGap, @ForAll Random random) {
        gap = maxGap;
        append(rows, random);
        var view = bits.view(rows);

        append(1000, random);

        assertCounts(view, random);
        assertCounts(bits.view(rows / 2), random);
    }

    @Property(tries = 100)
    void whatWasSavedIsLoadedAndAppendedTo(
            @ForAll @IntRange(max = 1000) int rows, @ForAll @IntRange(max = 100) int maxGap, @ForAll Random random) {
        gap = maxGap;
        append(rows, random);
        append(500, random);

        var loaded = RoundTrip.of(bits.view(rows)::save, RankSelectBits::load);
        assertCounts(loaded.view(rows), random);
        model.subList(rows, rows + 500).forEach(loaded::append);

        assertCounts(loaded.view(rows + 500), random);
    }

    private void append(int rows, Random random) {
        for (int i = 0; i < rows; i++) {
            int last = model.isEmpty() ? 1 : model.getLast();
            int position = last + (random.nextBoolean() ? 0 : random.nextInt(gap + 1));
            bits.append(position);
            model.add(position);
        }
    }

    private void assertCounts(RankSelectBits.View view, Random random) {
        var rows = model.subList(0, view.size());
        int last = rows.isEmpty() ? 0 : rows.getLast();
        for (int i = 0; i < 40; i++) {
            int position = random.nextInt(last + 70);
            assertThat(view.sizeAt(position)).isEqualTo(countUpTo(rows, position));
        }
        assertThat(view.sizeAt(0)).isZero();
        assertThat(view.sizeAt(last)).isEqualTo(rows.size());
        assertThat(view.sizeAt(1L << 40)).isEqualTo(rows.size());
    }

    private static int countUpTo(List<Integer> positions, int position) {
        return (int) positions.stream().filter(each -> each <= position).count();
    }
}
