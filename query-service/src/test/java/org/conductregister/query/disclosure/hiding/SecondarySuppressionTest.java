package org.conductregister.query.disclosure.hiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.BitSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SecondarySuppressionTest {

    private static final int BELOW = 5;
    private static final int POSSIBILITIES = 3;

    @Test
    void hidesTheCornersOfTheCheapestBox() {
        var table = new FrequencyTable(new int[] {2, 2}, new long[] {3, 8, 12, 7});

        assertThat(hiddenIn(table))
                .containsExactlyInAnyOrder(table.cell(0, 0), table.cell(0, 1), table.cell(1, 0), table.cell(1, 1));
    }

    @Test
    void hidesTheNextLargestOfALine() {
        var table = new FrequencyTable(new int[] {4}, new long[] {3, 90, 9, 40});

        assertThat(hiddenIn(table)).containsExactlyInAnyOrder(table.cell(0), table.cell(2));
    }

    @Test
    void hidesNothingWhereNothingIsSmall() {
        assertThat(hiddenIn(new FrequencyTable(new int[] {2, 2}, new long[] {5, 0, 6, 7})))
                .isEmpty();
    }

    @Test
    void zerosAreNoCorners() {
        var table = new FrequencyTable(new int[] {3}, new long[] {3, 0, 50});

        assertThat(hiddenIn(table)).containsExactlyInAnyOrder(table.cell(0), table.cell(2));
    }

    @Test
    void aMarginIsACornerWhereThereIsNoOther() {
        var table = new FrequencyTable(new int[] {2, 2}, new long[] {4, 0, 9, 30});

        assertThat(hiddenIn(table)).contains(table.cell(0, 0), table.cell(0, 2), table.cell(1, 0), table.cell(1, 2));
    }

    @Test
    void whatIsHiddenAlreadyCostsNothing() {
        var table = new FrequencyTable(new int[] {4}, new long[] {3, 90, 9, 4});

        assertThat(hiddenIn(table)).doesNotContain(table.cell(1));
    }

    @Test
    void takesWhatIsKnownFromElsewhereLast() {
        var table = new FrequencyTable(new int[] {3}, new long[] {3, 9, 50});
        var known = new BitSet();
        known.set(table.cell(1));

        assertThat(hiddenIn(table, known)).containsExactlyInAnyOrder(table.cell(0), table.cell(2));
    }

    @Test
    void widensToTheLinesThenToTheirMarginsThenToWhatIsEmptyThenToTheTotal() {
        var table = new FrequencyTable(new int[] {2, 2}, new long[] {9, 0, 9, 9});
        var suppression =
                new SecondarySuppression(table, BELOW, POSSIBILITIES, new BitSet(), new BitSet(), new BitSet());

        suppression.widen(table.cell(0, 0), 0);
        assertThat(suppression.hidden().stream()).containsExactlyInAnyOrder(table.cell(0, 0), table.cell(1, 0));
        suppression.widen(table.cell(0, 0), 1);
        assertThat(suppression.hidden().stream()).contains(table.cell(0, 2), table.cell(2, 0));
        suppression.widen(table.cell(0, 0), 2);
        assertThat(suppression.held().stream()).contains(table.cell(0, 1));
        suppression.widen(table.cell(0, 0), 3);
        assertThat(suppression.hidden().get(table.cell(2, 2))).isTrue();
    }

    private static int[] hiddenIn(FrequencyTable table) {
        return hiddenIn(table, new BitSet());
    }

    private static int[] hiddenIn(FrequencyTable table, BitSet known) {
        var small = new BitSet();
        for (int cell = 0; cell < table.cells(); cell++) {
            if (table.count(cell) > 0 && table.count(cell) < BELOW) {
                small.set(cell);
            }
        }
        var suppression = new SecondarySuppression(table, BELOW, POSSIBILITIES, small, new BitSet(), known);
        suppression.protectAll(() -> {});
        return Arrays.stream(suppression.hidden().stream().toArray()).sorted().toArray();
    }

    @Test
    void isEndedBetweenCellsWhereThereIsNoMoreTime() {
        var table = new FrequencyTable(new int[] {2, 2}, new long[] {1, 20, 30, 2});
        var small = new BitSet();
        small.set(0, table.cells());
        var suppression = new SecondarySuppression(table, BELOW, POSSIBILITIES, small, new BitSet(), new BitSet());
        var left = new AtomicInteger(1);

        assertThatThrownBy(() -> suppression.protectAll(() -> {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("no time left");
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(left.get()).isEqualTo(-1);
    }
}
